package org.kvartal.jobs.series;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.regression.KnownRegressors;
import org.kvartal.ingest.source.InvalidInput;

/** A series of a file, on its grid of time. */
public final class FileSeries {
    private final String name;
    private final TimeSeries values;
    private final TimeGrid grid;
    private final TimeForm form;
    private final List<String> groups;
    private final Optional<KnownRegressors> regressors;

    FileSeries(
            String name,
            TimeSeries values,
            TimeGrid grid,
            TimeForm form,
            List<String> groups,
            Optional<KnownRegressors> regressors) {
        this.name = name;
        this.values = values;
        this.grid = grid;
        this.form = form;
        this.groups = groups;
        this.regressors = regressors;
    }

    /** The same series with regressors. */
    FileSeries knowing(KnownRegressors known) {
        return new FileSeries(name, values, grid, form, groups, Optional.of(known));
    }

    /** Another series at the same points of time. */
    public FileSeries sibling(String otherName, TimeSeries otherValues) {
        return new FileSeries(otherName, otherValues, grid, form, List.of(), Optional.empty());
    }

    /**
     * The same series from the first point of time of all to the last one; what they lack is missing.
     *
     * @param series all with the same spacing, on the same points of time
     */
    public static List<FileSeries> aligned(List<FileSeries> series) {
        FileSeries earliest = series.stream()
                .min(Comparator.comparingLong(one -> one.grid.at(0)))
                .orElseThrow();
        long length = 0;
        for (FileSeries one : series) {
            length = Math.max(length, earliest.placeOf(one) + one.values.length());
        }
        long longest = length;
        return series.stream().map(one -> earliest.holding(one, longest)).toList();
    }

    private long placeOf(FileSeries other) {
        long place = grid.place(other.grid.at(0));
        if (place < 0 || !grid.spacing().equals(other.grid.spacing())) {
            throw new InvalidInput(
                    ("Cannot add up series %s and %s: their values are not at the same points of time (%s from"
                                    + " %s, %s from %s); tell their spacing by --frequency")
                            .formatted(name, other.name, grid.spacing(), time(0), other.grid.spacing(), other.time(0)));
        }
        return place;
    }

    private FileSeries holding(FileSeries other, long length) {
        double[] padded = new double[(int) length];
        Arrays.fill(padded, Double.NaN);
        System.arraycopy(other.values.toArray(), 0, padded, (int) placeOf(other), other.values.length());
        return new FileSeries(other.name, other.values.withValues(padded), grid, form, other.groups, Optional.empty());
    }

    public String name() {
        return name;
    }

    /** One value for each point of the grid from the first to the last row; {@code NaN} where there is none. */
    public TimeSeries values() {
        return values;
    }

    /** The values of the grouping columns, in the order in which these were named. */
    public List<String> groups() {
        return groups;
    }

    /** A point of time as the file writes it, from 0; beyond the last value too. */
    public String time(int place) {
        return form.text(grid.at(place));
    }

    /** The point of time so many steps after the last row. */
    public String timeAhead(int step) {
        return time(values.length() - 1 + step);
    }

    /** What is known of the past and of the values to come beside the values themselves. */
    public Optional<KnownRegressors> regressors() {
        return regressors;
    }

    /** The point of time at a place, as a number. */
    long moment(long place) {
        return grid.at(place);
    }

    /** How far values are apart, in words. */
    public String spacing() {
        return grid.spacing().toString();
    }
}

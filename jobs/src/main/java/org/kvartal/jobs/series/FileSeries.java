package org.kvartal.jobs.series;

import java.util.List;
import org.kvartal.forecast.timeseries.TimeSeries;

/** A series of a file, on its grid of time. */
public final class FileSeries {
    private final String name;
    private final TimeSeries values;
    private final TimeGrid grid;
    private final TimeForm form;
    private final List<String> groups;

    FileSeries(String name, TimeSeries values, TimeGrid grid, TimeForm form, List<String> groups) {
        this.name = name;
        this.values = values;
        this.grid = grid;
        this.form = form;
        this.groups = groups;
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

    /** How far values are apart, in words. */
    public String spacing() {
        return grid.spacing().toString();
    }
}

package org.kvartal.jobs.series;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rows of one series while a file is read, in the order of the file. */
final class SeriesRows {
    private static final int FIRST_ROOM = 16;
    private static final int LONGEST = 5_000_000;

    private final String name;
    private final List<String> groups;
    private long[] times = new long[FIRST_ROOM];
    private double[] values = new double[FIRST_ROOM];
    private long[] lines = new long[FIRST_ROOM];
    private double[][] regressors = {};
    private int count;

    SeriesRows(String name, List<String> groups) {
        this.name = name;
        this.groups = groups;
    }

    /** Takes the defects of rows; the column is that of time. */
    @FunctionalInterface
    interface Defects {
        void add(long line, String value, String rule);
    }

    String name() {
        return name;
    }

    List<String> groups() {
        return groups;
    }

    /** @param known values of regressors; empty where there are none */
    void add(long time, double value, double[] known, long line) {
        if (count == times.length) {
            int room = count + (count >> 1);
            times = Arrays.copyOf(times, room);
            values = Arrays.copyOf(values, room);
            lines = Arrays.copyOf(lines, room);
        }
        if (known.length > 0) {
            if (count >= regressors.length) {
                regressors = Arrays.copyOf(regressors, times.length);
            }
            regressors[count] = known;
        }
        times[count] = time;
        values[count] = value;
        lines[count] = line;
        count++;
    }

    /** Puts the rows into the order of time. */
    void sort() {
        for (int i = 1; i < count; i++) {
            if (times[i] < times[i - 1]) {
                int[] order = IntStream.range(0, count)
                        .boxed()
                        .sorted((a, b) -> Long.compare(times[a], times[b]))
                        .mapToInt(place -> place)
                        .toArray();
                times = Arrays.stream(order).mapToLong(place -> times[place]).toArray();
                values =
                        Arrays.stream(order).mapToDouble(place -> values[place]).toArray();
                lines = Arrays.stream(order).mapToLong(place -> lines[place]).toArray();
                regressors = regressors.length == 0
                        ? regressors
                        : Arrays.stream(order)
                                .mapToObj(place -> regressors[place])
                                .toArray(double[][]::new);
                return;
            }
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** All points of time, ascending, each once, of rows in the order of time. */
    long[] distinctTimes() {
        long[] distinct = new long[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || times[i] != times[i - 1]) {
                distinct[found++] = times[i];
            }
        }
        return found == count ? distinct : Arrays.copyOf(distinct, found);
    }

    /** The series on its grid; empty when defects were found. The rows are in the order of time. */
    Optional<FileSeries> series(TimeForm form, Spacings spacings, Seasons seasons, Defects defects) {
        long[] distinct = distinctTimes();
        if (distinct.length < count) {
            refuseRepeated(form, defects);
            return Optional.empty();
        }
        Optional<Spacing> spacing = spacings.of(distinct, form.kind());
        if (spacing.isEmpty()) {
            refuse(
                    count - 1,
                    form,
                    defects,
                    distinct.length == 1
                            ? "is the only point of time of " + name
                                    + ", which shows no spacing; tell it by --frequency"
                            : "is one of points of time of %s in no regular steps; tell their spacing by --frequency, or add up"
                                            .formatted(name)
                                    + " the values of each hour, day or month");
            return Optional.empty();
        }
        TimeGrid grid = new TimeGrid(spacing.get(), distinct);
        return isOn(grid, form, defects)
                ? Optional.of(onGrid(grid, form, seasons, spacings.season(spacing.get())))
                : Optional.empty();
    }

    private void refuseRepeated(TimeForm form, Defects defects) {
        for (int i = 1; i < count; i++) {
            if (times[i] == times[i - 1]) {
                long earlier = Math.min(lines[i], lines[i - 1]);
                defects.add(
                        Math.max(lines[i], lines[i - 1]),
                        form.text(times[i]),
                        "is there twice for %s, first in line %d; keep one row, or add them up"
                                .formatted(name, earlier));
            }
        }
    }

    private boolean isOn(TimeGrid grid, TimeForm form, Defects defects) {
        long before = -1;
        for (int i = 0; i < count; i++) {
            long place = grid.place(times[i]);
            if (place <= before || place >= LONGEST) {
                refuse(
                        i,
                        form,
                        defects,
                        place < 0
                                ? "is no multiple of %s after the first point of time of %s; correct it, or give another --frequency"
                                        .formatted(grid.spacing(), name)
                                : place >= LONGEST
                                        ? "is more than %d steps of %s after the first point of time of %s; correct one of the two"
                                                .formatted(LONGEST, grid.spacing(), name)
                                        : "is the second within the same %s for %s; add the rows up, or give another --frequency"
                                                .formatted(grid.spacing(), name));
                return false;
            }
            before = place;
        }
        return true;
    }

    private void refuse(int row, TimeForm form, Defects defects, String rule) {
        defects.add(lines[row], form.text(times[row]), rule);
    }

    /** The value of regressors at a point of time that has a row. */
    Optional<double[]> regressorsAt(long time) {
        int row = Arrays.binarySearch(times, 0, count, time);
        return row < 0 || regressors.length == 0 ? Optional.empty() : Optional.of(regressors[row]);
    }

    private FileSeries onGrid(TimeGrid grid, TimeForm form, Seasons seasons, int usual) {
        double[] onGrid = new double[(int) grid.place(times[count - 1]) + 1];
        Arrays.fill(onGrid, Double.NaN);
        for (int i = 0; i < count; i++) {
            onGrid[(int) grid.place(times[i])] = values[i];
        }
        return new FileSeries(name, seasons.of(onGrid, usual), grid, form, groups, Optional.empty());
    }
}

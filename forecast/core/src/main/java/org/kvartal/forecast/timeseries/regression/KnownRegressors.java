package org.kvartal.forecast.timeseries.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Named columns whose values are known for every value of a series and for every value to forecast. */
public final class KnownRegressors {
    private final List<String> names;
    private final double[][] past;
    private final double[][] future;

    private KnownRegressors(List<String> names, double[][] past, double[][] future) {
        this.names = names;
        this.past = past;
        this.future = future;
    }

    /**
     * Regressors of a series.
     *
     * @param names one a column, all different
     * @param past a row for each value of the series, a number for each name; {@code NaN} where unknown
     * @param future a row for each value to forecast
     */
    public static KnownRegressors of(List<String> names, double[][] past, double[][] future) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("Invalid regressors: a name occurs twice in " + names);
        }
        for (double[][] rows : List.of(past, future)) {
            for (double[] row : rows) {
                if (row.length != names.size()) {
                    throw new IllegalArgumentException(
                            "Invalid regressors: %d numbers in a row for the names %s".formatted(row.length, names));
                }
            }
        }
        return new KnownRegressors(List.copyOf(names), copy(past), copy(future));
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    public List<String> names() {
        return names;
    }

    public int count() {
        return names.size();
    }

    /** The number of past rows. */
    public int pastLength() {
        return past.length;
    }

    /** The number of future rows. */
    public int horizon() {
        return future.length;
    }

    /** A copy of the past values of a column, the oldest first. */
    public double[] past(int column) {
        return column(past, column);
    }

    /** A copy of the future values of a column, the nearest first. */
    public double[] future(int column) {
        return column(future, column);
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    /** What was known from {@code origin} values on: for rolling origins and for series that start later. */
    public KnownRegressors at(int origin, int horizon) {
        if (origin < 0 || origin + horizon > past.length + future.length) {
            throw new IllegalArgumentException("Cannot cut regressors: %d values and %d ahead of %d and %d"
                    .formatted(origin, horizon, past.length, future.length));
        }
        double[][] all = Stream.of(past, future).flatMap(Arrays::stream).toArray(double[][]::new);
        return new KnownRegressors(
                names, Arrays.copyOf(all, origin), Arrays.copyOfRange(all, origin, origin + horizon));
    }

    /** The same regressors without the first {@code count} past rows. */
    public KnownRegressors withoutFirst(int count) {
        return new KnownRegressors(names, Arrays.copyOfRange(past, count, past.length), future);
    }

    /** These columns, then the others, which must have as many rows. */
    public KnownRegressors and(KnownRegressors others) {
        if (others.past.length != past.length || others.future.length != future.length) {
            throw new IllegalArgumentException("Cannot join regressors: %d and %d rows, others have %d and %d"
                    .formatted(past.length, future.length, others.past.length, others.future.length));
        }
        List<String> all = new ArrayList<>(names);
        all.addAll(others.names);
        return of(all, joined(past, others.past), joined(future, others.future));
    }

    private static double[][] joined(double[][] left, double[][] right) {
        double[][] rows = new double[left.length][];
        for (int t = 0; t < left.length; t++) {
            rows[t] = Arrays.copyOf(left[t], left[t].length + right[t].length);
            System.arraycopy(right[t], 0, rows[t], left[t].length, right[t].length);
        }
        return rows;
    }
}

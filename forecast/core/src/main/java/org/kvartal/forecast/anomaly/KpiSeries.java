package org.kvartal.forecast.anomaly;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A figure by day, from its first day to its last, none left out. */
public final class KpiSeries {
    /** What the figure is, which decides the distribution expected of it. */
    public enum Kind {
        /** How many. */
        COUNT,
        /** The sum of their amounts. */
        AMOUNT,
        /** Which share of the trials succeeded. */
        SHARE
    }

    private final KpiKey key;
    private final Kind kind;
    private final LocalDate first;
    private final double[] count;
    private final double[] size;
    private final double[] square;

    private KpiSeries(KpiKey key, Kind kind, LocalDate first, double[] count, double[] size, double[] square) {
        if (count.length != size.length || count.length != square.length) {
            throw new IllegalArgumentException(
                    "Invalid series %s: %d, %d and %d days".formatted(key, count.length, size.length, square.length));
        }
        this.key = key;
        this.kind = kind;
        this.first = first;
        this.count = count.clone();
        this.size = size.clone();
        this.square = square.clone();
    }

    public static KpiSeries counts(KpiKey key, LocalDate first, double... count) {
        return new KpiSeries(key, Kind.COUNT, first, count, count, count);
    }

    /**
     * @param count deals that have an amount
     * @param amount sum of their amounts
     * @param square sum of the squares of their amounts
     */
    public static KpiSeries amounts(KpiKey key, LocalDate first, double[] count, double[] amount, double[] square) {
        return new KpiSeries(key, Kind.AMOUNT, first, count, amount, square);
    }

    /** @param trials how many could have succeeded */
    public static KpiSeries shares(KpiKey key, LocalDate first, double[] successes, double[] trials) {
        return new KpiSeries(key, Kind.SHARE, first, successes, trials, successes);
    }

    public KpiKey key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public LocalDate first() {
        return first;
    }

    public int days() {
        return count.length;
    }

    /** Position of a day, from 0; may lie outside the series. */
    int position(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(first, day);
    }

    /** Counts or successes. */
    public double[] counts() {
        return count.clone();
    }

    /** Amounts or trials. */
    double[] size() {
        return size.clone();
    }

    double[] square() {
        return square.clone();
    }
}

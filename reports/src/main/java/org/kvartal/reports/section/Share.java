package org.kvartal.reports.section;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measure;
import org.kvartal.reports.measure.Measures;

/**
 * A share with its interval by Wilson's formula: of the cases that count (k) in all (n), as a win rate.
 * <pre>
 *   p      = k / n                                              share seen
 *   centre = (p + z^2 / 2n) / (1 + z^2 / n)
 *   half   = z / (1 + z^2 / n) * sqrt(p (1 - p) / n + z^2 / 4n^2)
 *   low, high = centre -+ half                                  kept within 0 and 1
 * </pre>
 * The bounds are facts, computed by SQL like any number, so that they can be followed to their rows. Source: Wilson (1927),
 * Probable inference, the law of succession, and statistical inference, Journal of the American Statistical Association
 * 22, 209-212; formula (4) of Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in
 * Medicine 17, 857-872 (method 3, without continuity correction).
 *
 * @param rate with its 95 % interval
 * @param cautious with the interval that is held against the whole; see {@link #besideTheWhole}
 * @param cases that count, as opportunities won
 * @param all that they are of, as opportunities won or lost
 */
public record Share(Estimate rate, Estimate cautious, Fact cases, Fact all) {
    /** 97.5 % quantile of the standard normal distribution. */
    private static final double Z_95 = 1.959963984540054;

    /** 99.75 % quantile: ten members are compared at once (Bonferroni). */
    private static final double Z_OF_TEN = 2.807033768343811;

    private static final String WON = "won_count";
    private static final String CLOSED = "won_count + lost_count";

    /** Of the rows of {@code mart.closed_by_month}. */
    public static Share won(ReportData data, String filter) {
        return read(data, Measures.WIN_RATE, filter);
    }

    /** Of the rows of {@code mart.closed_by_competitor}: what is won when a competitor was met. */
    public static Share wonAgainst(ReportData data, String filter) {
        return read(data, Measures.COMPETITOR_WIN_RATE, filter);
    }

    private static Share read(ReportData data, Measure measure, String filter) {
        Origin rows = new Origin("mart." + measure.mart(), filter, measure.sql());
        Fact cases = data.fact(measuring(rows, "coalesce(sum(" + WON + "), 0)"), Unit.count("opportunities won"));
        Fact all = data.fact(measuring(rows, "coalesce(sum(" + CLOSED + "), 0)"), Unit.count("opportunities closed"));
        return new Share(estimate(data, rows, Z_95, all), estimate(data, rows, Z_OF_TEN, all), cases, all);
    }

    private static Estimate estimate(ReportData data, Origin rows, double z, Fact all) {
        return between(data, rows, z, sum(WON), sumOfAll(CLOSED), all);
    }

    /**
     * The share of other cases than deals, with its 95 % interval.
     *
     * @param rows whose measure is not used
     * @param cases column whose sum is the cases
     * @param all column whose sum is the cases they are of
     */
    public static Estimate of(ReportData data, Origin rows, String cases, String all) {
        Fact count = data.fact(measuring(rows, "coalesce(sum(" + all + "), 0)"), Unit.count("cases"));
        String k = sum(cases);
        String n = sumOfAll(all);
        return between(data, measuring(rows, k + " / " + n), Z_95, k, n, count);
    }

    private static Estimate between(ReportData data, Origin share, double z, String k, String n, Fact all) {
        long size = all.number().orElseThrow().longValue();
        return Estimate.between(
                data.fact(measuring(share, low(k, n, z)), Unit.RATE).ofRows(size),
                data.fact(share, Unit.RATE).ofRows(size),
                data.fact(measuring(share, high(k, n, z)), Unit.RATE).ofRows(size));
    }

    private static String sum(String column) {
        return "cast(sum(" + column + ") as double)";
    }

    private static String sumOfAll(String column) {
        return "nullif(" + sum(column) + ", 0)";
    }

    /**
     * Without the outer bounds, rounding would put the end of an interval beyond a rate of 0 or 1. DuckDB leaves nulls out
     * of the least and the greatest, hence the condition.
     */
    private static String low(String k, String n, double z) {
        return ifAny(n, "least(" + k + " / " + n + ", greatest(0, " + centre(k, n, z) + " - " + half(k, n, z) + "))");
    }

    private static String high(String k, String n, double z) {
        return ifAny(n, "greatest(" + k + " / " + n + ", least(1, " + centre(k, n, z) + " + " + half(k, n, z) + "))");
    }

    private static String ifAny(String n, String bound) {
        return "case when " + n + " > 0 then " + bound + " end";
    }

    private static String centre(String k, String n, double z) {
        return "(" + k + " / " + n + " + " + z * z / 2 + " / " + n + ") / (1 + " + z * z + " / " + n + ")";
    }

    private static String half(String k, String n, double z) {
        return z + " / (1 + " + z * z + " / " + n + ") * sqrt(" + k + " / " + n + " * (1 - " + k + " / " + n + ") / "
                + n + " + " + z * z / 4 + " / pow(" + n + ", 2))";
    }

    private static Origin measuring(Origin rows, String measure) {
        return new Origin(rows.table(), rows.filter(), measure);
    }

    /** Whether nothing was closed. */
    public boolean isEmpty() {
        return rate.isMissing();
    }

    /**
     * How this member stands to the rate of the whole. When ten members that do not differ are compared, at most one
     * report in twenty finds one that does.
     */
    public Direction besideTheWhole(Share whole) {
        if (isEmpty() || whole.isEmpty()) {
            return Direction.UNPROVEN;
        }
        double rest = number(whole.rate.value());
        return number(cautious.low()) > rest
                ? Direction.UP
                : number(cautious.high()) < rest ? Direction.DOWN : Direction.UNPROVEN;
    }

    /** The distance from the rate of the whole, in halves of the interval that is held against it. */
    public double timesBeyondChance(Share whole) {
        double distance = number(rate.value()) - number(whole.rate.value());
        double half = distance > 0
                ? number(rate.value()) - number(cautious.low())
                : number(cautious.high()) - number(rate.value());
        return Math.abs(distance) / half;
    }

    /** How the rate has changed since another, independent period; see {@link #timesBeyondChance(Estimate, Estimate)}. */
    public Direction since(Share before) {
        if (isEmpty() || before.isEmpty()) {
            return Direction.UNPROVEN;
        }
        double times = timesBeyondChance(rate, before.rate);
        return times > 1 ? Direction.UP : times < -1 ? Direction.DOWN : Direction.UNPROVEN;
    }

    /** The change of the rate since another period, in halves of its interval and without sign. */
    public double timesBeyondChanceSince(Share before) {
        return Math.abs(timesBeyondChance(rate, before.rate));
    }

    /**
     * The change between two independent shares, in halves of its 95 % interval: chance alone explains it from -1 to 1.
     * The interval is Newcombe's (1998, Interval estimation for the difference between independent proportions,
     * Statistics in Medicine 17, 873-890, method 10).
     */
    public static double timesBeyondChance(Estimate now, Estimate before) {
        double change = number(now.value()) - number(before.value());
        double down = Math.hypot(below(now), above(before));
        double up = Math.hypot(above(now), below(before));
        return change == 0 ? 0 : change / (change > 0 ? down : up);
    }

    private static double below(Estimate share) {
        return number(share.value()) - number(share.low());
    }

    private static double above(Estimate share) {
        return number(share.high()) - number(share.value());
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

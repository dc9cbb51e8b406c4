package org.kvartal.reports.section;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;

/**
 * The mean of the customers' marks with its 95 % interval, mean -+ 1.96 s / sqrt(n), kept within the marks 1 to 5; no
 * interval for fewer than two marks.
 */
public final class Satisfaction {
    private static final Unit MARK = Unit.measure("", 2);
    private static final String SEVERAL = "count(satisfaction) > 1";
    private static final String ERROR = "1.96 * sqrt(greatest(0, sum(satisfaction * satisfaction)"
            + " - pow(sum(satisfaction), 2) / count(satisfaction)) / (count(satisfaction) - 1) / count(satisfaction))";

    private Satisfaction() {}

    /** Of the requests resolved in the period. */
    public static Estimate of(ReportData data, Period period) {
        return Estimate.between(
                fact(data, period, "case when " + SEVERAL + " then greatest(1, avg(satisfaction) - " + ERROR + ") end"),
                fact(data, period, "avg(satisfaction)"),
                fact(data, period, "case when " + SEVERAL + " then least(5, avg(satisfaction) + " + ERROR + ") end"));
    }

    public static Fact count(ReportData data, Period period) {
        return data.fact(origin(period, "count(satisfaction)"), Unit.count("marks"));
    }

    /** Which way the mean has moved; the marks of both periods are independent. */
    public static Direction between(Estimate now, Estimate before) {
        if (!now.hasInterval() || !before.hasInterval()) {
            return Direction.UNPROVEN;
        }
        double times = timesBeyondChance(now, before);
        return times > 1 ? Direction.UP : times < -1 ? Direction.DOWN : Direction.UNPROVEN;
    }

    /** The change of the mean in halves of its 95 % interval: chance alone explains it from -1 to 1. */
    public static double timesBeyondChance(Estimate now, Estimate before) {
        double change = number(now.value()) - number(before.value());
        return change == 0 ? 0 : change / Math.hypot(halfWidth(now), halfWidth(before));
    }

    /** Of a side that the marks do not cut off. */
    private static double halfWidth(Estimate mean) {
        return Math.max(number(mean.high()) - number(mean.value()), number(mean.value()) - number(mean.low()));
    }

    private static Fact fact(ReportData data, Period period, String measure) {
        return data.fact(origin(period, measure), MARK);
    }

    private static Origin origin(Period period, String measure) {
        return Origin.of("mart.request_handling", measure)
                .where(Condition.all(period.includes("resolved_month"), "satisfaction is not null"));
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

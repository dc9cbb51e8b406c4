package org.kvartal.forecast.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.regression.EffectGroup;
import org.kvartal.forecast.regression.PenalisedPoisson;
import org.kvartal.forecast.regression.Penalty;
import org.kvartal.forecast.regression.RateModel;
import org.kvartal.forecast.regression.SparseRow;
import org.kvartal.forecast.regression.SparseRows;

/**
 * How fast time runs for deals: an ordinary day counts 1, the last days of a quarter count more, a Sunday less.
 * <pre>
 *   closed[d] ~ Poisson(open[d] exp(level(d) + quarter end(d) + month end(d) + weekday(d)))
 *   weight(d) = exp(quarter end(d) + month end(d) + weekday(d)),  with mean 1
 * </pre>
 * Hazards are then per unit of this time, so that the rush before a quarter ends is known to the day without a row for
 * each day. Won and lost deals have clocks of their own.
 */
final class Clock {
    private static final int[] QUARTER_BANDS = {0, 2, 4, 6, 9, 13, 16, 20, 27, 41, 60};
    private static final int[] MONTH_BANDS = {0, 2, 6, 13};
    private static final int LEVEL_DAYS = 91;
    private static final int WEEK = 7;
    private static final int MONDAY_OF_EPOCH = 4;

    private final int first;
    private final double[] elapsed;

    private Clock(int first, double[] elapsed) {
        this.first = first;
        this.elapsed = elapsed;
    }

    /**
     * @param closed deals closed on each day from the first of the calendar
     * @param expected how many would have been, but for the calendar; up to a factor
     */
    static Clock of(double[] closed, double[] expected, Calendar calendar) {
        int from = calendar.first();
        int asOf = from + closed.length - 1;
        Spline level = Spline.every(LEVEL_DAYS, from, asOf);
        List<EffectGroup> groups = groups(level);
        SparseRows rows = new SparseRows();
        for (int day = from; day <= asOf; day++) {
            if (expected[day - from] > 0) {
                SparseRow row = pace(calendar, day);
                level.add(row, groups.get(groups.size() - 1).from(), day);
                rows.add(row, closed[day - from], expected[day - from], 1);
            }
        }
        return new Clock(from, elapsed(PenalisedPoisson.fit(rows, groups), calendar, asOf));
    }

    private static List<EffectGroup> groups(Spline level) {
        List<EffectGroup> groups = new ArrayList<>();
        int next = 0;
        next = add(groups, "constant", next, 1, Penalty.NONE);
        next = add(groups, "quarter end", next, QUARTER_BANDS.length + 1, Penalty.WALK);
        next = add(groups, "month end", next, MONTH_BANDS.length + 1, Penalty.RIDGE);
        next = add(groups, "weekday", next, WEEK, Penalty.RIDGE);
        add(groups, "level", next, level.size(), Penalty.WALK);
        return groups;
    }

    private static int add(List<EffectGroup> groups, String name, int from, int size, Penalty penalty) {
        groups.add(new EffectGroup(name, from, from + size, penalty));
        return from + size;
    }

    private static SparseRow pace(Calendar calendar, int day) {
        SparseRow row = new SparseRow();
        row.add(0, 1);
        row.add(1 + band(QUARTER_BANDS, calendar.daysToQuarterEnd(day)), 1);
        row.add(2 + QUARTER_BANDS.length + band(MONTH_BANDS, calendar.daysToMonthEnd(day)), 1);
        row.add(3 + QUARTER_BANDS.length + MONTH_BANDS.length + Math.floorMod(day + MONDAY_OF_EPOCH - 1, WEEK), 1);
        return row;
    }

    static int band(int[] bands, int days) {
        int band = 0;
        while (band < bands.length && days > bands[band]) {
            band++;
        }
        return band;
    }

    private static double[] elapsed(RateModel model, Calendar calendar, int asOf) {
        int from = calendar.first();
        int last = calendar.last();
        double[] elapsed = new double[last - from + 2];
        double sum = 0;
        for (int day = from; day <= last; day++) {
            elapsed[day - from + 1] = elapsed[day - from] + Math.exp(model.logRate(pace(calendar, day)));
            sum = day <= asOf ? elapsed[day - from + 1] : sum;
        }
        double mean = sum / (asOf - from + 1);
        for (int i = 0; i < elapsed.length; i++) {
            elapsed[i] /= mean;
        }
        return elapsed;
    }

    /** Time that runs in the days after one day up to another; beyond the days asked for, a day counts 1. */
    double between(int after, int to) {
        return at(to) - at(after);
    }

    private double at(int day) {
        int place = day - first + 1;
        if (place < 0) {
            return place;
        }
        int end = elapsed.length - 1;
        return place <= end ? elapsed[place] : elapsed[end] + place - end;
    }
}

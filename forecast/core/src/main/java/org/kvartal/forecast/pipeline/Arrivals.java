package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.kvartal.forecast.regression.EffectGroup;
import org.kvartal.forecast.regression.PenalisedPoisson;
import org.kvartal.forecast.regression.Penalty;
import org.kvartal.forecast.regression.RateModel;
import org.kvartal.forecast.regression.SparseRow;
import org.kvartal.forecast.regression.SparseRows;

/**
 * How many deals are created: a level that wanders from quarter to quarter, times an effect of the month.
 * <pre>
 *   n[w] ~ Poisson(7 exp(level(w) + month(w))),  w: weeks back from the as-of day
 *   beyond Poisson: e = sum ((N - m)^2 - m) / sum m^2 over stretches of four weeks, at least 0
 * </pre>
 * The level of the last week is kept for the days to come; how far it wanders adds to the variance.
 */
final class Arrivals {
    private static final int WEEK = 7;
    private static final int STRETCH = 28;
    private static final int KNOT_DAYS = 91;
    private static final int MONTHS = 12;
    private static final int LEVEL_GROUP = 1;
    private static final double MIN_EXCESS = 0.0025;
    private static final double MAX_EXCESS = 0.5;
    /** From one knot to the next a level usually moves by a tenth. */
    private static final double USUAL_STEP_VARIANCE = 0.01;

    private static final double USUAL_STEPS = 3;
    private static final int MIN_SEASON_DAYS = 540;

    private final RateModel model;
    private final Columns columns;
    private final int asOf;
    private final double excess;

    private Arrivals(RateModel model, Columns columns, int asOf, double excess) {
        this.model = model;
        this.columns = columns;
        this.asOf = asOf;
        this.excess = excess;
    }

    /** What the rate depends on; months only when there is more than one year to tell them from the level. */
    private record Columns(Spline level, boolean seasonal) {
        static Columns of(int first, int asOf) {
            return new Columns(Spline.every(KNOT_DAYS, first, asOf), asOf - first >= MIN_SEASON_DAYS);
        }

        List<EffectGroup> groups() {
            int months = 1 + level.size();
            return List.of(
                    new EffectGroup("constant", 0, 1, Penalty.NONE),
                    new EffectGroup("level", 1, months, Penalty.WALK, USUAL_STEP_VARIANCE, USUAL_STEPS),
                    new EffectGroup("month", months, months + MONTHS, Penalty.RIDGE));
        }

        SparseRow row(int day) {
            SparseRow row = new SparseRow();
            row.add(0, 1);
            level.add(row, 1, day);
            if (seasonal) {
                row.add(level.size() + LocalDate.ofEpochDay(day).getMonthValue(), 1);
            }
            return row;
        }
    }

    static Arrivals fit(Spans deals, int from, int asOf) {
        int weeks = Math.max(1, (asOf - from + 1) / WEEK);
        double[] counts = new double[weeks];
        for (int i = 0; i < deals.size(); i++) {
            int week = (asOf - deals.created(i)) / WEEK;
            if (deals.created(i) >= from && week < weeks) {
                counts[week]++;
            }
        }
        Columns columns = Columns.of(asOf - weeks * WEEK, asOf);
        SparseRows rows = new SparseRows();
        for (int week = 0; week < weeks; week++) {
            rows.add(columns.row(middle(asOf, week)), counts[week], WEEK, 1);
        }
        RateModel model = PenalisedPoisson.fit(rows, columns.groups());
        double[] means = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            means[week] = WEEK * Math.exp(model.logRate(columns.row(middle(asOf, week))));
        }
        return new Arrivals(model, columns, asOf, excess(counts, means));
    }

    private static int middle(int asOf, int week) {
        return asOf - week * WEEK - WEEK / 2;
    }

    private static double excess(double[] counts, double[] means) {
        double excess = 0;
        double squares = 0;
        int weeks = STRETCH / WEEK;
        for (int first = 0; first + weeks <= counts.length; first += weeks) {
            double count = Arrays.stream(counts, first, first + weeks).sum();
            double mean = Arrays.stream(means, first, first + weeks).sum();
            excess += (count - mean) * (count - mean) - mean;
            squares += mean * mean;
        }
        return squares > 0 ? Math.max(0, excess / squares) : 0;
    }

    /** Expected number of deals created on a day to come. */
    double rate(int day) {
        return Math.exp(model.logRate(columns.row(day)));
    }

    /** Variance of the number over so many days to come beyond Poisson, relative to the square of its mean. */
    double excessVariance(int days) {
        double wandering = model.effectVariance(LEVEL_GROUP) * days / 2 / KNOT_DAYS;
        double error = model.standardError(columns.row(asOf));
        double noise = excess * STRETCH / Math.max(STRETCH, days);
        return Math.min(MAX_EXCESS, Math.max(MIN_EXCESS, noise + wandering + error * error));
    }
}

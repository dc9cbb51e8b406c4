package org.kvartal.forecast.timeseries.accuracy;

import org.kvartal.forecast.timeseries.Levels;

/**
 * Adds up how good forecasts are, so that those of millions of series can be pooled without being kept.
 *
 * <pre>
 *   sMAPE, MASE, RMSSE, bias, coverage, MSIS, pinball    mean over forecasts where the measure is defined
 *   WAPE                                                 sum of |y - f| / sum of |y| over all forecasts
 *   OWA                                                  of the means of sMAPE and MASE
 * </pre>
 *
 * Each forecast counts the same, be its series large or small; only in WAPE a large one counts more. Sources: {@link
 * PointMeasures} and {@link IntervalMeasures}.
 */
public final class AccuracyTally {
    private final Levels levels;
    private int forecasts;
    private final Mean smape = new Mean();
    private final Mean mase = new Mean();
    private final Mean rmsse = new Mean();
    private final Mean bias = new Mean();
    private final Mean benchmarkSmape = new Mean();
    private final Mean benchmarkMase = new Mean();
    private final Mean[] coverage;
    private final Mean[] msis;
    private final Mean[] pinball;
    private double errors;
    private double volume;

    /** @param levels the levels of the intervals to score; forecasts may have more */
    public AccuracyTally(Levels levels) {
        this.levels = levels;
        this.coverage = means(levels.count());
        this.msis = means(levels.count());
        this.pinball = means(levels.count());
    }

    private static Mean[] means(int count) {
        Mean[] means = new Mean[count];
        for (int i = 0; i < count; i++) {
            means[i] = new Mean();
        }
        return means;
    }

    /** The mean of what is defined. */
    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }

        void add(Mean other) {
            sum += other.sum;
            count += other.count;
        }

        double value() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }

    /** @param benchmark the forecast of {@link Naive2} for the same series and origin */
    public void add(ScoredForecast scored, ScoredForecast benchmark) {
        add(scored);
        benchmarkSmape.add(benchmark.smape());
        benchmarkMase.add(benchmark.mase());
    }

    /** A forecast without benchmark: OWA is then undefined. */
    public void add(ScoredForecast scored) {
        forecasts++;
        smape.add(scored.smape());
        mase.add(scored.mase());
        rmsse.add(scored.rmsse());
        bias.add(scored.bias());
        errors += scored.absoluteErrors();
        volume += scored.volume();
        for (int i = 0; i < levels.count(); i++) {
            coverage[i].add(scored.coverage(levels.fraction(i)));
            msis[i].add(scored.msis(levels.fraction(i)));
            pinball[i].add(scored.pinball(levels.fraction(i)));
        }
    }

    /** Adds all that another tally has added up, for the same levels. */
    public void add(AccuracyTally other) {
        if (!levels.equals(other.levels)) {
            throw new IllegalArgumentException(
                    "Invalid tally: levels %s to be added to %s".formatted(other.levels, levels));
        }
        forecasts += other.forecasts;
        smape.add(other.smape);
        mase.add(other.mase);
        rmsse.add(other.rmsse);
        bias.add(other.bias);
        benchmarkSmape.add(other.benchmarkSmape);
        benchmarkMase.add(other.benchmarkMase);
        errors += other.errors;
        volume += other.volume;
        for (int i = 0; i < levels.count(); i++) {
            coverage[i].add(other.coverage[i]);
            msis[i].add(other.msis[i]);
            pinball[i].add(other.pinball[i]);
        }
    }

    public int forecasts() {
        return forecasts;
    }

    /** The accuracy so far, with the intervals of one of the levels. */
    public AccuracySummary summary(double level) {
        int i = levels.indexOf(level);
        return new AccuracySummary(
                forecasts,
                smape.value(),
                mase.value(),
                PointMeasures.owa(smape.value(), mase.value(), benchmarkSmape.value(), benchmarkMase.value()),
                rmsse.value(),
                volume > 0 ? errors / volume : Double.NaN,
                bias.value(),
                coverage[i].value(),
                msis[i].value(),
                pinball[i].value());
    }
}

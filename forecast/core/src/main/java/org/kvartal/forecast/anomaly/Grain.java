package org.kvartal.forecast.anomaly;

import java.time.LocalDate;
import java.util.Optional;

/** Over which days a figure is watched. Each grain is a family of its own for false discovery. */
public enum Grain {
    /** The last day: shocks. Amounts are too uneven for it. */
    DAY(1, 1),
    /** The last seven days. */
    WEEK(7, 1),
    /** The last 26 weeks by an exponentially weighted average: drifts. */
    DRIFT(7, 26);

    /** Weeks whose sums are shown for a drift; the average hardly remembers more. */
    private static final int SHOWN_WEEKS = 9;

    private static final double LAMBDA = 0.2;
    private static final EwmaChart CHART = new EwmaChart(LAMBDA, 0, 1, 3);

    private final int days;
    private final int spans;

    Grain(int days, int spans) {
        this.days = days;
        this.spans = spans;
    }

    /** Days whose actual and expected value are shown. */
    public int shownDays() {
        return this == DRIFT ? SHOWN_WEEKS * days : days;
    }

    /** What the days to the last one say about a figure; empty when it is too small or too young. */
    Optional<Observation> observe(KpiHistory history, LocalDate lastDay) {
        if (this == DAY && history.kind() == KpiSeries.Kind.AMOUNT) {
            return Optional.empty();
        }
        return this == DRIFT ? drift(history, lastDay) : single(history, lastDay);
    }

    private Optional<Observation> single(KpiHistory history, LocalDate lastDay) {
        double divisor = history.divisor(lastDay, days);
        double actual = history.actual(lastDay, days);
        return history.expected(lastDay, days).map(expected -> {
            Tail tail = expected.tail(actual);
            return new Observation(actual / divisor, expected.mean() / divisor, tail.pValue(), tail.score());
        });
    }

    private Optional<Observation> drift(KpiHistory history, LocalDate lastDay) {
        double[] scores = new double[spans];
        double actual = 0;
        double expected = 0;
        double divisor = 0;
        for (int back = 0; back < spans; back++) {
            LocalDate day = lastDay.minusDays((long) back * days);
            Optional<Expectation> week = history.expected(day, days);
            if (week.isEmpty()) {
                return Optional.empty();
            }
            double came = history.actual(day, days);
            scores[spans - 1 - back] = week.get().tail(came).score();
            if (back < SHOWN_WEEKS) {
                actual += came;
                expected += week.get().mean();
                divisor += history.divisor(day, days);
            }
        }
        divisor = history.kind() == KpiSeries.Kind.SHARE ? divisor : 1;
        double score = CHART.score(scores);
        return Optional.of(new Observation(actual / divisor, expected / divisor, Observation.normalTail(score), score));
    }
}

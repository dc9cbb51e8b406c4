package org.kvartal.forecast.anomaly;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is expected of a figure over some days, from the days before them.
 * <pre>
 *   level      = sum of counts / sum of calendar factors over the 13 weeks before
 *   mean       = level * sum of calendar factors over the days
 *   dispersion = mean over past spans of (count - mean)^2 / mean, each term at most 25, at least 1
 * </pre>
 * Days are expected from what came before them only, so the dispersion holds the error of the level too. A day beyond
 * what chance allows counts towards later levels only as far as chance allows. Shares and amounts per deal are taken from
 * the year before. Below 26 weeks of history nothing is expected.
 */
final class KpiHistory {
    private static final int LEVEL_DAYS = 91;
    private static final int FEWEST_DAYS = 182;
    private static final int YEAR_DAYS = 364;
    private static final int MOST_SPANS = 182;
    private static final double FAR_OUT = 25;
    private static final double FEWEST_DEALS = 20;
    private static final double FEWEST_OF_AMOUNT = 5;
    private static final double FEWEST_OF_COUNT = 2;
    private static final double FEWEST_TRIALS = 10;

    private final KpiSeries series;
    private final double[] counts;
    private final double[] levelCounts;
    private final double[] factors;
    private final double[] sizes;
    private final double[] squares;

    KpiHistory(KpiSeries series, CalendarProfile profile) {
        this.series = series;
        double[] factor = new double[series.days()];
        for (int day = 0; day < factor.length; day++) {
            factor[day] = profile.factor(series.first().plusDays(day));
        }
        counts = sums(series.counts());
        sizes = sums(series.size());
        squares = sums(series.square());
        factors = sums(factor);
        levelCounts = sums(capped(series.counts(), factor));
    }

    private static double[] sums(double[] values) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        return sums;
    }

    /** An anomaly must not become the expectation: a day counts for no more than mean + 5 standard deviations + 3. */
    private double[] capped(double[] count, double[] factor) {
        double[] capped = count.clone();
        for (int day = LEVEL_DAYS; day < count.length; day++) {
            double weight = factors[day] - factors[day - LEVEL_DAYS];
            double mean = weight > 0 ? (counts[day] - counts[day - LEVEL_DAYS]) / weight * factor[day] : 0;
            capped[day] = Math.min(count[day], mean + 5 * Math.sqrt(mean) + 3);
        }
        return capped;
    }

    /** A span of days, by positions in the sums. */
    private record Days(int from, int to) {}

    /** What is expected of a span that ends with a day; empty when history or figure is too small. */
    Optional<Expectation> expected(LocalDate lastDay, int days) {
        Days span = span(lastDay, days);
        if (span.from() < FEWEST_DAYS || span.to() > series.days()) {
            return Optional.empty();
        }
        return switch (series.kind()) {
            case COUNT ->
                mean(span) >= FEWEST_OF_COUNT
                        ? Optional.of(new CountExpectation(mean(span), dispersion(span)))
                        : Optional.empty();
            case AMOUNT -> amount(span);
            case SHARE -> share(span);
        };
    }

    private Days span(LocalDate lastDay, int days) {
        int to = series.position(lastDay) + 1;
        return new Days(to - days, to);
    }

    private double mean(Days span) {
        int since = span.from() - LEVEL_DAYS;
        double weight = factors[span.from()] - factors[since];
        double level = weight > 0 ? (levelCounts[span.from()] - levelCounts[since]) / weight : 0;
        return level * (factors[span.to()] - factors[span.from()]);
    }

    private double dispersion(Days span) {
        int length = span.to() - span.from();
        double sum = 0;
        int spans = 0;
        for (int to = span.from(); to - length >= LEVEL_DAYS && spans < MOST_SPANS; to -= length) {
            Days past = new Days(to - length, to);
            double mean = mean(past);
            if (mean > 0) {
                double error = counts[past.to()] - counts[past.from()] - mean;
                sum += Math.min(FAR_OUT, error * error / mean);
                spans++;
            }
        }
        return spans == 0 ? 1 : Math.max(1, sum / spans);
    }

    private static double over(double[] sums, int from, int to) {
        return sums[to] - sums[Math.max(0, from)];
    }

    private Optional<Expectation> amount(Days span) {
        double deals = over(counts, span.from() - YEAR_DAYS, span.from());
        if (mean(span) < FEWEST_OF_AMOUNT || deals < FEWEST_DEALS) {
            return Optional.empty();
        }
        return Optional.of(new AmountExpectation(
                new CountExpectation(mean(span), dispersion(span)),
                over(sizes, span.from() - YEAR_DAYS, span.from()) / deals,
                over(squares, span.from() - YEAR_DAYS, span.from()) / deals));
    }

    private Optional<Expectation> share(Days span) {
        long trials = Math.round(over(sizes, span.from(), span.to()));
        double known = over(sizes, span.from() - YEAR_DAYS, span.from());
        double rate = known > 0 ? over(counts, span.from() - YEAR_DAYS, span.from()) / known : 0;
        return trials < FEWEST_TRIALS || rate <= 0 || rate >= 1
                ? Optional.empty()
                : Optional.of(new ShareExpectation(trials, rate, correlation(span, rate)));
    }

    /** From how much more the shares of past spans vary than the binomial allows, and one variance for the rate itself. */
    private double correlation(Days span, double rate) {
        int length = span.to() - span.from();
        double excess = 0;
        double pairs = 0;
        for (int to = span.from(); to - length >= 0 && to > span.from() - YEAR_DAYS; to -= length) {
            double n = over(sizes, to - length, to);
            double error = over(counts, to - length, to) - n * rate;
            if (n > 1) {
                excess += Math.min(FAR_OUT, error * error / (n * rate * (1 - rate))) - 1;
                pairs += n - 1;
            }
        }
        double ofRate = 1 / Math.max(1, over(sizes, span.from() - YEAR_DAYS, span.from()));
        return Math.min(0.5, ofRate + (pairs > 0 ? Math.max(0, excess / pairs) : 0));
    }

    /** What came in a span: counts, amounts or successes. */
    double actual(LocalDate lastDay, int days) {
        Days span = span(lastDay, days);
        return over(series.kind() == KpiSeries.Kind.AMOUNT ? sizes : counts, span.from(), span.to());
    }

    /** What a figure of the span is divided by: its trials for a share, else 1. */
    double divisor(LocalDate lastDay, int days) {
        Days span = span(lastDay, days);
        return series.kind() == KpiSeries.Kind.SHARE ? over(sizes, span.from(), span.to()) : 1;
    }

    KpiKey key() {
        return series.key();
    }

    KpiSeries.Kind kind() {
        return series.kind();
    }
}

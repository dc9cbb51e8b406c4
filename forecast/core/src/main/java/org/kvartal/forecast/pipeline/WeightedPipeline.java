package org.kvartal.forecast.pipeline;

import java.util.Map;
import java.util.Optional;

/**
 * Baseline: amount times stage probability, over open deals promised for the period.
 *
 * <p>A deal in a stage without a probability counts with the win rate of the closed deals, and a deal without a
 * promised date counts as promised.
 */
public final class WeightedPipeline implements BookingsForecast {
    private final Map<String, Double> stageProbabilities;

    public WeightedPipeline(Map<String, Double> stageProbabilities) {
        this.stageProbabilities = Map.copyOf(stageProbabilities);
    }

    @Override
    public Optional<BookingsDistribution> remaining(DealHistory history, BookingPeriod period) {
        double won = history.count(Outcome.WON);
        double closed = won + history.count(Outcome.LOST);
        if (closed == 0) {
            return Optional.empty();
        }
        WonAmounts amounts = new WonAmounts(history);
        double weighted = history.open().stream()
                .filter(deal -> !deal.expectedCloseOn()
                        .filter(period.lastDay()::isBefore)
                        .isPresent())
                .mapToDouble(deal -> stageProbabilities.getOrDefault(deal.stage(), won / closed)
                        * amounts.of(deal).mean())
                .sum();
        return Optional.of(BookingsDistribution.certain(weighted));
    }
}

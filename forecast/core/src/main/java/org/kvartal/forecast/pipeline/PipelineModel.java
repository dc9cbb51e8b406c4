package org.kvartal.forecast.pipeline;

import java.util.List;

/**
 * What a model, fitted on one history, says of one period: open deals and deals not yet created, under equally likely
 * shocks of the quarter.
 */
final class PipelineModel {
    private final List<DealForecast> deals;
    private final List<double[]> winsByShock;
    private final double[] newWinsByShock;
    private final double newExcess;
    private final AmountDistribution newAmount;
    private final double shockDeviation;
    private final int shockPeriods;
    private final List<String> notes;

    /**
     * @param deals forecasts of the open deals, in the order of the history
     * @param winsByShock for each of them the probability of being won in the period under each shock
     * @param newWinsByShock expected number of deals created and won in the period under each shock
     * @param newExcess variance of that number beyond Poisson, relative to the square of its mean
     * @param notes what a reader should know of how the model was fitted, a sentence each
     */
    PipelineModel(
            List<DealForecast> deals,
            List<double[]> winsByShock,
            double[] newWinsByShock,
            double newExcess,
            AmountDistribution newAmount,
            double shockDeviation,
            int shockPeriods,
            List<String> notes) {
        this.deals = List.copyOf(deals);
        this.winsByShock = List.copyOf(winsByShock);
        this.newWinsByShock = newWinsByShock.clone();
        this.newExcess = newExcess;
        this.newAmount = newAmount;
        this.shockDeviation = shockDeviation;
        this.shockPeriods = shockPeriods;
        this.notes = List.copyOf(notes);
    }

    List<DealForecast> deals() {
        return deals;
    }

    int shocks() {
        return newWinsByShock.length;
    }

    double win(int deal, int shock) {
        return winsByShock.get(deal)[shock];
    }

    double newWins(int shock) {
        return newWinsByShock[shock];
    }

    double newExcess() {
        return newExcess;
    }

    AmountDistribution newAmount() {
        return newAmount;
    }

    double newMean() {
        double sum = 0;
        for (double wins : newWinsByShock) {
            sum += wins;
        }
        return sum / newWinsByShock.length * newAmount.mean();
    }

    /** Standard deviation of the shock on the logarithm of odds or hazards. */
    double shockDeviation() {
        return shockDeviation;
    }

    int shockPeriods() {
        return shockPeriods;
    }

    List<String> notes() {
        return notes;
    }
}

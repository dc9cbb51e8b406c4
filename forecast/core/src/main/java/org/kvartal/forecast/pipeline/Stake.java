package org.kvartal.forecast.pipeline;

/**
 * An amount that is won or not.
 *
 * @param winProbability from 0 to 1
 * @param amount what it brings when it is won
 */
record Stake(double winProbability, AmountDistribution amount) {
    double mean() {
        return winProbability * amount.mean();
    }

    double variance() {
        return winProbability * amount.meanSquare() - mean() * mean();
    }

    Stake withProbability(double probability) {
        return new Stake(probability, amount);
    }
}

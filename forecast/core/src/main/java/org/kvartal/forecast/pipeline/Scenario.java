package org.kvartal.forecast.pipeline;

import java.util.List;

/**
 * One possible quarter: given it, all amounts are independent.
 *
 * @param stakes the open deals
 * @param newWins expected number of deals created and won
 * @param newExcess variance of that number beyond Poisson, relative to the square of its mean: a gamma mixture
 * @param newAmount what each of them brings
 */
record Scenario(List<Stake> stakes, double newWins, double newExcess, AmountDistribution newAmount) {
    static Scenario ofStakes(List<Stake> stakes) {
        return new Scenario(stakes, 0, 0, AmountDistribution.certain(0));
    }

    double mean() {
        return stakes.stream().mapToDouble(Stake::mean).sum() + newWins * newAmount.mean();
    }

    double variance() {
        return stakes.stream().mapToDouble(Stake::variance).sum()
                + newWins * newAmount.meanSquare()
                + newExcess * Math.pow(newWins * newAmount.mean(), 2);
    }
}

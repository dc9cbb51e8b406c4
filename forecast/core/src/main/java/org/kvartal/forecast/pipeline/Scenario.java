package org.kvartal.forecast.pipeline;

import java.util.ArrayList;
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

    /**
     * One scenario for each shock of a model.
     *
     * @param stakes all open deals, at their mean probability
     * @param places those of them that count
     * @param newShare share of the deals not yet created that counts
     */
    static List<Scenario> of(List<Stake> stakes, List<Integer> places, PipelineModel model, double newShare) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int shock = 0; shock < model.shocks(); shock++) {
            List<Stake> shocked = new ArrayList<>();
            for (int place : places) {
                Stake stake = stakes.get(place);
                if (stake.winProbability() > 0) {
                    shocked.add(stake.withProbability(model.win(place, shock)));
                }
            }
            double newWins = model.newWins(shock) * newShare;
            scenarios.add(new Scenario(shocked, newWins, model.newExcess(), model.newAmount()));
        }
        return scenarios;
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

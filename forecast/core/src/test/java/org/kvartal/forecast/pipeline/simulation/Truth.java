package org.kvartal.forecast.pipeline.simulation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What an observer can know at the end of a day who knows all parameters, owners' skills and the past shocks, but
 * nothing hidden: whether a deal is asleep is drawn from its belief, the shock of the running quarter from its
 * posterior given the wins so far, later shocks from their prior, hidden amounts from their distribution. (The
 * beliefs themselves were updated with the shocks that were: that knowledge is worth next to nothing.)
 */
final class Truth {
    private static final int LIFETIME_DAYS = 2 * 365;

    private final double[] sums;
    private final double[] winsInPeriod;
    private final double[] winsEver;

    /**
     * @param until last day of the period
     * @param draws continuations of the pipeline
     * @param lifetimes how many of them are lived on to tell which deals are ever won, meaning within two years of the period
     */
    Truth(Pipeline pipeline, int until, int draws, int lifetimes, long seed) {
        sums = new double[draws];
        winsInPeriod = new double[pipeline.open().size()];
        winsEver = new double[pipeline.open().size()];
        ShockPosterior shock = pipeline.shockPosterior();
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < draws; draw++) {
            Future future = pipeline.imagined(shock, random);
            future.advanceTo(until);
            sums[draw] = wonAmount(future);
            count(future, winsInPeriod, draws);
            if (draw < lifetimes) {
                future.runOut(until + LIFETIME_DAYS);
                count(future, winsEver, lifetimes);
            }
        }
        Arrays.sort(sums);
    }

    double winInPeriod(int index) {
        return winsInPeriod[index];
    }

    double winEver(int index) {
        return winsEver[index];
    }

    /** Amount booked in each continuation, ascending. */
    double[] sums() {
        return sums.clone();
    }

    double quantile(double probability) {
        double position = probability * (sums.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sums.length - 1);
        return sums[below] + (position - below) * (sums[above] - sums[below]);
    }

    double mean() {
        return Arrays.stream(sums).average().orElseThrow();
    }

    private static double wonAmount(Future future) {
        return future.deals().stream()
                .filter(deal -> deal.won)
                .mapToDouble(deal -> deal.amount)
                .sum();
    }

    private static void count(Future future, double[] wins, int draws) {
        IntStream.range(0, wins.length).filter(i -> future.deals().get(i).won).forEach(i -> wins[i] += 1d / draws);
    }
}

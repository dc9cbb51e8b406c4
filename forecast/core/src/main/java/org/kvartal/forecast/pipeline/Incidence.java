package org.kvartal.forecast.pipeline;

/** Cumulative incidence of being won, with being lost as the competing end, under several shocks of the quarter. */
final class Incidence {
    private final double[] factors;
    private final double[] open;
    private final double[] won;
    private double closed;
    private double closedDays;

    /** Shocks are logarithms of factors on the hazard of winning. */
    Incidence(double[] shocks) {
        factors = new double[shocks.length];
        open = new double[shocks.length];
        won = new double[shocks.length];
        for (int k = 0; k < shocks.length; k++) {
            factors[k] = Math.exp(shocks[k]);
            open[k] = 1;
        }
    }

    /** Goes on by some days, with hazards summed over them, around a day. */
    void add(double winHazard, double lossHazard, double day) {
        for (int k = 0; k < factors.length; k++) {
            double win = winHazard * factors[k];
            double hazard = win + lossHazard;
            if (hazard > 0) {
                double closing = open[k] * -Math.expm1(-hazard);
                won[k] += closing * win / hazard;
                open[k] -= closing;
                closed += closing;
                closedDays += closing * day;
            }
        }
    }

    /** Probability of being won under each shock. */
    double[] won() {
        return won.clone();
    }

    double meanWon() {
        double sum = 0;
        for (double probability : won) {
            sum += probability;
        }
        return sum / won.length;
    }

    /** Mean day of closing, given that the deal closes; not a number when it cannot. */
    double daysToClose() {
        return closed > 0 ? closedDays / closed : Double.NaN;
    }
}

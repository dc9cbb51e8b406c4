package org.kvartal.forecast.timeseries.ets;

/**
 * What smoothing parameters are like before a series has been seen.
 *
 * <pre>
 *   -2 log density = sum z^2,  z = (parameter - customary) / spread
 *               customary   spread
 *   alpha       0.5         0.5
 *   b*          0.05        0.1
 *   g*          0.1         0.3
 *   phi         0.95        0.05
 *   n log(S (1 + sum z^2 / n)) is minimised in place of n log S
 * </pre>
 *
 * A few dozen values leave the likelihood flat, and its very top forecasts worse than a point nearby with a calmer
 * trend. The numbers were chosen on the ends of training series: bench/forecast-accuracy.java, holdout. S, its slope and
 * its curvature are those of {@link EtsProducts}.
 */
final class EtsPrior {
    private static final double[] CUSTOMARY = {0.5, 0.05, 0.1, 0.95};
    private static final double[] SPREAD = {0.5, 0.1, 0.3, 0.05};

    private final int[] places;
    private final double strength;

    private EtsPrior(int[] places, double strength) {
        this.places = places;
        this.strength = strength;
    }

    /** For the parameters at the places named, in the order alpha, b*, g*, phi. */
    static EtsPrior customary(int[] places) {
        return new EtsPrior(places, 1);
    }

    /** No opinion: plain maximum likelihood. */
    static EtsPrior none(int[] places) {
        return new EtsPrior(places, 0);
    }

    /** Adds the opinion to a sum of squares of {@code n} errors, its slope and its curvature. */
    double added(double squares, int n, double[] point, double[] slope, double[][] curvature) {
        if (strength == 0 || !Double.isFinite(squares)) {
            return squares;
        }
        double distance = 0;
        for (int i = 0; i < places.length; i++) {
            double z = distance(point, i);
            distance += z * z;
        }
        double factor = 1 + strength * distance / n;
        double weight = strength * squares / n;
        for (int i = 0; i < places.length; i++) {
            double spread = SPREAD[places[i]];
            for (int j = 0; j <= i; j++) {
                curvature[i][j] *= factor;
            }
            curvature[i][i] += weight / (spread * spread);
            slope[i] = slope[i] * factor + weight * distance(point, i) / spread;
        }
        return squares * factor;
    }

    private double distance(double[] point, int i) {
        return (point[i] - CUSTOMARY[places[i]]) / SPREAD[places[i]];
    }
}

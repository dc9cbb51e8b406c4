package org.kvartal.forecast.timeseries.theta;

/**
 * The squared errors of the Theta method as a function of alpha alone.
 *
 * <pre>
 *   mu[t] = a[t] + l[0] (1 - alpha)^(t-1) + w g[t],  w = 1 - 1 / theta     with the symbols of {@link ThetaRecursion}
 *   a[t]  = alpha y[t-1] + (1 - alpha) a[t-1]                              what earlier values say
 *   g[t]  = (1 - alpha)^(t-1) A[t-1] + (1 - (1 - alpha)^t) / alpha B[t-1]  what the line says
 * </pre>
 *
 * mu is linear in l[0] and w, so for each alpha the best of both come from two equations, within their limits; A and B do
 * not depend on the parameters and are computed once. Separable least squares: Golub and Pereyra (1973), SIAM J.
 * Numerical Analysis 10.
 */
final class ThetaSearch {
    private static final double LOWEST_ALPHA = 0.01;
    private static final double HIGHEST_ALPHA = 0.99;
    private static final double[] FIRST = {0.05, 0.15, 0.3, 0.5, 0.7, 0.9, HIGHEST_ALPHA};
    private static final int MIDDLE = 3;
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final int STEPS = 12;
    private static final double SINGULAR = 1e-12;
    private static final int FIRST_ERROR = 2;

    private final double[] y;
    private final double[] intercepts;
    private final double[] slopes;
    private final double centre;
    private final double reach;
    private final double lowestWeight;
    private final double highestWeight;
    private double bestAlpha;
    private double bestLevel;
    private double bestWeight;
    private double least = Double.POSITIVE_INFINITY;

    /**
     * @param intercepts A before each value
     * @param slopes B before each value
     * @param reach how far l[0] may lie from half of the first value
     */
    ThetaSearch(
            double[] y, double[] intercepts, double[] slopes, double reach, double lowestTheta, double highestTheta) {
        this.y = y;
        this.intercepts = intercepts;
        this.slopes = slopes;
        this.centre = y[0] / 2;
        this.reach = reach;
        lowestWeight = 1 - 1 / lowestTheta;
        highestWeight = 1 - 1 / highestTheta;
    }

    /**
     * Walks downhill on a coarse grid from its middle, then by golden sections. A lower hollow at the other end is left
     * alone: a level that hardly moves fits trends by its start and forecasts them worse.
     */
    void run() {
        int best = MIDDLE;
        double lowest = at(FIRST[best]);
        int direction = at(FIRST[best + 1]) < lowest ? 1 : -1;
        for (int i = best + direction; i >= 0 && i < FIRST.length; i += direction) {
            double value = at(FIRST[i]);
            if (!(value < lowest)) {
                break;
            }
            lowest = value;
            best = i;
        }
        double low = best == 0 ? LOWEST_ALPHA : FIRST[best - 1];
        double high = best == FIRST.length - 1 ? HIGHEST_ALPHA : FIRST[best + 1];
        double left = low + GOLDEN * (high - low);
        double right = high - GOLDEN * (high - low);
        double atLeft = at(left);
        double atRight = at(right);
        for (int i = 0; i < STEPS; i++) {
            if (atLeft < atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = low + GOLDEN * (high - low);
                atLeft = at(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = high - GOLDEN * (high - low);
                atRight = at(right);
            }
        }
    }

    /** The lowest sum of squares for an alpha, which is kept if it is the lowest so far. */
    private double at(double alpha) {
        double keep = 1 - alpha;
        double inverse = 1 / alpha;
        double power = keep;
        double earlier = alpha * y[0];
        double rr = 0;
        double rp = 0;
        double rg = 0;
        double pp = 0;
        double pg = 0;
        double gg = 0;
        for (int t = 1; t < y.length; t++) {
            double g = power * intercepts[t] + (1 - power * keep) * inverse * slopes[t];
            if (t >= FIRST_ERROR) {
                double r = y[t] - earlier - centre * power;
                rr += r * r;
                rp += r * power;
                rg += r * g;
                pp += power * power;
                pg += power * g;
                gg += g * g;
            }
            earlier = alpha * y[t] + keep * earlier;
            power *= keep;
        }
        return solve(alpha, rr, rp, rg, pp, pg, gg);
    }

    private double solve(double alpha, double rr, double rp, double rg, double pp, double pg, double gg) {
        double determinant = pp * gg - pg * pg;
        double weight = determinant > SINGULAR * pp * gg ? (pp * rg - pg * rp) / determinant : lowestWeight;
        double level = 0;
        // Each is best given the other; two rounds settle which of the limits hold.
        for (int round = 0; round < 2; round++) {
            weight = Math.max(lowestWeight, Math.min(highestWeight, weight));
            level = pp > 0 ? Math.max(-reach, Math.min(reach, (rp - weight * pg) / pp)) : 0;
            if (Math.abs(level) >= reach && gg > 0) {
                weight = (rg - level * pg) / gg;
            }
        }
        weight = Math.max(lowestWeight, Math.min(highestWeight, weight));
        double squares = rr + level * (level * pp - 2 * rp) + weight * (weight * gg - 2 * rg + 2 * level * pg);
        if (squares < least) {
            least = squares;
            bestAlpha = alpha;
            bestLevel = centre + level;
            bestWeight = weight;
        }
        return squares;
    }

    double alpha() {
        return bestAlpha;
    }

    double initialLevel() {
        return bestLevel;
    }

    double theta() {
        return 1 / (1 - bestWeight);
    }
}

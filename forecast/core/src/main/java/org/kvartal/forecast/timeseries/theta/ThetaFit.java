package org.kvartal.forecast.timeseries.theta;

/** A fitted Theta model of a series without season: see {@link Theta} for the formulas. */
final class ThetaFit {
    private final ThetaRecursion recursion;
    private final double initialLevel;
    private final double alpha;
    private final double theta;
    private final double sigma2;

    ThetaFit(ThetaRecursion recursion, double initialLevel, double alpha, double theta, double sigma2) {
        this.recursion = recursion;
        this.initialLevel = initialLevel;
        this.alpha = alpha;
        this.theta = theta;
        this.sigma2 = sigma2;
    }

    double initialLevel() {
        return initialLevel;
    }

    double alpha() {
        return alpha;
    }

    double theta() {
        return theta;
    }

    double sigma2() {
        return sigma2;
    }

    double[] means(int horizon) {
        return recursion.path(initialLevel, alpha, theta, horizon, 0, 0);
    }

    double[] standardDeviations(int horizon) {
        double[] undisturbed = means(horizon);
        double shock = Math.sqrt(sigma2);
        double[] disturbed = recursion.path(initialLevel, alpha, theta, horizon, 1, shock);
        double[] deviations = new double[horizon];
        double variance = sigma2;
        for (int h = 0; h < horizon; h++) {
            deviations[h] = Math.sqrt(variance);
            if (h + 1 < horizon) {
                double response = disturbed[h + 1] - undisturbed[h + 1];
                variance += response * response;
            }
        }
        return deviations;
    }
}

package org.kvartal.forecast.timeseries.ets;

/**
 * A fitted exponential smoothing model, and the mean and variance of what follows.
 *
 * <pre>
 *   mu(h) = l + (phi + ... + phi^h) b, then + s or * s
 *   c(j)  = alpha + beta (phi + ... + phi^j) + gamma [j mod m = 0]
 *   additive error:        var(h) = sigma2 (1 + c(1)^2 + ... + c(h-1)^2)
 *   multiplicative error:  theta(1) = mu(1)^2,  theta(h) = mu(h)^2 + sigma2 sum_{j&lt;h} c(j)^2 theta(h-j)
 *                          var(h) = (1 + sigma2) theta(h) - mu(h)^2
 *   multiplicative season: mu and theta without season (c without gamma), and with k = floor((h-1)/m)
 *                          var(h) = s^2 ((1 + sigma2) (1 + gamma^2 sigma2)^k theta(h) - mu(h)^2)
 * </pre>
 *
 * sigma2 = SSE / (n - number of parameters without the variance). Source: Hyndman, Koehler, Ord and Snyder (2008),
 * Forecasting with Exponential Smoothing, Table 6.1, sections 6.2 (linear), 6.3 (multiplicative error) and 6.4
 * (multiplicative season, the approximation for small sigma).
 */
public final class EtsFit {
    private final EtsForm form;
    private final EtsParameters parameters;
    private final double[] initialState;
    private final EndState end;
    private final double sigma2;
    private final double deviance;
    private final double aicc;

    EtsFit(
            EtsForm form,
            EtsParameters parameters,
            double[] initialState,
            EndState end,
            double sigma2,
            double deviance,
            double aicc) {
        this.form = form;
        this.parameters = parameters;
        this.initialState = initialState;
        this.end = end;
        this.sigma2 = sigma2;
        this.deviance = deviance;
        this.aicc = aicc;
    }

    /** The states after the last value. */
    static final class EndState {
        private final double level;
        private final double trend;
        private final double[] seasons;

        EndState(double level, double trend, double[] seasons) {
            this.level = level;
            this.trend = trend;
            this.seasons = seasons;
        }
    }

    public EtsForm form() {
        return form;
    }

    public EtsParameters parameters() {
        return parameters;
    }

    /** The variance of the one-step errors, relative for multiplicative errors. */
    public double sigma2() {
        return sigma2;
    }

    /** Minus twice the log-likelihood, up to the constant of the sample size. */
    public double deviance() {
        return deviance;
    }

    public double aicc() {
        return aicc;
    }

    /** Level, trend if any, and all seasons but the last if any, before the first value. */
    public double[] initialState() {
        return initialState.clone();
    }

    /** The means of the values that follow. */
    public double[] means(int horizon) {
        double[] means = trendMeans(horizon);
        for (int h = 0; h < horizon; h++) {
            double s = end.seasons[h % end.seasons.length];
            means[h] = switch (form.season()) {
                case NONE -> means[h];
                case ADDITIVE -> means[h] + s;
                case MULTIPLICATIVE -> means[h] * s;
            };
        }
        return means;
    }

    private double[] trendMeans(int horizon) {
        double[] means = new double[horizon];
        double damping = 0;
        double power = 1;
        for (int h = 0; h < horizon; h++) {
            power *= parameters.phi();
            damping += power;
            means[h] = end.level + damping * end.trend;
        }
        return means;
    }

    /** The standard deviations of the errors of the means. */
    public double[] standardDeviations(int horizon) {
        double[] c2 = squaredImpacts(horizon);
        double[] deviations = new double[horizon];
        if (form.error() == EtsForm.Error.ADDITIVE) {
            double sum = 1;
            for (int h = 0; h < horizon; h++) {
                deviations[h] = Math.sqrt(sigma2 * sum);
                sum += c2[h];
            }
            return deviations;
        }
        boolean factors = form.season() == EtsForm.Season.MULTIPLICATIVE;
        double[] mu = factors ? trendMeans(horizon) : means(horizon);
        double[] theta = new double[horizon];
        int m = end.seasons.length;
        double seasonRisk = 1;
        for (int h = 0; h < horizon; h++) {
            theta[h] = mu[h] * mu[h];
            for (int j = 0; j < h; j++) {
                theta[h] += sigma2 * c2[j] * theta[h - j - 1];
            }
            seasonRisk *= factors && h > 0 && h % m == 0 ? 1 + parameters.gamma() * parameters.gamma() * sigma2 : 1;
            double s = factors ? end.seasons[h % m] : 1;
            double variance = (1 + sigma2) * seasonRisk * theta[h] - mu[h] * mu[h];
            deviations[h] = Math.abs(s) * Math.sqrt(Math.max(variance, 0));
        }
        return deviations;
    }

    /** c(j)^2 for j = 1..horizon. */
    private double[] squaredImpacts(int horizon) {
        double[] c2 = new double[horizon];
        double damping = 0;
        double power = 1;
        int m = end.seasons.length;
        for (int j = 1; j <= horizon; j++) {
            power *= parameters.phi();
            damping += power;
            double c = parameters.alpha() + parameters.beta() * damping;
            c += form.season() == EtsForm.Season.ADDITIVE && j % m == 0 ? parameters.gamma() : 0;
            c2[j - 1] = c * c;
        }
        return c2;
    }
}

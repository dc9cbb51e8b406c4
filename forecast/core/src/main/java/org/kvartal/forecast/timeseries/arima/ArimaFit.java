package org.kvartal.forecast.timeseries.arima;

/**
 * A fitted model, and the mean and variance of what follows.
 *
 * <pre>
 *   mean(h): the filter's forecasts of the differenced series, summed up again
 *   var(h)  = sigma2 (1 + psi[1]^2 + ... + psi[h-1]^2)
 *   psi     : weights of ma(B) / (ar(B) (1 - B)^d (1 - B^m)^D)
 * </pre>
 *
 * Source: Brockwell and Davis (1991), Time Series: Theory and Methods, 2nd ed., section 9.5.
 */
public final class ArimaFit {
    private final ArimaOrder order;
    private final double[] y;
    private final double[] coefficients;
    private final double mean;
    private final ArmaFilter filter;
    private final ArmaPolynomials polynomials;
    private final double sigma2;
    private final double deviance;
    private final double aicc;

    ArimaFit(
            ArimaOrder order,
            double[] y,
            double[] coefficients,
            double mean,
            ArmaFilter filter,
            ArmaPolynomials polynomials,
            double sigma2,
            double deviance,
            double aicc) {
        this.order = order;
        this.y = y;
        this.coefficients = coefficients;
        this.mean = mean;
        this.filter = filter;
        this.polynomials = polynomials;
        this.sigma2 = sigma2;
        this.deviance = deviance;
        this.aicc = aicc;
    }

    public ArimaOrder order() {
        return order;
    }

    /** The coefficients in the order p, q, P, Q. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** The mean of the differenced series. */
    public double mean() {
        return mean;
    }

    /** The variance of the innovations. */
    public double sigma2() {
        return sigma2;
    }

    /** Minus twice the exact log-likelihood of the differenced series. */
    public double deviance() {
        return deviance;
    }

    public double aicc() {
        return aicc;
    }

    public double[] means(int horizon) {
        double[] w = filter.forecasts(horizon);
        for (int h = 0; h < horizon; h++) {
            w[h] += mean;
        }
        double[] seasonal = Differences.of(y, 0, order.seasonalD(), order.season());
        for (int i = order.d() - 1; i >= 0; i--) {
            w = summed(Differences.of(seasonal, i, 0, 1), w, 1);
        }
        for (int i = order.seasonalD() - 1; i >= 0; i--) {
            w = summed(Differences.of(y, 0, i, order.season()), w, order.season());
        }
        return w;
    }

    private static double[] summed(double[] history, double[] differences, int lag) {
        double[] values = new double[differences.length];
        for (int h = 0; h < values.length; h++) {
            double before = h < lag ? history[history.length - lag + h] : values[h - lag];
            values[h] = before + differences[h];
        }
        return values;
    }

    public double[] standardDeviations(int horizon) {
        double[] ar = polynomials.ar().clone();
        for (int i = 0; i < order.d(); i++) {
            ar = timesDifference(ar, 1);
        }
        for (int i = 0; i < order.seasonalD(); i++) {
            ar = timesDifference(ar, order.season());
        }
        double[] ma = polynomials.ma();
        double[] psi = new double[horizon];
        double[] deviations = new double[horizon];
        double sum = 0;
        for (int k = 0; k < horizon; k++) {
            psi[k] = k == 0 ? 1 : k <= ma.length ? ma[k - 1] : 0;
            for (int j = 1; j <= Math.min(k, ar.length); j++) {
                psi[k] += ar[j - 1] * psi[k - j];
            }
            sum += psi[k] * psi[k];
            deviations[k] = Math.sqrt(sigma2 * sum);
        }
        return deviations;
    }

    /** The lags of (1 - ar[1] B - ...)(1 - B^lag). */
    private static double[] timesDifference(double[] ar, int lag) {
        double[] product = new double[ar.length + lag];
        for (int i = 0; i < ar.length; i++) {
            product[i] += ar[i];
            product[i + lag] -= ar[i];
        }
        product[lag - 1] += 1;
        return product;
    }
}

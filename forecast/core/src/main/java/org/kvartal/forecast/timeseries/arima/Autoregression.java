package org.kvartal.forecast.timeseries.arima;

import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Gaps;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;

/**
 * An autoregression of changes, of logarithms if all values are positive, with half of the mean change carried on.
 *
 * <pre>
 *   x[t] = log y[t]  or  y[t]                      season taken out ({@link SeasonalAdjustment})
 *   w[t] = x[t] - x[t-1] - c,  c = mean change
 *   w[t] = a[1] w[t-1] + ... + a[p] w[t-p] + e[t]  Yule-Walker, p by n log v[p] + 2 p
 *   mean(h) = x[n] + sum_{i&lt;=h} (w(n+i) + c / 2)
 *   var(h)  = v[p] n / (n - p - 1) sum_{k&lt;h} Psi[k]^2      Psi: cumulated weights of 1 / a(B)
 * </pre>
 *
 * Carrying on the whole mean change overshoots: in the M3 and M4 competitions damped trends beat full ones. The means of
 * logarithms come back as medians. Source: Brockwell and Davis (1991), Time Series: Theory and Methods, 2nd ed., sections
 * 8.1 and 8.2; half the drift after the theta line of Assimakopoulos and Nikolopoulos (2000), Int. J. Forecasting 16.
 */
public final class Autoregression implements Forecaster {
    private static final int SHORTEST = 5;
    private static final int MOST_LAGS = 5;
    private static final double DRIFT_CARRIED_ON = 0.5;

    @Override
    public String name() {
        return "autoregression";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        if (history.observedCount() < SHORTEST) {
            return new NotForecastable(
                    name(), "%d observed values, needs %d".formatted(history.observedCount(), SHORTEST));
        }
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(Gaps.filled(history), history.season());
        double[] x = adjustment.adjusted();
        boolean positive = true;
        for (double value : x) {
            positive = positive && value > 0;
        }
        if (positive) {
            for (int t = 0; t < x.length; t++) {
                x[t] = Math.log(x[t]);
            }
        }
        Forecasts changes = forecastLevels(x, horizon, levels, positive ? "logarithms" : "values");
        Forecasts forecasts = positive ? changes.transformed((step, value) -> Math.exp(value)) : changes;
        return forecasts.isFinite()
                ? adjustment.restored(forecasts)
                : new NotForecastable(name(), "the changes explode");
    }

    private Forecasts forecastLevels(double[] x, int horizon, Levels levels, String of) {
        int n = x.length - 1;
        double drift = (x[n] - x[0]) / n;
        double[] w = new double[n];
        for (int t = 0; t < n; t++) {
            w[t] = x[t + 1] - x[t] - drift;
        }
        int most = Math.min(MOST_LAGS, n / 4);
        Autocovariance.Autoregressions fits = new Autocovariance(w).autoregressions(most);
        int order = order(fits, n, most);
        double[] a = fits.coefficients(order);
        double[] means = new double[horizon];
        double[] deviations = new double[horizon];
        double[] ahead = new double[horizon];
        double[] psi = new double[horizon];
        double level = x[n];
        double cumulated = 0;
        double variance = 0;
        for (int h = 0; h < horizon; h++) {
            psi[h] = h == 0 ? 1 : 0;
            for (int j = 1; j <= order; j++) {
                ahead[h] += a[j - 1] * (h - j >= 0 ? ahead[h - j] : w[n + h - j]);
                psi[h] += h - j >= 0 ? a[j - 1] * psi[h - j] : 0;
            }
            level += ahead[h] + DRIFT_CARRIED_ON * drift;
            cumulated += psi[h];
            variance += fits.variance(order) * n / Math.max(1, n - order - 1) * cumulated * cumulated;
            means[h] = level;
            deviations[h] = Math.sqrt(variance);
        }
        return Forecasts.normal(name(), "AR(%d) of changes of %s".formatted(order, of), means, deviations, levels);
    }

    private static int order(Autocovariance.Autoregressions fits, int n, int most) {
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int p = 0; p <= most; p++) {
            double criterion = n * Math.log(Math.max(fits.variance(p), Double.MIN_NORMAL)) + 2 * p;
            if (criterion < lowest) {
                lowest = criterion;
                best = p;
            }
        }
        return best;
    }
}

package org.kvartal.forecast.timeseries.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Gaps;

/**
 * ARIMA with seasons, of the order that the corrected Akaike criterion prefers.
 *
 * <pre>
 *   differences by tests ({@link Differences}); orders by regression ({@link HannanRissanen}), the best few, each with
 *   and without a constant when differenced at most once, by exact likelihood ({@link ArimaEstimator}); after two
 *   steps only the best two are fitted to the end
 * </pre>
 *
 * Missing values are filled first, since the fast filter needs equal steps. Source: Hyndman and Khandakar (2008),
 * Automatic time series forecasting, J. Statistical Software 27(3), section 3, with regression in place of the stepwise
 * search, as in Gomez and Maravall (2001), A Course in Time Series Analysis, chapter 7.
 */
public final class Arima implements Forecaster {
    private static final int SHORTEST = 6;
    private static final int LONGEST_SEASON = 24;
    private static final int FINALISTS = 3;
    private static final int FIRST_STEPS = 2;
    private static final int PROMISING = 2;
    private static final int STEPS = 8;
    private static final int GIVEN_STEPS = 80;
    private static final int MOST_DIFFERENCES = 2;

    private final Optional<ArimaOrder> only;

    private Arima(Optional<ArimaOrder> only) {
        this.only = only;
    }

    /** Chooses the order for each series. */
    public static Arima automatic() {
        return new Arima(Optional.empty());
    }

    public static Arima of(ArimaOrder order) {
        return new Arima(Optional.of(order));
    }

    @Override
    public String name() {
        return "arima";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        Optional<ArimaFit> fit = fit(history);
        if (fit.isEmpty()) {
            return new NotForecastable(name(), "%d observed values are too few".formatted(history.observedCount()));
        }
        ArimaFit model = fit.get();
        Forecasts forecasts = Forecasts.normal(
                name(),
                String.format(Locale.ROOT, "%s, AICc %.1f", model.order(), model.aicc()),
                model.means(horizon),
                model.standardDeviations(horizon),
                levels);
        return forecasts.isFinite() ? forecasts : new NotForecastable(name(), model.order() + " diverges");
    }

    /** The model fitted to a series; empty if there are too few values. */
    public Optional<ArimaFit> fit(TimeSeries history) {
        if (history.observedCount() < SHORTEST) {
            return Optional.empty();
        }
        double[] y = Gaps.filled(history);
        List<ArimaEstimator> estimators = only.isPresent()
                ? improved(given(y, only.get()), GIVEN_STEPS)
                : improved(promising(improved(chosen(y, history.season()), FIRST_STEPS)), STEPS - FIRST_STEPS);
        return estimators.stream()
                .filter(estimator -> only.isPresent() || Double.isFinite(estimator.aicc()))
                .min(Comparator.comparingDouble(ArimaEstimator::aicc))
                .map(estimator -> estimator.fit(y));
    }

    private static List<ArimaEstimator> improved(List<ArimaEstimator> estimators, int steps) {
        estimators.forEach(estimator -> estimator.improve(steps));
        return estimators;
    }

    private static List<ArimaEstimator> promising(List<ArimaEstimator> estimators) {
        return estimators.stream()
                .sorted(Comparator.comparingDouble(ArimaEstimator::aicc))
                .limit(PROMISING)
                .toList();
    }

    private static List<ArimaEstimator> given(double[] y, ArimaOrder order) {
        if (y.length - order.lostToDifferences() <= order.parameterCount()) {
            return List.of();
        }
        // The likelihood has several hills: one start on each side of 0, where the two parts cannot be told apart,
        // and one where a persistent series hardly shows in its differences.
        return Stream.of(new double[] {0.1, 0.1}, new double[] {0.1, -0.4}, new double[] {0.6, -0.8})
                .map(start -> new ArimaEstimator(y, order, start(order, start[0], start[1])))
                .toList();
    }

    private static double[] start(ArimaOrder order, double autoregressive, double movingAverage) {
        double[] start = new double[order.coefficientCount()];
        Arrays.fill(start, autoregressive);
        Arrays.fill(start, order.p(), order.p() + order.q(), movingAverage);
        Arrays.fill(start, start.length - order.seasonalQ(), start.length, movingAverage);
        return start;
    }

    private static List<ArimaEstimator> chosen(double[] y, int season) {
        int m = season <= LONGEST_SEASON && y.length >= 2 * season + 4 ? season : 1;
        int seasonalD = Differences.seasonalNeeded(y, m);
        double[] w = Differences.of(y, 0, seasonalD, m);
        int d = Differences.plainNeeded(w, MOST_DIFFERENCES - seasonalD);
        w = Differences.of(w, d, 0, 1);
        List<ArimaEstimator> estimators = new ArrayList<>();
        for (HannanRissanen.Candidate candidate : new HannanRissanen(centred(w), m).best(FINALISTS)) {
            for (ArimaOrder.Constant constant : ArimaOrder.Constant.values()) {
                if (constant == ArimaOrder.Constant.ZERO ? d + seasonalD > 0 : d + seasonalD < 2) {
                    ArimaOrder order = candidate.order(d, seasonalD, m, constant);
                    estimators.add(new ArimaEstimator(y, order, candidate.start()));
                }
            }
        }
        return estimators;
    }

    private static double[] centred(double[] w) {
        double sum = 0;
        for (double value : w) {
            sum += value;
        }
        double[] centred = new double[w.length];
        for (int t = 0; t < w.length; t++) {
            centred[t] = w[t] - sum / w.length;
        }
        return centred;
    }
}

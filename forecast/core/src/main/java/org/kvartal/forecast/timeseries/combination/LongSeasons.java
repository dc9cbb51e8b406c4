package org.kvartal.forecast.timeseries.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.SeasonalNaive;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.accuracy.PointMeasures;
import org.kvartal.forecast.timeseries.arima.Arima;
import org.kvartal.forecast.timeseries.arima.Autoregression;
import org.kvartal.forecast.timeseries.ces.Ces;
import org.kvartal.forecast.timeseries.decomposition.Mstl;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;

/**
 * Series with a long season or several: few members that see different parts of it, weighted by how they did last.
 *
 * <pre>
 *   all seasons       autoregression of what MSTL leaves, of logarithms if all values are positive
 *   shortest season   ARIMA and CES of the last 400 values; autoregression of the seasonally adjusted values
 *   each season       seasonal naive
 *   weight[i] = e[i]^-3 / sum e[j]^-3      e[i] = mean over the trials of MAE[i] / the least MAE of that trial
 *   mean(h)   = sum weight[i] mean[i](h)   interval ends likewise
 * </pre>
 *
 * Each of two trials is over min(h, n / 4) values that no member knows: the last ones, and those before. With too few
 * values for a trial all weights are equal. To the seasons given, 168 is added to 24 (hours of a week) and 364 to 7 (days
 * of a year) where the series is three of them long, unless it has only the seasons named. On the ends of training series
 * more members were worse, and a second trial was worth 5 to 10 %. Sources: Bandara, Hyndman and Bergmeir (2021), MSTL,
 * arXiv 2107.13462, section 4 (all seasons); Bates and Granger (1969), The combination of forecasts, Operational Research
 * Quarterly 20 (weights).
 */
public final class LongSeasons {
    /** Up to here the ordinary methods take a season. */
    static final int LONGEST_ORDINARY = 24;

    private static final String KIND = "long-seasons";
    private static final int SEEN = 2;
    private static final int SEEN_WHEN_ADDED = 3;
    private static final Map<Integer, Integer> ADDED = Map.of(24, 168, 7, 364);

    private static final double SMALLEST_ERROR = 1e-6;

    /** What ARIMA and CES see: older values cost time and add no accuracy. */
    private static final int RECENT = 400;

    private static final int TRIALS = 2;
    private static final double SHARPNESS = 3;

    private final Map<String, Forecaster> shortSeason = Map.of("arima", Arima.automatic(), "ces", Ces.automatic());
    private final Forecaster autoregression = new Autoregression();
    private final Forecaster seasonalNaive = new SeasonalNaive();

    /** Whether a series has a season too long for the ordinary methods, or more than one. */
    public static boolean applyTo(TimeSeries series) {
        return Arrays.stream(seasons(series)).anyMatch(m -> m > LONGEST_ORDINARY);
    }

    private static int[] seasons(TimeSeries series) {
        int n = series.length();
        IntStream given = Arrays.stream(series.seasons()).filter(m -> m > 1 && n >= SEEN * m);
        if (series.hasOnlyNamedSeasons()) {
            return given.sorted().distinct().toArray();
        }
        IntStream added = Arrays.stream(series.seasons())
                .map(m -> ADDED.getOrDefault(m, Integer.MAX_VALUE))
                .filter(m -> (long) SEEN_WHEN_ADDED * m <= n);
        return IntStream.concat(given, added).sorted().distinct().toArray();
    }

    /** Forecasts of a complete series. */
    public Forecasts forecast(TimeSeries complete, int horizon, Levels levels) {
        return unit(complete, horizon, levels).unit();
    }

    UnitForecast unit(TimeSeries complete, int horizon, Levels levels) {
        int[] seasons = seasons(complete);
        Map<String, Forecasts> found = members(complete, seasons, horizon, levels);
        MemberCombination members = new MemberCombination(found);
        Map<String, Double> weights = weights(found.keySet(), trials(complete, seasons, horizon));
        Forecasts mean = members.weighted(weights);
        Forecasts named = mean.as("auto", "%s, seasons %s".formatted(mean.reason(), Arrays.toString(seasons)));
        return new UnitForecast(KIND, named, members.disagreement(mean, weights), complete.toArray(), seasons[0]);
    }

    /** The weights of the methods; one that failed in a trial counts as twice as bad as the best in it. */
    private static Map<String, Double> weights(Set<String> methods, List<Map<String, Double>> trials) {
        Map<String, Double> weights = new LinkedHashMap<>();
        double total = 0;
        for (String method : methods) {
            double error = trials.stream()
                    .mapToDouble(trial -> trial.getOrDefault(method, 2.0))
                    .average()
                    .orElse(1);
            double weight = Math.pow(error, -SHARPNESS);
            weights.put(method, weight);
            total += weight;
        }
        double sum = total;
        weights.replaceAll((method, weight) -> weight / sum);
        return weights;
    }

    /** For each trial the mean absolute error of each member by that of the best. */
    private List<Map<String, Double>> trials(TimeSeries complete, int[] seasons, int horizon) {
        List<Map<String, Double>> trials = new ArrayList<>();
        int length = Math.min(horizon, complete.length() / 4);
        for (int i = 1; i <= TRIALS; i++) {
            int origin = complete.length() - i * length;
            if (length > 0 && origin >= SEEN * seasons[seasons.length - 1]) {
                double[] actuals = complete.between(origin, origin + length).toArray();
                trials.add(trial(actuals, members(complete.first(origin), seasons, length, Levels.none())));
            }
        }
        return trials;
    }

    private static Map<String, Double> trial(double[] actuals, Map<String, Forecasts> members) {
        double least = PointMeasures.meanAbsoluteError(actuals, new double[actuals.length]) * SMALLEST_ERROR
                + Double.MIN_NORMAL;
        Map<String, Double> errors = new LinkedHashMap<>();
        members.forEach((method, forecasts) ->
                errors.put(method, Math.max(least, PointMeasures.meanAbsoluteError(actuals, forecasts.means()))));
        double best = errors.values().stream().mapToDouble(e -> e).min().orElse(1);
        errors.replaceAll((method, error) -> error / best);
        return errors;
    }

    private Map<String, Forecasts> members(TimeSeries complete, int[] seasons, int horizon, Levels levels) {
        Map<String, Forecasts> members = new TreeMap<>();
        keep(members, "mstl-autoregression", decomposed(complete, seasons, horizon, levels));
        int shortest = seasons[0] <= LONGEST_ORDINARY ? seasons[0] : 1;
        int n = complete.length();
        TimeSeries shortly = complete.between(Math.max(0, n - RECENT), n).withSeasons(shortest);
        shortSeason.forEach((name, method) -> keep(members, name, method.forecast(shortly, horizon, levels)));
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(complete.toArray(), shortest);
        if (autoregression.forecast(TimeSeries.of(adjustment.adjusted()), horizon, levels)
                instanceof Forecasts adjusted) {
            keep(members, "autoregression", adjustment.restored(adjusted));
        }
        for (int season : seasons) {
            keep(
                    members,
                    "seasonal-naive-" + season,
                    seasonalNaive.forecast(complete.withSeasons(season), horizon, levels));
        }
        return members;
    }

    private static void keep(Map<String, Forecasts> members, String name, ForecastResult result) {
        if (result instanceof Forecasts forecasts && forecasts.isFinite()) {
            members.put(name, forecasts);
        }
    }

    private ForecastResult decomposed(TimeSeries complete, int[] seasons, int horizon, Levels levels) {
        double[] y = complete.toArray();
        boolean positive = Arrays.stream(y).allMatch(value -> value > 0);
        Mstl mstl = Mstl.of(positive ? Arrays.stream(y).map(Math::log).toArray() : y, seasons);
        double[] adjusted = mstl.adjusted();
        TimeSeries base =
                TimeSeries.of(positive ? Arrays.stream(adjusted).map(Math::exp).toArray() : adjusted);
        ForecastResult result = autoregression.forecast(base, horizon, levels);
        return result instanceof Forecasts forecasts
                ? forecasts.transformed((step, value) ->
                        positive ? value * Math.exp(mstl.seasonAhead(step)) : value + mstl.seasonAhead(step))
                : result;
    }
}

package org.kvartal.forecast.timeseries.combination;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.SeasonalNaive;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.accuracy.PointMeasures;
import org.kvartal.forecast.timeseries.decomposition.Mstl;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;

/**
 * Series with a long season or several: the members of two views of the series, weighted by how they did last.
 *
 * <pre>
 *   view 1: all seasons taken out by MSTL, of logarithms if all values are positive; the pool without season
 *   view 2: the shortest season only, as for any series; the pool
 *   and the seasonal naive method for each season
 *   weight[i] = MAE[i]^-2 / sum MAE[j]^-2      errors over the last min(h, n / 4) values, known to no member
 *   mean(h)   = sum weight[i] mean[i](h)       interval ends likewise
 * </pre>
 *
 * With too few values for such a trial all weights are equal. To the seasons given, 168 is added to 24 (hours of a week)
 * and 364 to 7 (days of a year) where the series is three of them long, unless it has only the seasons named. Sources: Bandara, Hyndman and Bergmeir (2021),
 * MSTL, arXiv 2107.13462, section 4 (view 1); Bates and Granger (1969), The combination of forecasts, Operational
 * Research Quarterly 20 (weights).
 */
public final class LongSeasons {
    private static final String KIND = "long-seasons";
    private static final int LONGEST_ORDINARY = 24;
    private static final int SEEN = 2;
    private static final int SEEN_WHEN_ADDED = 3;
    private static final Map<Integer, Integer> ADDED = Map.of(24, 168, 7, 364);

    private static final double SMALLEST_ERROR = 1e-6;

    private final Pool pool = Pool.longSeries();
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
        Map<String, Double> errors = trial(complete, seasons, horizon);
        Map<String, Double> weights = new LinkedHashMap<>();
        double total = 0;
        for (String method : found.keySet()) {
            double error = errors.getOrDefault(method, errors.isEmpty() ? 1 : Double.POSITIVE_INFINITY);
            double weight = 1 / (error * error);
            weights.put(method, weight);
            total += weight;
        }
        double sum = total;
        weights.replaceAll((method, weight) -> weight / sum);
        MemberCombination members = new MemberCombination(found);
        Forecasts mean = members.weighted(weights);
        Forecasts named = mean.as("auto", "%s, seasons %s".formatted(mean.reason(), Arrays.toString(seasons)));
        return new UnitForecast(KIND, named, members.disagreement(mean, weights), complete.toArray(), seasons[0]);
    }

    /** The mean absolute error of each member over the last values; empty if the series is too short for a trial. */
    private Map<String, Double> trial(TimeSeries complete, int[] seasons, int horizon) {
        int n = complete.length();
        int length = Math.min(horizon, n / 4);
        if (n - length < SEEN * seasons[seasons.length - 1]) {
            return Map.of();
        }
        double[] actuals = complete.between(n - length, n).toArray();
        double least =
                PointMeasures.meanAbsoluteError(actuals, new double[length]) * SMALLEST_ERROR + Double.MIN_NORMAL;
        Map<String, Double> errors = new LinkedHashMap<>();
        members(complete.first(n - length), seasons, length, Levels.none())
                .forEach((method, forecasts) -> errors.put(
                        method, Math.max(least, PointMeasures.meanAbsoluteError(actuals, forecasts.means()))));
        return errors;
    }

    private Map<String, Forecasts> members(TimeSeries complete, int[] seasons, int horizon, Levels levels) {
        Map<String, String> dropped = new LinkedHashMap<>();
        Map<String, Forecasts> members = decomposed(complete, seasons, horizon, levels, dropped);
        int shortest = seasons[0] <= LONGEST_ORDINARY ? seasons[0] : 1;
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(complete.toArray(), shortest);
        members.putAll(pool.forecast(complete.withSeasons(shortest), adjustment, horizon, levels, dropped));
        for (int season : seasons) {
            if (seasonalNaive.forecast(complete.withSeasons(season), horizon, levels) instanceof Forecasts naive) {
                members.put("seasonal-naive-" + season, naive);
            }
        }
        return members;
    }

    private Map<String, Forecasts> decomposed(
            TimeSeries complete, int[] seasons, int horizon, Levels levels, Map<String, String> dropped) {
        double[] y = complete.toArray();
        boolean positive = Arrays.stream(y).allMatch(value -> value > 0);
        Mstl mstl = Mstl.of(positive ? Arrays.stream(y).map(Math::log).toArray() : y, seasons);
        double[] adjusted = mstl.adjusted();
        TimeSeries base =
                TimeSeries.of(positive ? Arrays.stream(adjusted).map(Math::exp).toArray() : adjusted);
        SeasonalAdjustment none = SeasonalAdjustment.of(base.toArray(), 1);
        Map<String, Forecasts> restored = new LinkedHashMap<>();
        pool.forecast(base, none, horizon, levels, dropped).forEach((method, forecasts) -> {
            Forecasts seasonal = forecasts.transformed((step, value) ->
                    positive ? value * Math.exp(mstl.seasonAhead(step)) : value + mstl.seasonAhead(step));
            if (seasonal.isFinite()) {
                restored.put("mstl-" + method, seasonal);
            }
        });
        return restored;
    }
}

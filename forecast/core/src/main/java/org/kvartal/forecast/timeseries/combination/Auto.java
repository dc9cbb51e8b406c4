package org.kvartal.forecast.timeseries.combination;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Gaps;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;
import org.kvartal.forecast.timeseries.intermittent.DemandPattern;
import org.kvartal.forecast.timeseries.intermittent.IntermittentCombination;

/**
 * The default: for any series of one value or more.
 *
 * <pre>
 *   fewer than 8 values, or all alike                        the baseline {@link SeasonalBaseline}
 *   zeros, none negative, mean interval at least 1.32        {@link IntermittentCombination}
 *   a season above 24 values, seen twice or found            {@link LongSeasons}, after {@link SeasonSearch}
 *   otherwise                                                mean of the methods of {@link Pool}, {@link Runaways} held
 *                                                            back, by the learned {@link Weights}
 * </pre>
 *
 * Leading missing values are dropped, other gaps filled. Intervals are the methods' own, averaged and calibrated by
 * {@link Calibration}. Forecasts of a series that was never negative are not negative. The reason of the result names the
 * methods with their weights in percent, and those that fell out.
 */
public final class Auto implements Forecaster {
    private static final int FEW = 8;
    private static final Levels UNIT = Levels.of(0.95);

    private final Pool withSeason = Pool.withSeason();
    private final Pool withoutSeason = Pool.withoutSeason();
    private final Weights weightsWithSeason = Weights.withSeason();
    private final Weights weightsWithoutSeason = Weights.withoutSeason();
    private final Calibration calibration = Calibration.shipped();
    private final LongSeasons longSeasons = new LongSeasons();
    private final Forecaster baseline = new SeasonalBaseline();
    private final Forecaster intermittent = new IntermittentCombination();

    @Override
    public String name() {
        return "auto";
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        double[] observed = history.observed();
        if (observed.length == 0) {
            return new NotForecastable(name(), "no observed value");
        }
        TimeSeries series = withoutLeadingGap(history);
        double lowest = observed[0];
        double highest = observed[0];
        for (double value : observed) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        if (observed.length < FEW || lowest == highest) {
            return named(baseline.forecast(series, horizon, levels), lowest);
        }
        if (lowest == 0 && isIntermittent(observed)) {
            return named(intermittent.forecast(series, horizon, levels), lowest);
        }
        TimeSeries complete = series.withValues(Gaps.filled(series));
        Forecasts forecasts = beforeCalibration(complete, horizon)
                .map(unit -> calibration.applied(unit, levels))
                .orElseGet(() -> baseline(complete, horizon, levels));
        return forecasts.isFinite()
                ? named(forecasts, lowest)
                : named(baseline.forecast(series, horizon, levels), lowest);
    }

    private static boolean isIntermittent(double[] observed) {
        DemandPattern.Kind kind = DemandPattern.of(observed).kind();
        return kind == DemandPattern.Kind.INTERMITTENT || kind == DemandPattern.Kind.LUMPY;
    }

    private static TimeSeries withoutLeadingGap(TimeSeries history) {
        int first = 0;
        while (Double.isNaN(history.value(first))) {
            first++;
        }
        return first == 0 ? history : history.between(first, history.length());
    }

    /** The combined forecast of a complete history as calibration finds it; empty if no method has one. */
    public Optional<UnitForecast> beforeCalibration(TimeSeries history, int horizon) {
        TimeSeries complete = SeasonSearch.shown(history);
        if (LongSeasons.applyTo(complete)) {
            return Optional.of(longSeasons.unit(complete, horizon, UNIT));
        }
        int m = complete.season();
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(complete.toArray(), m);
        Map<String, String> dropped = new LinkedHashMap<>();
        Pool pool = m == 1 ? withoutSeason : withSeason;
        Map<String, Forecasts> found = pool.forecast(complete, adjustment, horizon, UNIT, dropped);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Forecasts> held = Runaways.heldBack(found, adjustment.adjusted());
        Weights weights = m == 1 ? weightsWithoutSeason : weightsWithSeason;
        double[] features = SeriesFeatures.of(complete, adjustment, horizon, held);
        Map<String, Double> shares = weights.of(features, held.keySet());
        MemberCombination members = new MemberCombination(held);
        Forecasts combined = members.weighted(shares);
        return Optional.of(new UnitForecast(
                Calibration.seasonClass(m),
                combined.as(name(), combined.reason() + leftOut(dropped)),
                members.disagreement(combined, shares),
                adjustment.adjusted(),
                adjustment.isSeasonal() ? m : 1));
    }

    /** A complete series of at least one value always has a baseline. */
    private Forecasts baseline(TimeSeries series, int horizon, Levels levels) {
        return (Forecasts) baseline.forecast(series, horizon, levels);
    }

    private static String leftOut(Map<String, String> dropped) {
        return dropped.isEmpty()
                ? ""
                : "; left out: "
                        + dropped.entrySet().stream()
                                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                                .collect(Collectors.joining(", "));
    }

    private ForecastResult named(ForecastResult result, double lowest) {
        if (!(result instanceof Forecasts forecasts)) {
            return result;
        }
        Forecasts bounded = lowest >= 0 ? forecasts.transformed((step, value) -> Math.max(0, value)) : forecasts;
        String reason =
                forecasts.model().equals(name()) ? forecasts.reason() : forecasts.model() + ": " + forecasts.reason();
        return bounded.as(name(), reason);
    }
}

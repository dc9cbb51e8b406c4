package org.kvartal.forecast.timeseries.combination;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.RandomWalkWithDrift;
import org.kvartal.forecast.timeseries.SeasonalNaive;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.arima.Arima;
import org.kvartal.forecast.timeseries.arima.Autoregression;
import org.kvartal.forecast.timeseries.ces.Ces;
import org.kvartal.forecast.timeseries.combination.SeasonView.Kind;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;
import org.kvartal.forecast.timeseries.ets.Ets;
import org.kvartal.forecast.timeseries.ets.EtsForm;
import org.kvartal.forecast.timeseries.theta.Theta;

/**
 * The methods that are combined, each with its view of the series.
 *
 * <p>Methods without a season of their own see the values with the season taken out in one of several ways, since none is
 * best everywhere: see {@link SeasonView}. Each season is taken out once, and put back into what the methods say.
 */
public final class Pool {
    private static final Forecaster ETS = Ets.automatic();
    private static final Forecaster CES = Ces.automatic();
    private static final Forecaster ARIMA = Arima.automatic();
    private static final Forecaster AUTOREGRESSION = new Autoregression();
    private static final Forecaster THETA = Theta.of(Theta.Variant.STANDARD);
    private static final Forecaster DYNAMIC_THETA = Theta.of(Theta.Variant.DYNAMIC_OPTIMISED);
    private static final Forecaster SMOOTHING = smoothing(EtsForm.Trend.NONE);
    private static final Forecaster DAMPED = smoothing(EtsForm.Trend.DAMPED);

    private final List<Member> members;

    private Pool(List<Member> members) {
        this.members = members;
    }

    private record Member(String name, Kind view, Forecaster method) {}

    /** For series of ordinary length with one short season. */
    public static Pool withSeason() {
        return new Pool(List.of(
                new Member("ces", Kind.AS_IS, CES),
                new Member("arima", Kind.AS_IS, ARIMA),
                new Member("seasonal-naive", Kind.AS_IS, new SeasonalNaive()),
                new Member("autoregression", Kind.TESTED, AUTOREGRESSION),
                new Member("simple-smoothing", Kind.TESTED, SMOOTHING),
                new Member("damped-trend", Kind.TESTED, DAMPED),
                new Member("drift", Kind.TESTED, new RandomWalkWithDrift()),
                new Member("log-theta", Kind.TESTED, new OfLogarithms(THETA)),
                new Member("log-dynamic-optimised-theta", Kind.TESTED, new OfLogarithms(DYNAMIC_THETA)),
                new Member("drawn-theta", Kind.DRAWN, THETA),
                new Member("drawn-log-theta", Kind.DRAWN, new OfLogarithms(THETA)),
                new Member("drawn-dynamic-optimised-theta", Kind.DRAWN, DYNAMIC_THETA),
                new Member("drawn-autoregression", Kind.DRAWN, AUTOREGRESSION),
                new Member("drawn-damped-trend", Kind.DRAWN, DAMPED),
                new Member("evolving-theta", Kind.EVOLVING, THETA),
                new Member("evolving-autoregression", Kind.EVOLVING, AUTOREGRESSION)));
    }

    /** For series without season. */
    public static Pool withoutSeason() {
        return new Pool(List.of(
                new Member("ets", Kind.AS_IS, ETS),
                new Member("ces", Kind.AS_IS, CES),
                new Member("dynamic-optimised-theta", Kind.AS_IS, DYNAMIC_THETA),
                new Member("log-theta", Kind.AS_IS, new OfLogarithms(THETA)),
                new Member("log-dynamic-optimised-theta", Kind.AS_IS, new OfLogarithms(DYNAMIC_THETA)),
                new Member("autoregression", Kind.AS_IS, AUTOREGRESSION),
                new Member("simple-smoothing", Kind.AS_IS, SMOOTHING),
                new Member("damped-trend", Kind.AS_IS, DAMPED),
                new Member("drift", Kind.AS_IS, new RandomWalkWithDrift()),
                new Member("recent-drift", Kind.AS_IS, new RecentDrift()),
                new Member("recent-trend", Kind.AS_IS, new RecentTrend())));
    }

    private static Forecaster smoothing(EtsForm.Trend trend) {
        return Ets.of(new EtsForm(EtsForm.Error.ADDITIVE, trend, EtsForm.Season.NONE));
    }

    /** The names of the methods, in the order in which they are asked. */
    public List<String> names() {
        return members.stream().map(Member::name).toList();
    }

    /** What each method says about a complete series; {@code dropped} receives those that say nothing, and why. */
    public Map<String, Forecasts> forecast(
            TimeSeries complete,
            SeasonalAdjustment adjustment,
            int horizon,
            Levels levels,
            Map<String, String> dropped) {
        Map<Kind, Optional<SeasonView>> views = new EnumMap<>(Kind.class);
        Map<String, Forecasts> results = new LinkedHashMap<>();
        for (Member member : members) {
            Optional<SeasonView> view =
                    views.computeIfAbsent(member.view, kind -> SeasonView.of(kind, complete, adjustment));
            if (view.isEmpty()) {
                dropped.put(member.name, "too few seasons");
                continue;
            }
            ForecastResult result = member.method.forecast(view.get().series(), horizon, levels);
            if (!(result instanceof Forecasts found)) {
                dropped.put(member.name, result.reason());
                continue;
            }
            Forecasts restored = view.get().restored(found);
            if (restored.isFinite()) {
                results.put(member.name, restored);
            } else {
                dropped.put(member.name, "not finite");
            }
        }
        return results;
    }
}

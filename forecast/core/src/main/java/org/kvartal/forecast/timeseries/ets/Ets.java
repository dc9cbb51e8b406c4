package org.kvartal.forecast.timeseries.ets;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.decomposition.Gaps;

/**
 * Exponential smoothing in the form that the corrected Akaike criterion prefers.
 *
 * <p>The forms are fitted coarsely ({@link EtsSelection}); the few within reach of the best are fitted to the end, and
 * the lowest criterion wins. Multiplicative forms need positive values, seasonal forms a season of 2 to 24 values and two full
 * seasons. Source: Hyndman, Koehler, Snyder and Grose (2002), A state space framework for automatic forecasting using
 * exponential smoothing methods, Int. J. Forecasting 18, section 3; the coarse first pass is ours.
 */
public final class Ets implements Forecaster {
    private static final int SHORTEST = 4;
    private static final int LONGEST_SEASON = 24;
    private static final double FINE = 1e-8;
    private static final int STEPS = 20;
    private static final int ALTERNATIONS = 40;

    private final Optional<EtsForm> only;
    private final InitialStates initialStates;

    private Ets(Optional<EtsForm> only, InitialStates initialStates) {
        this.only = only;
        this.initialStates = initialStates;
    }

    /** Where level, trend and seasons before the first value come from. */
    public enum InitialStates {
        /**
         * Decomposition and a straight line, with smoothing parameters drawn towards customary ones: fast, and as a
         * rule the better forecasts.
         */
        DECOMPOSED,
        /** Maximum likelihood, of the smoothing parameters too. */
        ESTIMATED
    }

    /** Chooses the form for each series, from decomposed initial states. */
    public static Ets automatic() {
        return new Ets(Optional.empty(), InitialStates.DECOMPOSED);
    }

    /** Fits one form, from decomposed initial states. */
    public static Ets of(EtsForm form) {
        return new Ets(Optional.of(form), InitialStates.DECOMPOSED);
    }

    public Ets with(InitialStates newInitialStates) {
        return new Ets(only, newInitialStates);
    }

    @Override
    public String name() {
        return only.map(form -> "ets:" + form.code()).orElse("ets");
    }

    @Override
    public ForecastResult forecast(TimeSeries history, int horizon, Levels levels) {
        Forecaster.requireHorizon(horizon);
        Optional<EtsFit> fit = fit(history);
        if (fit.isEmpty()) {
            return new NotForecastable(
                    name(),
                    only.flatMap(form -> objection(form, history))
                            .orElse("%d observed values are too few for %s"
                                    .formatted(
                                            history.observedCount(),
                                            only.map(EtsForm::toString).orElse("any form"))));
        }
        EtsFit model = fit.get();
        Forecasts forecasts = Forecasts.normal(
                name(),
                String.format(Locale.ROOT, "%s, AICc %.1f", model.form(), model.aicc()),
                model.means(horizon),
                model.standardDeviations(horizon),
                levels);
        return forecasts.isFinite() ? forecasts : new NotForecastable(name(), model.form() + " diverges");
    }

    /** The model fitted to a series; empty if there are too few values for any form. */
    public Optional<EtsFit> fit(TimeSeries history) {
        if (history.observedCount() < SHORTEST
                || only.flatMap(form -> objection(form, history)).isPresent()) {
            return Optional.empty();
        }
        double[] y = history.toArray();
        EtsInitialState initial = new EtsInitialState(Gaps.filled(history), history.season());
        return new EtsSelection(y, initial, history.season(), initialStates)
                .finalists(forms(history)).stream().map(this::finished).min(Comparator.comparingDouble(EtsFit::aicc));
    }

    private List<EtsForm> forms(TimeSeries history) {
        if (only.isPresent()) {
            return List.of(only.get());
        }
        boolean positive = isPositive(history);
        int m = history.season();
        boolean seasonal = m > 1 && m <= LONGEST_SEASON && history.observedCount() >= 2 * m;
        return EtsForm.admissible(
                positive ? EnumSet.allOf(EtsForm.Error.class) : EnumSet.of(EtsForm.Error.ADDITIVE),
                seasonal ? EnumSet.allOf(EtsForm.Season.class) : EnumSet.of(EtsForm.Season.NONE));
    }

    private static boolean isPositive(TimeSeries history) {
        return Arrays.stream(history.observed()).allMatch(value -> value > 0);
    }

    /** Why a form that was asked for does not suit the series. */
    private static Optional<String> objection(EtsForm form, TimeSeries history) {
        boolean multiplicative =
                form.error() == EtsForm.Error.MULTIPLICATIVE || form.season() == EtsForm.Season.MULTIPLICATIVE;
        if (multiplicative && !isPositive(history)) {
            return Optional.of(form + " needs values above 0");
        }
        if (form.hasSeason() && history.season() == 1) {
            return Optional.of(form + " needs a season");
        }
        return form.hasSeason() && history.observedCount() < 2 * history.season()
                ? Optional.of("%s needs two seasons of %d values".formatted(form, history.season()))
                : Optional.empty();
    }

    private EtsFit finished(EtsEstimator estimator) {
        if (initialStates == InitialStates.DECOMPOSED) {
            estimator.improve(STEPS, FINE);
            return estimator.fit();
        }
        estimator.improveAll(ALTERNATIONS, STEPS, FINE);
        return estimator.fit();
    }
}

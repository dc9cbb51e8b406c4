package org.kvartal.forecast.timeseries.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.arima.ArimaErrors;
import org.kvartal.forecast.timeseries.decomposition.Gaps;

/** The effects of regressors on one series, and what is left of the series without them. */
public final class RegressionFit implements RegressionResult {
    private static final int FILLINGS = 3;
    private static final double CHANCE = 3;

    private final KnownRegressors regressors;
    private final TimeSeries history;
    private final List<Integer> used;
    private final List<Integer> constant;
    private final ArimaErrors errors;
    private final double[] filled;
    private final RegressionForecaster.Choice choice;

    private RegressionFit(
            KnownRegressors regressors,
            TimeSeries history,
            List<Integer> used,
            List<Integer> constant,
            ArimaErrors errors,
            double[] filled,
            RegressionForecaster.Choice choice) {
        this.choice = choice;
        this.regressors = regressors;
        this.history = history;
        this.used = used;
        this.constant = constant;
        this.errors = errors;
        this.filled = filled;
    }

    /** Fits the varying columns; empty if there are too few values for them. */
    static Optional<RegressionFit> of(
            TimeSeries history, KnownRegressors regressors, ColumnCheck check, RegressionForecaster.Choice choice) {
        double[] filled = Gaps.filled(history);
        Optional<RegressionFit> fit = of(history, regressors, check, choice, filled);
        for (int i = 1; i < FILLINGS && fit.isPresent() && !history.isComplete(); i++) {
            filled = fit.get().refilled();
            fit = of(history, regressors, check, choice, filled);
        }
        return fit;
    }

    private static Optional<RegressionFit> of(
            TimeSeries history,
            KnownRegressors regressors,
            ColumnCheck check,
            RegressionForecaster.Choice choice,
            double[] y) {
        List<Integer> all = check.varying();
        Optional<ArimaErrors> whole = ArimaErrors.automatic(y, past(regressors, all), history.season());
        if (whole.isEmpty() || choice == RegressionForecaster.Choice.ALL) {
            return whole.map(
                    errors -> new RegressionFit(regressors, history, all, check.constant(), errors, y, choice));
        }
        List<int[]> places = IntStream.range(0, all.size())
                .mapToObj(place -> new int[] {place})
                .toList();
        List<Integer> kept = Elimination.kept(whole.get(), places).stream()
                .map(group -> all.get(group[0]))
                .toList();
        Optional<ArimaErrors> errors =
                kept.size() == all.size() ? whole : ArimaErrors.automatic(y, past(regressors, kept), history.season());
        return errors.map(found -> new RegressionFit(regressors, history, kept, check.constant(), found, y, choice));
    }

    private static double[][] past(KnownRegressors regressors, List<Integer> columns) {
        return columns.stream().map(regressors::past).toArray(double[][]::new);
    }

    /** The model of what the regressors leave. */
    public ArimaErrors errors() {
        return errors;
    }

    boolean isNeverNegative() {
        return Arrays.stream(history.observed()).allMatch(value -> value >= 0);
    }

    /** One for each regressor, in their order. */
    public List<Effect> effects() {
        List<Effect> effects = new ArrayList<>();
        double[] coefficients = errors.coefficients();
        double[] standardErrors = errors.standardErrors();
        for (int k = 0; k < regressors.count(); k++) {
            String name = regressors.names().get(k);
            int place = used.indexOf(k);
            if (place >= 0) {
                effects.add(new Effect(name, coefficients[place], standardErrors[place], Effect.Use.USED));
            } else {
                Effect.Use use = constant.contains(k) ? Effect.Use.CONSTANT : Effect.Use.TOO_WEAK;
                effects.add(new Effect(name, 0, 0, use));
            }
        }
        return effects;
    }

    /** The effects in words: those used with their standard errors, then those left out. */
    String describe() {
        String text = effects().stream()
                .filter(effect -> effect.use() == Effect.Use.USED)
                .map(effect -> String.format(
                        Locale.ROOT,
                        "%s %.4g (%.2g)",
                        effect.regressor(),
                        effect.coefficient(),
                        effect.standardError()))
                .collect(Collectors.joining(", "));
        return (text.isEmpty() ? "no regressor used" : text)
                + leftOut(Effect.Use.TOO_WEAK, "too weak")
                + leftOut(Effect.Use.CONSTANT, "constant");
    }

    private String leftOut(Effect.Use use, String reason) {
        String names = effects().stream()
                .filter(effect -> effect.use() == use)
                .map(Effect::regressor)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; left out as %s: %s".formatted(reason, names);
    }

    double[][] future() {
        return used.stream().map(regressors::future).toArray(double[][]::new);
    }

    /** The coefficients times 1 - 3 / ratio^2: less what chance gives to those that were chosen. */
    private double[] shrunk() {
        double[] coefficients = errors.coefficients();
        double[] standardErrors = errors.standardErrors();
        for (int j = 0; j < used.size() && choice == RegressionForecaster.Choice.BY_AICC; j++) {
            double ratio = coefficients[j] / standardErrors[j];
            coefficients[j] *= ratio * ratio > 0 ? Math.max(0, 1 - CHANCE / (ratio * ratio)) : 1;
        }
        return coefficients;
    }

    /** By how much the regressors move each past value from where it would be at their means. */
    private double[] moves() {
        double[] moves = new double[filled.length];
        double[] coefficients = shrunk();
        for (int j = 0; j < used.size(); j++) {
            double[] past = regressors.past(used.get(j));
            double mean = mean(past);
            for (int t = 0; t < moves.length; t++) {
                moves[t] += coefficients[j] * (past[t] - mean);
            }
        }
        return moves;
    }

    /** By how much the regressors will move each value from where it would be at their past means. */
    double[] movesAhead(int horizon) {
        double[] moves = new double[horizon];
        double[] coefficients = shrunk();
        for (int j = 0; j < used.size(); j++) {
            double mean = mean(regressors.past(used.get(j)));
            double[] future = regressors.future(used.get(j));
            for (int h = 0; h < horizon; h++) {
                moves[h] += coefficients[j] * (future[h] - mean);
            }
        }
        return moves;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The series as it would have been with every regressor at its mean; what was missing stays missing. */
    public TimeSeries remainder() {
        double[] remainder = history.toArray();
        double[] moves = moves();
        for (int t = 0; t < remainder.length; t++) {
            remainder[t] -= moves[t];
        }
        return history.withValues(remainder);
    }

    /** The values, with gaps filled as the remainder goes and the regressors say. */
    private double[] refilled() {
        double[] values = Gaps.filled(remainder());
        double[] moves = moves();
        for (int t = 0; t < values.length; t++) {
            double observed = history.value(t);
            values[t] = Double.isNaN(observed) ? values[t] + moves[t] : observed;
        }
        return values;
    }
}

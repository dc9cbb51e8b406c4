package org.kvartal.forecast.timeseries.hierarchy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How to reconcile, chosen at rolling origins.
 *
 * <pre>
 *   chosen = (best + sturdy) / 2         best:   the method with the smallest loss at origins whose errors it has not seen
 *                                        sturdy: {@link Damping#STURDY}
 * </pre>
 *
 * The origins are cut into {@value #PARTS} parts in order of time; the errors of the others give the weights for each. The
 * best of few origins is often not the best of the next; half of a method that is never far off costs little where it is
 * and saves much where it is not. Where the mean itself is worse than the base forecasts, the best is taken alone.
 * Forecasts are coherent whatever was chosen; the trials say by how much they were better or worse than the base.
 */
public final class ReconciliationChoice {
    private static final int PARTS = 3;
    private static final int MANY_AGGREGATES = 300;
    private static final double[] LAMBDAS = {0.1, 0.3, 0.5, 0.7, 1};
    private static final double[] ERROR_POWERS = {1, 1.5, 2};
    private static final double[] SIZE_POWERS = {-1, -0.5, 0, 0.5};

    private final Reconciliation chosen;
    private final Trial trial;
    private final List<Trial> trials;

    private ReconciliationChoice(Reconciliation chosen, Trial trial, List<Trial> trials) {
        this.chosen = chosen;
        this.trial = trial;
        this.trials = List.copyOf(trials);
    }

    /**
     * What a method did at rolling origins.
     *
     * @param change of the error against the base forecasts, mean over the levels, as a fraction; below 0 is better
     * @param loss the change, and more for each level that got worse
     */
    public record Trial(String name, double change, double loss) {}

    private record Candidate(String name, Function<NodeErrors, Reconciliation> fit) {}

    /**
     * Tries every method.
     *
     * @param scales by which errors of nodes are made comparable, as their mean change from season to season; nodes with 0
     *     are left out
     */
    static ReconciliationChoice of(RollingForecasts rolling, double[] scales, Parallel parallel) {
        List<Candidate> candidates = candidates(rolling.grouping());
        List<Trial> trials =
                new ArrayList<>(parallel.map(candidates.size(), i -> trial(candidates.get(i), rolling, scales)));
        int best = IntStream.range(0, trials.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> trials.get(i).loss()))
                .orElseThrow();
        Candidate alone = candidates.get(best);
        Candidate mean = new Candidate(
                "mean of %s and %s".formatted(alone.name(), name(Damping.STURDY)),
                errors -> new MeanOfTwo(
                        alone.fit().apply(errors), MinimumTrace.damped(rolling.grouping(), errors, Damping.STURDY)));
        Trial trial = trial(mean, rolling, scales);
        trials.add(trial);
        NodeErrors errors = rolling.errors();
        return trial.loss() > 0 && trial.loss() > trials.get(best).loss()
                ? new ReconciliationChoice(alone.fit().apply(errors), trials.get(best), trials)
                : new ReconciliationChoice(mean.fit().apply(errors), trial, trials);
    }

    private static List<Candidate> candidates(Grouping grouping) {
        List<Candidate> candidates = new ArrayList<>();
        List<ReconciliationMethod> known = new ArrayList<>(List.of(
                ReconciliationMethod.BOTTOM_UP,
                ReconciliationMethod.OLS,
                ReconciliationMethod.WLS_STRUCT,
                ReconciliationMethod.WLS_VAR,
                ReconciliationMethod.MINT_SHRINK));
        if (grouping.levels().get(0).columns().isEmpty()) {
            known.add(ReconciliationMethod.TOP_DOWN);
        }
        for (ReconciliationMethod method : known) {
            candidates.add(new Candidate(method.label(), errors -> Reconciliation.of(method, grouping, errors)));
        }
        for (Damping damping : grouping.aggregateCount() > MANY_AGGREGATES ? List.of(Damping.STURDY) : dampings()) {
            candidates.add(new Candidate(name(damping), errors -> MinimumTrace.damped(grouping, errors, damping)));
        }
        return candidates;
    }

    private static List<Damping> dampings() {
        List<Damping> dampings = new ArrayList<>();
        for (double lambda : LAMBDAS) {
            for (double errorPower : ERROR_POWERS) {
                for (double sizePower : SIZE_POWERS) {
                    dampings.add(new Damping(lambda, errorPower, sizePower));
                }
            }
        }
        return dampings;
    }

    private static String name(Damping damping) {
        return String.format(
                Locale.ROOT,
                "%s (lambda %.1f, error^%.1f, size^%.1f)",
                ReconciliationMethod.MINT_DAMPED.label(),
                damping.lambda(),
                damping.errorPower(),
                damping.sizePower());
    }

    private static Trial trial(Candidate candidate, RollingForecasts rolling, double[] scales) {
        LevelErrors base = new LevelErrors(rolling.grouping(), scales);
        LevelErrors coherent = new LevelErrors(rolling.grouping(), scales);
        int parts = Math.min(PARTS, rolling.originCount());
        for (int part = 0; part < parts; part++) {
            Reconciliation reconciliation =
                    candidate.fit().apply(rolling.withoutPart(part, parts).errors());
            RollingForecasts unseen = rolling.part(part, parts);
            for (int k = 0; k < unseen.momentCount(); k++) {
                base.add(unseen.actual(k), unseen.forecast(k));
                coherent.add(unseen.actual(k), reconciliation.apply(unseen.forecast(k)));
            }
        }
        return new Trial(candidate.name(), coherent.changeFrom(base), coherent.lossFrom(base));
    }

    public Reconciliation chosen() {
        return chosen;
    }

    /** Every method tried, in a fixed order; the mean of the best and the sturdy one is the last. */
    public List<Trial> trials() {
        return trials;
    }

    /** The method chosen and by how much it beat, or missed, the base forecasts. */
    public String reason() {
        return String.format(
                Locale.ROOT,
                "%s, chosen of %d: at rolling origins %.1f %% %s error than unreconciled",
                trial.name(),
                trials.size(),
                100 * Math.abs(trial.change()),
                trial.change() <= 0 ? "less" : "more");
    }
}

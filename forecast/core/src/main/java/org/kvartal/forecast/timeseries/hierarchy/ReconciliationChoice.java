package org.kvartal.forecast.timeseries.hierarchy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The reconciliation that lost least at rolling origins, and what each of those tried did there.
 *
 * <p>Forecasts are coherent whatever was chosen; where even the best is worse than the base forecasts, its trial says so.
 */
public final class ReconciliationChoice {
    private static final List<ReconciliationMethod> CANDIDATES = List.of(
            ReconciliationMethod.BOTTOM_UP,
            ReconciliationMethod.TOP_DOWN,
            ReconciliationMethod.OLS,
            ReconciliationMethod.WLS_STRUCT,
            ReconciliationMethod.WLS_VAR,
            ReconciliationMethod.MINT_SHRINK,
            ReconciliationMethod.WLS_LEVEL);

    private final Reconciliation chosen;
    private final List<Trial> trials;

    private ReconciliationChoice(Reconciliation chosen, List<Trial> trials) {
        this.chosen = chosen;
        this.trials = List.copyOf(trials);
    }

    /**
     * What a method did at the rolling origins.
     *
     * @param change of the error against the base forecasts, mean over the levels, as a fraction; below 0 is better
     * @param loss the change, and more for each level that got worse
     */
    public record Trial(ReconciliationMethod method, double change, double loss) {}

    /**
     * Tries every method.
     *
     * @param scales the size of each node's errors by which they are made comparable, as the mean change from season to
     *     season; nodes with 0 are left out
     */
    static ReconciliationChoice of(RollingForecasts rolling, double[] scales) {
        LevelLoss loss = new LevelLoss(rolling, scales);
        List<Trial> trials = new ArrayList<>();
        Optional<Reconciliation> best = Optional.empty();
        double smallest = Double.POSITIVE_INFINITY;
        for (ReconciliationMethod method : CANDIDATES) {
            if (method != ReconciliationMethod.TOP_DOWN || hasTotal(rolling.grouping())) {
                Reconciliation candidate = candidate(method, rolling, loss);
                Trial trial = new Trial(method, loss.change(candidate), loss.loss(candidate));
                trials.add(trial);
                if (best.isEmpty() || trial.loss() < smallest) {
                    best = Optional.of(candidate);
                    smallest = trial.loss();
                }
            }
        }
        return new ReconciliationChoice(best.orElseThrow(), trials);
    }

    private static Reconciliation candidate(ReconciliationMethod method, RollingForecasts rolling, LevelLoss loss) {
        return method == ReconciliationMethod.WLS_LEVEL
                ? LevelWeights.learned(rolling.grouping(), rolling.errors(), loss::loss)
                : Reconciliation.of(method, rolling.grouping(), rolling.errors());
    }

    private static boolean hasTotal(Grouping grouping) {
        return grouping.levels().get(0).columns().isEmpty();
    }

    public Reconciliation chosen() {
        return chosen;
    }

    /** Every method tried, in a fixed order. */
    public List<Trial> trials() {
        return trials;
    }

    /** The method chosen and by how much it beat, or missed, the base forecasts. */
    public String reason() {
        Trial trial = trials.stream()
                .filter(t -> t.method() == chosen.method())
                .findFirst()
                .orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s, of %d methods the best at rolling origins: %.1f %% %s error than unreconciled",
                trial.method().label(),
                trials.size(),
                100 * Math.abs(trial.change()),
                trial.change() <= 0 ? "less" : "more");
    }
}

package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Effects by group and time: how the outcome of units first treated at g has changed by t since just before g, beyond the
 * change of controls over the same periods.
 * <pre>
 *   ATT(g, t) = E[Y(t) - Y(b) | first treated at g] - E[Y(t) - Y(b) | controls]
 *   b = last period before g - anticipation      for t &gt;= g - anticipation
 *   b = the period before t                      earlier: a test of the design, 0 if trends are parallel
 * </pre>
 * Controls are never treated by the last period, or ({@link Control#NOT_YET}) also those first treated after
 * max(t, b) + anticipation; where none is never treated, the last cohort serves as control only, as long as it is
 * untreated. A unit counts where it is observed in both periods: whoever comes late or leaves counts for as long as it is
 * there. Covariates are those of the earlier period. Units treated from the first period on have no period before, and are
 * left out. Source: Callaway and Sant'Anna (2021), Difference-in-differences with multiple time periods, Journal of
 * Econometrics 225, sections 2 and 3.
 */
public final class CallawaySantAnna {
    private final Control control;
    private final Adjustment adjustment;
    private final long anticipation;

    /** @param anticipation for how long before its first treatment a unit may react to it, in the unit of time */
    public CallawaySantAnna(Control control, Adjustment adjustment, long anticipation) {
        if (anticipation < 0) {
            throw new IllegalArgumentException("Invalid anticipation: " + anticipation + " must be at least 0");
        }
        this.control = control;
        this.adjustment = adjustment;
        this.anticipation = anticipation;
    }

    public CallawaySantAnna(Control control) {
        this(control, Adjustment.DOUBLY_ROBUST, 0);
    }

    /** All effects that can be told from a panel; none when it has no controls. */
    public GroupTimeEffects estimate(Panel panel) {
        List<Long> groups = new ArrayList<>(panel.cohorts());
        groups.removeIf(group -> panel.lastBefore(group - anticipation) < 0);
        int periods = panel.periods();
        if (control == Control.NOT_YET && !panel.hasNever() && !groups.isEmpty()) {
            long last = groups.remove(groups.size() - 1);
            periods = panel.lastBefore(last - anticipation) + 1;
        }
        int until = periods;
        List<GroupTimeEffect> effects = groups.parallelStream()
                .flatMap(group -> new OfGroup(panel, group, until).effects().stream())
                .toList();
        return new GroupTimeEffects(panel, effects);
    }

    /** The effects on one group. */
    private final class OfGroup {
        private final Panel panel;
        private final long group;
        private final int periods;
        private @Nullable Comparison latest;

        OfGroup(Panel panel, long group, int periods) {
            this.panel = panel;
            this.group = group;
            this.periods = periods;
        }

        List<GroupTimeEffect> effects() {
            int base = panel.lastBefore(group - anticipation);
            return IntStream.range(1, periods)
                    .mapToObj(t -> effect(t, t <= base ? t - 1 : base))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<GroupTimeEffect> effect(int t, int base) {
            int[] treated = units(t, base, unit -> panel.cohort(unit) == group);
            long latestTime = Math.max(panel.time(t), panel.time(base)) + anticipation;
            int[] controls = units(t, base, unit -> isControl(panel.cohort(unit), latestTime));
            if (treated.length == 0 || controls.length == 0) {
                return Optional.empty();
            }
            int[] units = Arrays.copyOf(treated, treated.length + controls.length);
            System.arraycopy(controls, 0, units, treated.length, controls.length);
            double[] changes = Arrays.stream(units)
                    .mapToDouble(unit -> panel.outcome(unit, t) - panel.outcome(unit, base))
                    .toArray();
            Contrast contrast = panel.covariates().isEmpty()
                    ? Contrast.ofMeans(changes, treated.length)
                    : adjusted(units, treated.length, Math.min(t, base), changes);
            return Optional.of(
                    new GroupTimeEffect(group, panel.time(t), anticipation, units, treated.length, contrast));
        }

        private Contrast adjusted(int[] units, int treated, int base, double[] changes) {
            Comparison comparison = latest;
            if (comparison == null || !comparison.isOf(units, base)) {
                comparison = new Comparison(panel, units, treated, base, adjustment);
                latest = comparison;
            }
            return comparison.contrast(changes);
        }

        private boolean isControl(long cohort, long latestTime) {
            return cohort == Panel.NEVER || control == Control.NOT_YET && cohort > latestTime && cohort != group;
        }

        private int[] units(int t, int base, IntPredicate isMeant) {
            return IntStream.range(0, panel.units())
                    .filter(isMeant)
                    .filter(unit -> panel.isObserved(unit, t) && panel.isObserved(unit, base))
                    .toArray();
        }
    }

    /** Units compared by their covariates in one period; the same for many periods after treatment. */
    private static final class Comparison {
        private final int[] units;
        private final int treated;
        private final int base;
        private final Adjustment adjustment;
        private final double[][] columns;
        private final AdjustedContrast.@Nullable Odds odds;

        Comparison(Panel panel, int[] units, int treated, int base, Adjustment adjustment) {
            this.units = units;
            this.treated = treated;
            this.base = base;
            this.adjustment = adjustment;
            double[][] covariates = IntStream.range(0, panel.covariates().size())
                    .mapToObj(k -> Arrays.stream(units)
                            .mapToDouble(unit -> panel.covariate(k, unit, base))
                            .toArray())
                    .toArray(double[][]::new);
            columns = AdjustedContrast.columns(covariates, units.length);
            odds = adjustment == Adjustment.REGRESSION
                    ? null
                    : AdjustedContrast.odds(columns, treated).orElse(null);
        }

        boolean isOf(int[] others, int period) {
            return base == period && Arrays.equals(units, others);
        }

        Contrast contrast(double[] changes) {
            return new AdjustedContrast(columns, changes, treated).by(adjustment, odds);
        }
    }
}

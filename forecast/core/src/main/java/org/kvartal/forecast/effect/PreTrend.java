package org.kvartal.forecast.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvartal.forecast.effect.inference.JointTest;

/**
 * Whether the treated had been moving away from the controls already before they were treated.
 *
 * <p>Two tests. {@link #ofAll} takes every effect by group and time before treatment, as is customary; with dozens of them
 * and a few dozen units it rejects nearly always. {@link #ofLeads} takes averages of the last few periods before treatment
 * only, and minds the number of clusters. A test that is passed proves little: {@link #detectableSlope} says which
 * difference of trends it would have found.
 */
public final class PreTrend {
    private static final int MOST_LEADS = 4;
    private static final int MOST_EFFECTS = 400;

    private final List<Aggregate> leads;
    private final JointTest test;

    private PreTrend(List<Aggregate> leads, JointTest test) {
        this.leads = leads;
        this.test = test;
    }

    /** The test of all effects before treatment; empty when there are none, or not clusters enough to test so many. */
    public static Optional<JointTest> ofAll(GroupTimeEffects effects) {
        int clusters = effects.panel().strata().clusters();
        List<Aggregate> before = effects.effects().stream()
                .filter(GroupTimeEffect::isLead)
                .limit(Math.min(clusters, MOST_EFFECTS))
                .map(one -> Aggregate.byObservations(
                        EffectKey.groupTime(one.group(), one.time()), effects.panel(), List.of(one)))
                .toList();
        boolean isSensible = !before.isEmpty() && before.size() < clusters && before.size() < MOST_EFFECTS;
        if (!isSensible) {
            return Optional.empty();
        }
        JointTest test = JointTest.ofMany(estimates(before), contributions(before));
        return test.isPossible() ? Optional.of(test) : Optional.empty();
    }

    /** The test of the last four leads, or as many as there are. */
    public static Optional<PreTrend> ofLeads(GroupTimeEffects effects) {
        List<Aggregate> all = effects.leads();
        List<Aggregate> last = all.subList(Math.max(0, all.size() - MOST_LEADS), all.size());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        JointTest test = JointTest.ofFew(
                estimates(last), contributions(last), effects.panel().strata());
        return test.isPossible() ? Optional.of(new PreTrend(last, test)) : Optional.empty();
    }

    private static double[] estimates(List<Aggregate> aggregates) {
        return aggregates.stream().mapToDouble(Aggregate::effect).toArray();
    }

    private static double[][] contributions(List<Aggregate> aggregates) {
        return aggregates.stream().map(Aggregate::byCluster).toArray(double[][]::new);
    }

    public int leads() {
        return leads.size();
    }

    public double p() {
        return test.p();
    }

    /**
     * The least difference of slopes, in units of the outcome per period, that the test finds with a probability of 80 %. Each
     * lead is the change over one period, so that a slope moves each by as much.
     */
    public double detectableSlope() {
        double[] pattern = new double[leads.size()];
        Arrays.fill(pattern, 1);
        return test.detectable(pattern);
    }
}

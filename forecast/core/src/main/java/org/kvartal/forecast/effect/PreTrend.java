package org.kvartal.forecast.effect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.inference.Interval;
import org.kvartal.forecast.effect.inference.JointTest;

/**
 * Whether the treated had been moving away from the controls already before they were treated.
 * <pre>
 *   slope = sum over g and j of w(g, j) ATT(g, t_j) / sum of w
 *   w(g, j) = n_g j (J_g + 1 - j)        j = 1..J_g: changes of group g before treatment, n_g: its units
 *   p = 2 min(p of the last four leads, p of the slope), at most 1
 * </pre>
 * The joint test of a few leads finds sudden moves. A steady drift shows in all periods before treatment: w are the weights by
 * which least squares would fit one slope to all of them, with a level for each group, and that test spends one degree of
 * freedom. The lesser p of two is doubled (Bonferroni). A test that is passed proves little: {@link #detectableSlope} says which
 * difference of trends it would have found. The customary test of all groups and times, {@link #ofAll}, rejects nearly always
 * where effects are dozens and units a few dozen. Source of the caution: Roth (2022), Pretest with caution, American Economic
 * Review: Insights 4.
 */
public final class PreTrend {
    private static final int MOST_LEADS = 4;
    private static final int MOST_EFFECTS = 400;
    private static final int TESTS = 2;
    private static final double SIGNIFICANCE = 0.05;

    private final int leads;
    private final JointTest ofFewLeads;
    private final @Nullable Aggregate ofSlope;

    private PreTrend(int leads, JointTest ofFewLeads, @Nullable Aggregate ofSlope) {
        this.leads = leads;
        this.ofFewLeads = ofFewLeads;
        this.ofSlope = ofSlope;
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

    /** The test of the last four leads, or as many as there are, and of the slope over all of them. */
    public static Optional<PreTrend> ofLeads(GroupTimeEffects effects) {
        List<Aggregate> all = effects.leads();
        List<Aggregate> last = all.subList(Math.max(0, all.size() - MOST_LEADS), all.size());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        JointTest test = JointTest.ofFew(
                estimates(last), contributions(last), effects.panel().strata());
        Aggregate slope = slope(effects);
        boolean hasSlope = all.size() > 1 && slope.sampling().standardError() > 0;
        return test.isPossible()
                ? Optional.of(new PreTrend(last.size(), test, hasSlope ? slope : null))
                : Optional.empty();
    }

    private static Aggregate slope(GroupTimeEffects effects) {
        Map<Long, List<GroupTimeEffect>> byGroup = effects.effects().stream()
                .filter(GroupTimeEffect::isLead)
                .collect(Collectors.groupingBy(GroupTimeEffect::group, LinkedHashMap::new, Collectors.toList()));
        Map<GroupTimeEffect, Double> weights = new LinkedHashMap<>();
        for (List<GroupTimeEffect> changes : byGroup.values()) {
            int count = changes.size();
            for (int j = 1; j <= count; j++) {
                GroupTimeEffect one = changes.get(j - 1);
                weights.put(one, (double) one.treated() * j * (count + 1 - j));
            }
        }
        return Aggregate.weighted(EffectKey.overall(Aggregation.EVENT), effects.panel(), weights);
    }

    private static double[] estimates(List<Aggregate> aggregates) {
        return aggregates.stream().mapToDouble(Aggregate::effect).toArray();
    }

    private static double[][] contributions(List<Aggregate> aggregates) {
        return aggregates.stream().map(Aggregate::byCluster).toArray(double[][]::new);
    }

    /** How many leads are tested one by one. */
    public int leads() {
        return leads;
    }

    /** Of the leads alone. */
    public double pOfLeads() {
        return ofFewLeads.p();
    }

    /** In units of the outcome per period; not a number when a single period comes before treatment. */
    public double slope() {
        return ofSlope == null ? Double.NaN : ofSlope.effect();
    }

    public Interval slopes() {
        return ofSlope == null
                ? new Interval(Double.NaN, Double.NaN)
                : ofSlope.sampling().interval(ofSlope.effect());
    }

    /** Of the slope alone; 1 when there is none. */
    public double pOfSlope() {
        return ofSlope == null ? 1 : ofSlope.sampling().p(ofSlope.effect(), 0);
    }

    /** Of both tests together. */
    public double p() {
        return ofSlope == null ? pOfLeads() : Math.min(1, TESTS * Math.min(pOfLeads(), pOfSlope()));
    }

    /**
     * The least difference of slopes, in units of the outcome per period, that the test finds with a probability of 80 %. Each
     * lead is the change over one period, so that a slope moves each by as much.
     */
    public double detectableSlope() {
        if (ofSlope != null) {
            return ofSlope.sampling().minimumDetectableEffect(SIGNIFICANCE / TESTS);
        }
        double[] pattern = new double[leads];
        Arrays.fill(pattern, 1);
        return ofFewLeads.detectable(pattern);
    }
}

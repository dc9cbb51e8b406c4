package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import org.kvartal.forecast.effect.BaconDecomposition.Kind;
import org.kvartal.forecast.effect.inference.JointTest;
import org.kvartal.forecast.effect.inference.Sampling;
import org.kvartal.forecast.effect.inference.WildClusterBootstrap;

/** All checks of an effect: trends before, few clusters, power, persistence, composition. */
public final class EffectChecks {
    private static final int REPETITIONS = 999;
    private static final long MOST_TO_DEAL = 200_000;
    private static final double HALF = 0.5;

    private final GroupTimeEffects effects;
    private final Control control;
    private final long seed;
    private final LongFunction<String> periodName;
    private final List<EffectCheck> checks = new ArrayList<>();

    /** @param periodName what a time is called */
    public EffectChecks(GroupTimeEffects effects, Control control, long seed, LongFunction<String> periodName) {
        this.effects = effects;
        this.control = control;
        this.seed = seed;
        this.periodName = periodName;
    }

    public List<EffectCheck> run() {
        checks.clear();
        addPreTrends();
        effects.simple().ifPresent(this::addInference);
        addDecay();
        BaconDecomposition.of(effects.panel()).ifPresent(this::addComparisons);
        addUnits();
        return List.copyOf(checks);
    }

    private void addPreTrends() {
        PreTrend.ofLeads(effects).ifPresent(test -> {
            checks.add(EffectCheck.test(
                    "pre-trend", Double.NaN, test.p(), test.leads(), "the lesser p of leads and slope, doubled"));
            checks.add(EffectCheck.test(
                    "pre-trend-leads", Double.NaN, test.pOfLeads(), test.leads(), "sudden moves before treatment"));
            checks.add(EffectCheck.test(
                            "pre-trend-slope", test.slope(), test.pOfSlope(), test.leads(), "drift before treatment")
                    .within(test.slopes()));
            checks.add(EffectCheck.value(
                    "detectable-slope", test.detectableSlope(), test.leads(), "per period, found with 80 %"));
        });
        Optional<JointTest> all = PreTrend.ofAll(effects);
        all.ifPresent(test -> checks.add(EffectCheck.test(
                "pre-trend-wald",
                test.statistic(),
                test.p(),
                test.degreesOfFreedom(),
                "of all groups and times before treatment; rejects too often when units are few")));
    }

    private void addInference(Aggregate simple) {
        Sampling sampling = simple.sampling();
        Support support = simple.support();
        Optional<String> refusal = support.refusal();
        if (refusal.isPresent()) {
            checks.add(EffectCheck.value("clusters", support.treated() + support.controls(), 0, refusal.get()));
            return;
        }
        int clusters = effects.panel().strata().clusters();
        checks.add(EffectCheck.value(
                "minimum-detectable-effect", sampling.minimumDetectableEffect(), clusters, "found with 80 % at 5 %"));
        checks.add(EffectCheck.test(
                "normal-or-t",
                sampling.degreesOfFreedom(),
                sampling.p(simple.effect(), 0),
                clusters,
                sampling.isSmall() ? "degrees of freedom, few clusters" : "many clusters"));
        checks.add(EffectCheck.test(
                "wild-cluster-bootstrap",
                Double.NaN,
                WildClusterBootstrap.p(
                        simple.effect(), simple.byCluster(), effects.panel().strata(), REPETITIONS, seed),
                clusters,
                "weights of Webb"));
        addRandomisation(clusters);
    }

    private void addRandomisation(int clusters) {
        Panel panel = effects.panel();
        long size = (long) panel.units() * panel.periods() * panel.cohorts().size();
        if (size <= MOST_TO_DEAL) {
            RandomisationTest.p(panel, control, REPETITIONS, seed)
                    .ifPresent(p -> checks.add(EffectCheck.test(
                            "randomisation", Double.NaN, p, clusters, "if dates of treatment were as good as random")));
        }
    }

    private void addDecay() {
        Optional<Decay> decay = Decay.of(effects, seed);
        if (decay.isEmpty()) {
            checks.add(EffectCheck.value("half-life", Double.NaN, 0, "not estimable: no effect over three periods"));
            return;
        }
        if (!decay.get().isEstimable()) {
            checks.add(EffectCheck.test(
                    "half-life",
                    Double.NaN,
                    decay.get().pOfConstant(),
                    0,
                    "not estimable: the effect may as well last; p is of a constant effect"));
            return;
        }
        checks.add(EffectCheck.test(
                        "half-life",
                        decay.get().halfLife(),
                        decay.get().pOfConstant(),
                        0,
                        "periods; p is of a constant effect")
                .within(decay.get().halfLives()));
        addRefreshers(Math.round(Math.floor(decay.get().refresherAfter(HALF))));
    }

    private void addRefreshers(long after) {
        for (long group : effects.panel().cohorts()) {
            checks.add(
                    EffectCheck.value("refresher", after, effects.panel().size(group), periodName.apply(group + after))
                            .of(periodName.apply(group)));
        }
    }

    private void addComparisons(BaconDecomposition decomposition) {
        for (Kind kind : Kind.values()) {
            if (decomposition.weight(kind) > 0) {
                String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                checks.add(EffectCheck.value(
                                "twfe-weight",
                                decomposition.weight(kind),
                                0,
                                "weight of comparisons in twfe-diagnostic")
                        .of(name));
                checks.add(EffectCheck.value("twfe-effect", decomposition.effect(kind), 0, "their average")
                        .of(name));
            }
        }
    }

    private void addUnits() {
        for (PanelAccount account : PanelAccount.of(effects.panel())) {
            String note = account.isAlways()
                    ? "left out: no period before treatment"
                    : "%d not observed in all periods, %d not in the last".formatted(account.partial(), account.left());
            checks.add(EffectCheck.value("units", account.units(), account.units() - account.partial(), note)
                    .of(account.isNever() ? "never" : periodName.apply(account.cohort())));
        }
    }
}

package org.kvartal.forecast.effect;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.effect.inference.WildClusterBootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is claimed of few units. */
class SmallSampleTest {
    /** Changes of five treated units: 4, 6, 5, 7, 8, and of six controls: 1, 3, 2, 4, 0, 2. */
    private static final double[] TREATED = {4, 6, 5, 7, 8};

    private static final double[] CONTROLS = {1, 3, 2, 4, 0, 2};

    private static Panel panel() {
        PanelBuilder panel = new PanelBuilder(List.of());
        for (int i = 0; i < TREATED.length; i++) {
            panel.add("T" + i, 1, 2, 10 * i).add("T" + i, 2, 2, 10 * i + TREATED[i]);
        }
        for (int i = 0; i < CONTROLS.length; i++) {
            panel.add("C" + i, 1, Panel.NEVER, -i).add("C" + i, 2, Panel.NEVER, CONTROLS[i] - i);
        }
        return panel.build();
    }

    /**
     * With one group the interval is that of Welch (1947): degrees of freedom from variances 2.5 of 5 and 2 of 6 changes, and
     * the p value of the two-sample t test of Commons Math 3.6.1.
     */
    @Test
    void theIntervalOfOneGroupIsWelchs() {
        Aggregate simple =
                new CallawaySantAnna(Control.NEVER).estimate(panel()).simple().orElseThrow();

        assertThat(simple.effect()).isCloseTo(4, within(1e-12));
        assertThat(simple.sampling().standardError()).isCloseTo(Math.sqrt(2.0 / 5 + 10.0 / 36), within(1e-12));
        double df = Math.pow(2.5 / 5 + 2.0 / 6, 2) / (0.25 / 4 + 1.0 / 9 / 5);
        assertThat(simple.sampling().degreesOfFreedom()).isCloseTo(df, within(1e-9));
        double welch = new TTest().tTest(TREATED, CONTROLS);
        assertThat(simple.sampling().p(simple.effect(), 0)).isCloseTo(welch, within(1e-9));
    }

    /** Of the 462 ways to choose five of eleven, few are as far apart. */
    @Test
    void dealingDatesAnewIsFishersTest() {
        double p = RandomisationTest.p(panel(), Control.NEVER, 4999, 7).orElseThrow();

        assertThat(p).isCloseTo(exact(), within(0.006));
    }

    /** The share of all ways to choose five changes of eleven whose t statistic is as large. */
    private static double exact() {
        double[] all = new double[11];
        System.arraycopy(TREATED, 0, all, 0, 5);
        System.arraycopy(CONTROLS, 0, all, 5, 6);
        double observed = t(all, 0b11111);
        int ways = 0;
        int asFar = 0;
        for (int set = 0; set < 1 << 11; set++) {
            if (Integer.bitCount(set) == 5) {
                ways++;
                asFar += t(all, set) >= observed - 1e-9 ? 1 : 0;
            }
        }
        assertThat(ways).isEqualTo(462);
        return (double) asFar / ways;
    }

    private static double t(double[] all, int set) {
        double[] sums = new double[4];
        for (int i = 0; i < all.length; i++) {
            int side = (set >> i & 1) == 1 ? 0 : 2;
            sums[side] += all[i];
            sums[side + 1] += all[i] * all[i];
        }
        double a = sums[0] / 5;
        double c = sums[2] / 6;
        return Math.abs(a - c) / Math.sqrt((sums[1] / 5 - a * a) / 5 + (sums[3] / 6 - c * c) / 6);
    }

    @Test
    void theBootstrapOfWildClustersAgreesWithWelch() {
        Aggregate simple =
                new CallawaySantAnna(Control.NEVER).estimate(panel()).simple().orElseThrow();
        double p = WildClusterBootstrap.p(simple.effect(), simple.byCluster(), panel().strata(), 9999, 3);

        assertThat(p).isCloseTo(simple.sampling().p(simple.effect(), 0), within(0.004));
    }

    /** Each of ten agents has a date of its own; whoever is alone varies by as much as controls do. */
    @Test
    void groupsOfOneAreNotTakenForCertain() {
        Random random = new Random(5);
        int covered = 0;
        for (int run = 0; run < 100; run++) {
            PanelBuilder panel = new PanelBuilder(List.of());
            for (int unit = 0; unit < 20; unit++) {
                for (int t = 1; t <= 14; t++) {
                    panel.add("" + unit, t, unit < 10 ? 3 + unit : Panel.NEVER, random.nextGaussian());
                }
            }
            Aggregate simple = new CallawaySantAnna(Control.NEVER)
                    .estimate(panel.build())
                    .simple()
                    .orElseThrow();
            covered += simple.sampling().interval(simple.effect()).contains(0) ? 1 : 0;
        }
        assertThat(covered).isBetween(88, 99);
    }

    @Test
    void whatDoesNotVaryIsToldWithoutAnError() {
        PanelBuilder builder = new PanelBuilder(List.of());
        for (int unit = 0; unit < 12; unit++) {
            for (int t = 1; t <= 6; t++) {
                builder.add("" + unit, t, unit < 6 ? 4 : Panel.NEVER, 5);
            }
        }
        Panel panel = builder.build();
        EffectAnalysis analysis = new EffectAnalysis(Control.NEVER, Adjustment.DOUBLY_ROBUST, 0, 1);
        EffectResult.Estimated headline =
                (EffectResult.Estimated) analysis.estimate(panel).get(Estimator.CALLAWAY_SANTANNA);

        assertThat(headline.effects().get(0).estimate()).isZero();
        assertThat(headline.effects().get(0).standardError()).isNaN();
        assertThat(headline.effects().get(0).note()).startsWith("nothing varies, so no error can be told");
        assertThat(new EffectChecks(analysis.groupTimeEffects(panel), Control.NEVER, 1, Long::toString).run())
                .extracting(EffectCheck::name)
                .contains("half-life", "units");
    }

    @Test
    void teamsWithSeveralDatesCannotBeDealt() {
        PanelBuilder panel = new PanelBuilder(List.of());
        for (int t = 1; t <= 3; t++) {
            panel.add("a", "team", t, 2, t, List.of()).add("b", "team", t, 3, t, List.of());
        }

        assertThat(RandomisationTest.p(panel.build(), Control.NEVER, 9, 1)).isEqualTo(Optional.empty());
    }
}

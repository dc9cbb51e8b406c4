package org.kvartal.forecast.effect;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.forecast.effect.BaconDecomposition.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Sun-Abraham, imputation and two-way fixed effects on mpdta, errors clustered by county. Expected: dense least squares in
 * R 4.2 with the factors that the classes name; Sun-Abraham after treatment equals Callaway-Sant'Anna.
 */
class RegressionEstimatorsTest {
    private static final double ESTIMATE = 1e-6;
    private static final double ERROR = 2e-6;

    @ParameterizedTest
    @CsvSource(textBlock = """
            -4, 0.003306, 0.024555
            -3, 0.025022, 0.018154
            -2, 0.024459, 0.014267
            0, -0.019932, 0.011858
            1, -0.050957, 0.016871
            2, -0.137259, 0.036589
            3, -0.100811, 0.034504
            """)
    void sunAndAbrahamByTimeSinceTreatment(long event, double effect, double error) throws IOException {
        expect(find(SunAbraham.estimate(CountyTeens.panel()), EffectKey.event(event)), effect, error);
    }

    @Test
    void sunAndAbrahamOverall() throws IOException {
        expect(
                find(SunAbraham.estimate(CountyTeens.panel()), EffectKey.overall(Aggregation.SIMPLE)),
                -0.039951,
                0.011796);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, -0.031067, 0.013577
            1, -0.052235, 0.018812
            2, -0.136078, 0.035342
            3, -0.104707, 0.033766
            """)
    void imputationByTimeSinceTreatment(long event, double effect, double error) throws IOException {
        expect(find(Imputation.estimate(CountyTeens.panel()), EffectKey.event(event)), effect, error);
    }

    @Test
    void imputationOverall() throws IOException {
        expect(
                find(Imputation.estimate(CountyTeens.panel()), EffectKey.overall(Aggregation.SIMPLE)),
                -0.04771,
                0.013222);
    }

    @Test
    void twoWayFixedEffectsAreADiagnosticThatIsTheSumOfItsComparisons() throws IOException {
        Panel panel = CountyTeens.panel();
        Effect effect = find(TwoWayFixedEffects.estimate(panel), EffectKey.overall(Aggregation.SIMPLE));
        BaconDecomposition parts = BaconDecomposition.of(panel).orElseThrow();

        expect(effect, -0.036549, 0.013265);
        assertThat(effect.note())
                .isEqualTo("a diagnostic, not the effect: 7 % of the treated observations have a negative weight;"
                        + " weights of comparisons with never treated 0.863, not yet treated 0.083,"
                        + " already treated 0.054");
        assertThat(parts.coefficient()).isCloseTo(effect.estimate(), within(1e-12));
        assertThat(parts.weight(Kind.NEVER_TREATED)
                        + parts.weight(Kind.NOT_YET_TREATED)
                        + parts.weight(Kind.ALREADY_TREATED))
                .isCloseTo(1, within(1e-12));
    }

    /** An effect that grows by 1 per period is never below 1; already treated controls turn it to the contrary. */
    @Test
    void alreadyTreatedControlsTurnAGrowingEffectAround() {
        PanelBuilder builder = new PanelBuilder(List.of());
        for (int t = 1; t <= 12; t++) {
            builder.add("early", t, 3, Math.max(0, t - 2));
            builder.add("late", t, 10, Math.max(0, t - 9));
        }
        Panel panel = builder.build();
        BaconDecomposition parts = BaconDecomposition.of(panel).orElseThrow();

        assertThat(find(TwoWayFixedEffects.estimate(panel), EffectKey.overall(Aggregation.SIMPLE))
                        .estimate())
                .isLessThan(1);
        assertThat(parts.effect(Kind.ALREADY_TREATED)).isNegative();
        assertThat(find(SunAbraham.estimate(panel), EffectKey.overall(Aggregation.SIMPLE))
                        .estimate())
                .isCloseTo(4, within(1e-9));
        assertThat(find(Imputation.estimate(panel), EffectKey.overall(Aggregation.SIMPLE))
                        .estimate())
                .isCloseTo(4, within(1e-9));
    }

    /** 2 x plus a unit, a period, and an effect of 5: only an estimator that minds x finds it. */
    @Test
    void covariatesEnterLinearly() {
        PanelBuilder builder = new PanelBuilder(List.of("x", "constant"));
        for (int unit = 0; unit < 12; unit++) {
            long first = unit < 6 ? 4 + unit % 2 : Panel.NEVER;
            for (int t = 1; t <= 6; t++) {
                double x = Math.sin(unit * 7 + t * 3) + (t >= first ? 1 : 0);
                if (unit != 3 || t != 2) {
                    double y = unit + t * t + 2 * x + (t >= first ? 5 : 0);
                    builder.add("" + unit, "" + unit, t, first, y, List.of(x, 1000.0 + unit));
                }
            }
        }
        Panel panel = builder.build();

        for (EffectResult result : List.of(SunAbraham.estimate(panel), Imputation.estimate(panel))) {
            assertThat(find(result, EffectKey.overall(Aggregation.SIMPLE)).estimate())
                    .isCloseTo(5, within(1e-8));
        }
        assertThat(find(TwoWayFixedEffects.estimate(panel), EffectKey.overall(Aggregation.SIMPLE))
                        .estimate())
                .isCloseTo(5, within(1e-8));
    }

    @Test
    void sayWhyTheyCannotEstimate() {
        PanelBuilder together = new PanelBuilder(List.of());
        PanelBuilder always = new PanelBuilder(List.of());
        for (int t = 1; t <= 3; t++) {
            together.add("a", t, 2, t).add("b", t, 2, t * t);
            always.add("a", t, 1, t).add("b", t, 1, t * t);
        }

        assertThat(SunAbraham.estimate(together.build()))
                .isEqualTo(new EffectResult.NotEstimated("there are no units to compare with"));
        assertThat(TwoWayFixedEffects.estimate(together.build()))
                .isEqualTo(new EffectResult.NotEstimated("treatment does not vary beyond units and periods"));
        assertThat(Imputation.estimate(together.build()))
                .isEqualTo(new EffectResult.NotEstimated(
                        "no treated observation has untreated ones of its unit and period"));
        assertThat(Imputation.estimate(always.build()))
                .isEqualTo(new EffectResult.NotEstimated("no observation is untreated"));
    }

    private static Effect find(EffectResult result, EffectKey key) {
        return ((EffectResult.Estimated) result)
                .effects().stream()
                        .filter(one -> one.key().equals(key))
                        .findFirst()
                        .orElseThrow();
    }

    private static void expect(Effect effect, double estimate, double error) {
        assertThat(effect.estimate()).isCloseTo(estimate, within(ESTIMATE));
        assertThat(effect.standardError()).isCloseTo(error, within(ERROR));
    }
}

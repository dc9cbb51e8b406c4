package org.kvartal.forecast.effect;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.forecast.effect.inference.JointTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/**
 * Against R's package did (Callaway and Sant'Anna, README and vignette "Getting started with the did package") on its data
 * set mpdta: att_gt(yname = "lemp", tname = "year", idname = "countyreal", gname = "first.treat") with control_group and
 * xformla = ~1 or ~lpop as the tests say, aggte of each type. The package prints four decimals and bootstrapped errors; the
 * digits beyond, and the analytic errors, were recomputed in R 4.2. Estimates agree to 1e-6, standard errors to 2e-6.
 */
class CallawaySantAnnaTest {
    private static final double ESTIMATE = 1e-6;
    private static final double ERROR = 2e-6;

    @ParameterizedTest
    @CsvSource(textBlock = """
            2004, 2004, -0.01050325, 0.02325104
            2004, 2005, -0.07042316, 0.03098477
            2004, 2006, -0.13725874, 0.03643566
            2004, 2007, -0.10081136, 0.03435923
            2006, 2004, 0.00652011, 0.02332681
            2006, 2005, -0.00275082, 0.01955856
            2006, 2006, -0.00459461, 0.0177552
            2006, 2007, -0.04122447, 0.02022918
            2007, 2004, 0.03050666, 0.01503356
            2007, 2005, -0.00272589, 0.01639583
            2007, 2006, -0.03108712, 0.01787751
            2007, 2007, -0.02605441, 0.01665544
            """)
    void estimatesGroupsAndTimesAgainstTheNeverTreated(long group, long time, double effect, double error)
            throws IOException {
        expect(groupTime(against(Control.NEVER, CountyTeens.panel()), group, time), effect, error);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            -3, 0.030507, 0.015034
            -2, -0.000563, 0.013292
            -1, -0.024459, 0.014236
            0, -0.019932, 0.011826
            1, -0.050957, 0.016893
            2, -0.137259, 0.036436
            3, -0.100811, 0.034359
            """)
    void averagesByTimeSinceTreatment(long event, double effect, double error) throws IOException {
        Aggregate average = against(Control.NEVER, CountyTeens.panel()).events().stream()
                .filter(one -> Long.valueOf(event).equals(one.key().eventTime()))
                .findFirst()
                .orElseThrow();
        expect(average, effect, error);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2004, -0.079749, 0.026368
            2006, -0.02291, 0.016703
            2007, -0.026054, 0.016655
            """)
    void averagesByGroup(long group, double effect, double error) throws IOException {
        Aggregate average = against(Control.NEVER, CountyTeens.panel()).groups().stream()
                .filter(one -> Long.valueOf(group).equals(one.key().group()))
                .findFirst()
                .orElseThrow();
        expect(average, effect, error);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            simple, -0.039951, 0.012034
            event, -0.07724, 0.019965
            group, -0.031018, 0.012446
            calendar, -0.0417, 0.015972
            """)
    void averagesOverallAgainstTheNeverTreated(String name, double effect, double error) throws IOException {
        expect(overall(against(Control.NEVER, CountyTeens.panel())).get(name), effect, error);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            simple, -0.039764, 0.012052
            event, -0.077399, 0.01956
            group, -0.030462, 0.012575
            calendar, -0.044267, 0.015571
            """)
    void averagesOverallAgainstTheNotYetTreated(String name, double effect, double error) throws IOException {
        expect(overall(against(Control.NOT_YET, CountyTeens.panel())).get(name), effect, error);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2004, 2004, -0.01453, 0.022129
            2004, 2005, -0.076422, 0.028671
            2004, 2006, -0.140448, 0.035378
            2004, 2007, -0.106904, 0.032886
            2006, 2004, -0.000472, 0.022223
            2006, 2005, -0.006203, 0.018496
            2006, 2006, 0.000961, 0.0194
            2006, 2007, -0.041294, 0.019721
            2007, 2004, 0.026728, 0.014066
            2007, 2005, -0.004577, 0.015718
            2007, 2006, -0.028447, 0.018181
            2007, 2007, -0.028781, 0.016239
            """)
    void estimatesGroupsAndTimesDoublyRobustly(long group, long time, double effect, double error) throws IOException {
        expect(groupTime(against(Control.NEVER, CountyTeens.withPopulation()), group, time), effect, error);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            simple, -0.041752, 0.011503
            event, -0.080354, 0.018958
            group, -0.03282, 0.011898
            calendar, -0.044177, 0.015038
            """)
    void averagesOverallDoublyRobustly(String name, double effect, double error) throws IOException {
        expect(overall(against(Control.NEVER, CountyTeens.withPopulation())).get(name), effect, error);
    }

    @Test
    void testsTrendsBeforeTreatmentAsThePackageDoes() throws IOException {
        JointTest plain =
                PreTrend.ofAll(against(Control.NEVER, CountyTeens.panel())).orElseThrow();
        JointTest withPopulation = PreTrend.ofAll(against(Control.NEVER, CountyTeens.withPopulation()))
                .orElseThrow();

        assertThat(plain.statistic()).isCloseTo(7.791237, within(1e-4));
        assertThat(plain.degreesOfFreedom()).isEqualTo(5);
        assertThat(plain.p()).isCloseTo(0.16812, within(1e-4));
        assertThat(withPopulation.statistic()).isCloseTo(6.841825, within(1e-4));
        assertThat(withPopulation.p()).isCloseTo(0.23267, within(1e-4));
    }

    /** Regression and weighting differ from each other and from their combination, but not by much. */
    @Test
    void adjustsInThreeWaysThatAgree() throws IOException {
        Panel panel = CountyTeens.withPopulation();
        double regression = simple(panel, Adjustment.REGRESSION);
        double weighting = simple(panel, Adjustment.WEIGHTING);

        assertThat(regression).isNotEqualTo(weighting).isCloseTo(-0.041752, within(5e-4));
        assertThat(weighting).isCloseTo(-0.041752, within(5e-4));
    }

    /** Units 1 and 2 are treated at 3 and react at 2 already: by 1 more than the controls then, by 3 more at 3. */
    @Test
    void goesFurtherBackWhereTreatmentIsAnticipated() {
        Panel panel = new PanelBuilder(List.of())
                .add("1", 1, 3, 10)
                .add("1", 2, 3, 12)
                .add("1", 3, 3, 15)
                .add("2", 1, 3, 20)
                .add("2", 2, 3, 22)
                .add("2", 3, 3, 25)
                .add("3", 1, Panel.NEVER, 5)
                .add("3", 2, Panel.NEVER, 6)
                .add("3", 3, Panel.NEVER, 7)
                .build();

        assertThat(groupTime(against(Control.NEVER, panel), 3, 3).effect()).isEqualTo(2);
        GroupTimeEffects early = new CallawaySantAnna(Control.NEVER, Adjustment.DOUBLY_ROBUST, 1).estimate(panel);
        assertThat(groupTime(early, 3, 3).effect()).isEqualTo(3);
        assertThat(groupTime(early, 3, 2).effect()).isEqualTo(1);
        assertThat(early.leads()).isEmpty();
    }

    /** One who leaves after 2 counts up to 2; one treated from the start has nothing before. */
    @Test
    void countsWhoeverIsThereInBothPeriods() {
        Panel panel = new PanelBuilder(List.of())
                .add("stays", 1, 2, 1)
                .add("stays", 2, 2, 2)
                .add("stays", 3, 2, 3)
                .add("leaves", 1, 2, 1)
                .add("leaves", 2, 2, 4)
                .add("always", 1, 1, 9)
                .add("always", 2, 1, 9)
                .add("never", 1, Panel.NEVER, 0)
                .add("never", 2, Panel.NEVER, 0)
                .add("never", 3, Panel.NEVER, 0)
                .build();
        GroupTimeEffects effects = against(Control.NEVER, panel);

        assertThat(groupTime(effects, 2, 2).effect()).isEqualTo(2);
        assertThat(groupTime(effects, 2, 3).effect()).isEqualTo(2);
        assertThat(overall(effects).get("simple").observations()).isEqualTo(3);
        assertThat(effects.groups()).hasSize(1);
    }

    /** Without never treated units the last group is compared with as long as it is untreated. */
    @Test
    void comparesWithTheLastGroupWhereAllAreTreated() {
        PanelBuilder panel = new PanelBuilder(List.of());
        for (int t = 1; t <= 4; t++) {
            panel.add("early", t, 2, t >= 2 ? t + 10 : t);
            panel.add("late", t, 4, t);
        }
        GroupTimeEffects effects = against(Control.NOT_YET, panel.build());

        assertThat(against(Control.NEVER, panel.build()).isEmpty()).isTrue();
        assertThat(effects.groupTimes().map(one -> one.key().time()).toList()).containsExactly(2L, 3L);
        assertThat(overall(effects).get("simple").effect()).isEqualTo(10);
    }

    @Test
    void refusesAnticipationThatIsNegative() {
        assertThatThrownBy(() -> new CallawaySantAnna(Control.NEVER, Adjustment.REGRESSION, -1))
                .hasMessage("Invalid anticipation: -1 must be at least 0");
    }

    private static GroupTimeEffects against(Control control, Panel panel) {
        return new CallawaySantAnna(control).estimate(panel);
    }

    private static double simple(Panel panel, Adjustment adjustment) {
        return new CallawaySantAnna(Control.NEVER, adjustment, 0)
                .estimate(panel)
                .simple()
                .orElseThrow()
                .effect();
    }

    private static Aggregate groupTime(GroupTimeEffects effects, long group, long time) {
        return effects.groupTimes()
                .filter(one -> one.key().equals(EffectKey.groupTime(group, time)))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Aggregate> overall(GroupTimeEffects effects) {
        return List.of(
                        effects.simple().orElseThrow(),
                        effects.eventOverall().orElseThrow(),
                        effects.groupOverall().orElseThrow(),
                        effects.calendarOverall().orElseThrow())
                .stream()
                .collect(Collectors.toMap(one -> one.key().aggregation().label(), one -> one));
    }

    private static void expect(Aggregate average, double effect, double error) {
        assertThat(average.effect()).isCloseTo(effect, within(ESTIMATE));
        assertThat(average.sampling().standardError()).isCloseTo(error, within(ERROR));
    }
}

package org.kvartal.forecast.effect;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.effect.inference.Interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What the headline finds in 100 invented roll-outs each, against the truth. */
class SimulatedRollOutTest {
    private static final int SEEDS = 100;

    private record Run(double truth, double effect, Interval interval, double pOfTrend, double pOfLeads) {
        boolean covers() {
            return interval.contains(truth);
        }
    }

    @Test
    void findsAStaggeredDecayingEffectWithoutBias() {
        List<Run> runs = run(RollOut.usual());

        assertThat(bias(runs)).isCloseTo(0, within(0.01));
        assertThat(share(runs, Run::covers)).isBetween(0.90, 0.98);
        assertThat(share(runs, run -> !run.interval().contains(0))).isGreaterThan(0.85);
    }

    @Test
    void claimsNothingWhereNothingIs() {
        List<Run> runs = run(RollOut.usual().effect(0));

        assertThat(bias(runs)).isCloseTo(0, within(0.01));
        assertThat(share(runs, run -> !run.interval().contains(0))).isLessThanOrEqualTo(0.08);
        assertThat(share(runs, run -> run.pOfTrend() < 0.05)).isLessThanOrEqualTo(0.12);
    }

    /** Sixty agents: five controls, and waves of nine. */
    @Test
    void saysHowLittleFewControlsTell() {
        List<Run> runs = run(RollOut.usual().agents(60, 6));

        assertThat(bias(runs)).isCloseTo(0, within(0.01));
        assertThat(share(runs, Run::covers)).isBetween(0.86, 0.99);
        assertThat(share(
                        run(RollOut.usual().agents(60, 6).effect(0)),
                        run -> !run.interval().contains(0)))
                .isLessThanOrEqualTo(0.08);
    }

    @Test
    void soundsTheAlarmWhenTrendsDifferBefore() {
        List<Run> runs = run(RollOut.usual().effect(0).slope(0.05));

        assertThat(share(runs, run -> run.pOfTrend() < 0.05)).isGreaterThanOrEqualTo(0.85);
    }

    /** With those not yet trained as controls a difference from the never trained shows in part only. */
    @Test
    void holdsItsLevelsAlsoAgainstThoseNotYetTrained() {
        List<Run> usual = run(RollOut.usual(), Control.NOT_YET);
        List<Run> idle = run(RollOut.usual().effect(0), Control.NOT_YET);
        List<Run> drifting = run(RollOut.usual().effect(0).slope(0.05), Control.NOT_YET);

        assertThat(bias(usual)).isCloseTo(0, within(0.01));
        assertThat(share(usual, Run::covers)).isBetween(0.90, 0.98);
        assertThat(share(idle, run -> !run.interval().contains(0))).isLessThanOrEqualTo(0.08);
        assertThat(share(idle, run -> run.pOfTrend() < 0.05)).isLessThanOrEqualTo(0.12);
        assertThat(share(drifting, run -> run.pOfTrend() < 0.05)).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void theEstimatorsBesideTheHeadlineAreWithoutBiasToo() {
        List<RollOut.Drawn> drawn = IntStream.range(0, SEEDS)
                .mapToObj(seed -> RollOut.usual().draw(seed))
                .toList();
        assertThat(bias(drawn, SunAbraham::estimate)).isCloseTo(0, within(0.01));
        assertThat(bias(drawn, Imputation::estimate)).isCloseTo(0, within(0.01));
    }

    private static double bias(List<RollOut.Drawn> drawn, Function<Panel, EffectResult> estimator) {
        return drawn.parallelStream()
                .mapToDouble(one -> ((EffectResult.Estimated) estimator.apply(one.panel()))
                                .effects()
                                .get(0)
                                .estimate()
                        - one.truth())
                .average()
                .orElseThrow();
    }

    /** The least squares slope over all leads sees what four leads alone do not. */
    @Test
    void seesASmallDrift() {
        List<Run> drifting = run(RollOut.usual().effect(0).slope(0.012));

        assertThat(share(drifting, run -> run.pOfTrend() < 0.05)).isBetween(0.8, 0.97);
        assertThat(share(drifting, run -> run.pOfLeads() < 0.05)).isLessThan(0.6);
    }

    /** Where the half-life can be told, in the middle it is the true 8 months; few of 100 differ by more than half. */
    @Test
    void findsTheHalfLifeOfTheEffect() {
        RollOut large = new RollOut(600, 36, 6, 0.3, -0.2, 0);
        double[] halfLives = IntStream.range(0, 40)
                .parallel()
                .mapToObj(seed -> Decay.of(
                        new CallawaySantAnna(Control.NOT_YET)
                                .estimate(large.draw(seed).panel()),
                        seed))
                .flatMap(decay -> decay.filter(Decay::isEstimable).stream())
                .mapToDouble(Decay::halfLife)
                .sorted()
                .toArray();

        assertThat(halfLives.length).isGreaterThan(36);
        assertThat(halfLives[halfLives.length / 2]).isCloseTo(8, within(0.8));
        assertThat(halfLives[halfLives.length / 10]).isGreaterThan(8 * 0.8);
        assertThat(halfLives[halfLives.length * 9 / 10]).isLessThan(8 * 1.2);
    }

    @Test
    void tellsNoHalfLifeOfAnEffectThatIsNotThere() {
        long told = IntStream.range(0, 40)
                .parallel()
                .filter(seed -> Decay.of(
                                new CallawaySantAnna(Control.NEVER)
                                        .estimate(RollOut.usual()
                                                .effect(0)
                                                .draw(seed)
                                                .panel()),
                                seed)
                        .filter(Decay::isEstimable)
                        .isPresent())
                .count();

        assertThat(told).isLessThanOrEqualTo(2);
    }

    private static List<Run> run(RollOut rollOut) {
        return run(rollOut, Control.NEVER);
    }

    private static List<Run> run(RollOut rollOut, Control control) {
        return IntStream.range(0, SEEDS)
                .parallel()
                .mapToObj(seed -> run(rollOut.draw(seed), control))
                .toList();
    }

    private static Run run(RollOut.Drawn drawn, Control control) {
        GroupTimeEffects effects = new CallawaySantAnna(control).estimate(drawn.panel());
        Aggregate simple = effects.simple().orElseThrow();
        return new Run(
                drawn.truth(),
                simple.effect(),
                simple.sampling().interval(simple.effect()),
                PreTrend.ofLeads(effects).map(PreTrend::p).orElse(1.0),
                PreTrend.ofLeads(effects).map(PreTrend::pOfLeads).orElse(1.0));
    }

    private static double bias(List<Run> runs) {
        return runs.stream()
                .mapToDouble(run -> run.effect() - run.truth())
                .average()
                .orElseThrow();
    }

    private static double share(List<Run> runs, Predicate<Run> isMeant) {
        return (double) runs.stream().filter(isMeant).count() / runs.size();
    }
}

package org.kvartal.forecast.effect;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.forecast.effect.inference.JointTest;
import org.kvartal.forecast.effect.inference.Sampling;

/**
 * The effect of a treatment by all estimators. That of Callaway and Sant'Anna comes first and is the one to quote; the
 * others must agree with it. One that cannot be computed says why, and takes none of the others down. Where fewer than five
 * clusters are treated, or serve as controls, estimates are shown without an error: nothing may be claimed of them.
 */
public final class EffectAnalysis {
    private static final String ALONE = "a group of one unit";
    private static final String LAST_IS_CONTROL =
            "the last group is a control only, and periods from its treatment on are left out";

    private final Control control;
    private final CallawaySantAnna headline;
    private final long seed;

    /**
     * @param anticipation for how long before its first treatment a unit may react to it
     * @param seed of the bands that hold for all event times at once
     */
    public EffectAnalysis(Control control, Adjustment adjustment, long anticipation, long seed) {
        this.control = control;
        this.headline = new CallawaySantAnna(control, adjustment, anticipation);
        this.seed = seed;
    }

    /** What each estimator found, in the order in which they are named. */
    public Map<Estimator, EffectResult> estimate(Panel panel) {
        return estimate(panel, groupTimeEffects(panel));
    }

    /** The effects that the headline averages; checks need them too. */
    public GroupTimeEffects groupTimeEffects(Panel panel) {
        return headline.estimate(panel);
    }

    /** The same from effects that are there already. */
    public Map<Estimator, EffectResult> estimate(Panel panel, GroupTimeEffects effects) {
        Map<Estimator, EffectResult> results = new EnumMap<>(Estimator.class);
        results.put(Estimator.CALLAWAY_SANTANNA, headline(panel, effects));
        results.put(Estimator.SUN_ABRAHAM, refused(SunAbraham.estimate(panel), Support.againstNever(panel)));
        results.put(Estimator.IMPUTATION, refused(Imputation.estimate(panel), Support.againstNotYet(panel)));
        results.put(
                Estimator.TWFE_DIAGNOSTIC, refused(TwoWayFixedEffects.estimate(panel), Support.againstNotYet(panel)));
        return results;
    }

    private static EffectResult refused(EffectResult result, Support support) {
        Optional<String> refusal = support.refusal();
        if (refusal.isEmpty() || !(result instanceof EffectResult.Estimated estimated)) {
            return result;
        }
        return new EffectResult.Estimated(estimated.effects().stream()
                .map(effect -> effect.withoutError(refusal.get()))
                .toList());
    }

    private EffectResult headline(Panel panel, GroupTimeEffects effects) {
        Optional<Aggregate> simple = effects.simple();
        if (simple.isEmpty()) {
            return new EffectResult.NotEstimated(whyEmpty(panel));
        }
        Effect first = effect(simple.get())
                .noting(smallSample(simple.get().sampling()))
                .noting(preTrend(effects))
                .noting(control == Control.NOT_YET && !panel.hasNever() ? LAST_IS_CONTROL : "");
        List<Effect> all = Stream.of(
                        Stream.of(first),
                        effects.groups().stream().map(group -> group(panel, group)),
                        effects.groupOverall().stream().map(EffectAnalysis::effect),
                        events(effects),
                        effects.eventOverall().stream().map(EffectAnalysis::effect),
                        effects.calendar().stream().map(EffectAnalysis::effect),
                        effects.calendarOverall().stream().map(EffectAnalysis::effect),
                        groupTimes(effects))
                .flatMap(part -> part)
                .toList();
        return refused(new EffectResult.Estimated(all), simple.get().support());
    }

    private String whyEmpty(Panel panel) {
        if (panel.cohorts().isEmpty()) {
            return "no unit is treated within the periods";
        }
        return control == Control.NEVER && !panel.hasNever()
                ? "no unit is never treated; those not yet treated can serve as controls"
                : "no treated group is observed before and after treatment together with controls";
    }

    private static Effect effect(Aggregate aggregate) {
        return Effect.of(aggregate.key(), aggregate.effect(), aggregate.sampling(), aggregate.observations());
    }

    private static Effect group(Panel panel, Aggregate aggregate) {
        Long cohort = aggregate.key().group();
        boolean isAlone = cohort != null && panel.size(cohort) == 1;
        return effect(aggregate).noting(isAlone ? ALONE : "");
    }

    private static Stream<Effect> groupTimes(GroupTimeEffects effects) {
        return effects.effects().stream()
                .map(cell -> effect(effects.alone(cell)).noting(noteOf(cell)));
    }

    private static String noteOf(GroupTimeEffect cell) {
        return cell.treated() > 1 || !cell.note().isEmpty() ? cell.note() : ALONE;
    }

    /** Effects by event time, each with the ends of the band that holds for all of them at once. */
    private Stream<Effect> events(GroupTimeEffects effects) {
        return EventStudy.of(effects, seed).points().stream()
                .map(point -> point.effect().noting(band(point)));
    }

    private static String band(EventStudy.Point point) {
        return Double.isNaN(point.band().low())
                ? ""
                : String.format(
                        Locale.ROOT,
                        "simultaneous band %.6g to %.6g",
                        point.band().low(),
                        point.band().high());
    }

    private static String smallSample(Sampling sampling) {
        return sampling.isSmall()
                ? String.format(
                        Locale.ROOT,
                        "interval for few clusters, t with %.1f degrees of freedom",
                        sampling.degreesOfFreedom())
                : "";
    }

    private static String preTrend(GroupTimeEffects effects) {
        String all = PreTrend.ofAll(effects).map(EffectAnalysis::wald).orElse("");
        String leads =
                PreTrend.ofLeads(effects).map(EffectAnalysis::leads).orElse("no test of trends before treatment");
        return all.isEmpty() ? leads : leads + "; " + all;
    }

    private static String wald(JointTest test) {
        return String.format(
                Locale.ROOT,
                "Wald pre-test of all cells: %.4f, %d degrees of freedom, p %.5f",
                test.statistic(),
                test.degreesOfFreedom(),
                test.p());
    }

    private static String leads(PreTrend test) {
        return String.format(
                Locale.ROOT,
                "pre-trend test of %d leads: p %.5f (with their slope), finds slopes of %.4g per period with 80 %%",
                test.leads(),
                test.p(),
                test.detectableSlope());
    }
}

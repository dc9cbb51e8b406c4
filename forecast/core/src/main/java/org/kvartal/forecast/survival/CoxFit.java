package org.kvartal.forecast.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;

/** A regression of proportional hazards at its greatest likelihood, on standardised covariates. */
final class CoxFit {
    private final List<String> names;
    private final List<Observation> observations;
    private final Standardised columns;
    private final PartialLikelihood likelihood;
    private final Newton.Maximum top;

    private CoxFit(
            List<String> names,
            List<Observation> observations,
            Standardised columns,
            PartialLikelihood likelihood,
            Newton.Maximum top) {
        this.names = names;
        this.observations = observations;
        this.columns = columns;
        this.likelihood = likelihood;
        this.top = top;
    }

    /**
     * Fits it.
     *
     * @param refusals to which the reason is added where there is no fit
     */
    static Optional<CoxFit> of(List<String> names, List<Covaried> subjects, List<String> refusals) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Invalid covariates: at least one is needed");
        }
        Standardised columns = Standardised.of(subjects, names.size());
        Optional<String> refusal = Refusals.before(names, subjects, columns);
        if (refusal.isPresent()) {
            refusals.add(refusal.get());
            return Optional.empty();
        }
        List<Observation> observations =
                subjects.stream().map(Covaried::observation).toList();
        PartialLikelihood likelihood = new PartialLikelihood(observations, columns.rows(), names.size());
        Optional<Newton.Maximum> top = Newton.climb(likelihood, new double[names.size()]);
        Optional<String> reason = top.isEmpty()
                ? Optional.of(Refusals.NO_MAXIMUM)
                : Refusals.after(names, top.get().parameters());
        reason.ifPresent(refusals::add);
        return reason.isPresent()
                ? Optional.empty()
                : top.map(found -> new CoxFit(names, observations, columns, likelihood, found));
    }

    static SurvivalFit.Refused refused(List<String> refusals) {
        return new SurvivalFit.Refused(String.join("; ", refusals));
    }

    /** With errors that the curvature of the likelihood tells. */
    SurvivalFit.Estimated estimated() {
        return estimated(top.covariance());
    }

    /** With errors that hold where subjects of a cluster end alike. */
    SurvivalFit.Estimated estimated(List<String> clusters) {
        return estimated(new CoxScores(steps(), names.size())
                .robust(observations, columns.rows(), top.parameters().toArray(), clusters, top.covariance()));
    }

    private SurvivalFit.Estimated estimated(RealMatrix covariance) {
        return new SurvivalFit.Estimated(
                names,
                IntStream.range(0, names.size())
                        .mapToDouble(k -> top.parameters().getEntry(k) / columns.deviation(k))
                        .toArray(),
                IntStream.range(0, names.size())
                        .mapToDouble(k -> Math.sqrt(covariance.getEntry(k, k)) / columns.deviation(k))
                        .toArray(),
                top.value(),
                likelihood.at(new double[names.size()]).value(),
                observations.stream()
                        .filter(one -> !one.isCensored())
                        .mapToLong(Observation::count)
                        .sum());
    }

    private List<RiskStep> steps() {
        return likelihood.steps(top.parameters().toArray());
    }

    /** Whether hazards are proportional, covariate by covariate, and all together last. */
    List<Proportionality> proportionality() {
        List<RiskStep> steps = steps();
        KaplanMeier curve = KaplanMeier.of(observations);
        double[] g = new double[steps.size()];
        for (int t = 1; t < g.length; t++) {
            g[t] = 1 - curve.survival(steps.get(t - 1).time());
        }
        TimeSlopes slopes = new TimeSlopes(steps, g, top.covariance());
        List<Proportionality> tests = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            tests.add(Proportionality.of(names.get(k), slopes.statistic(new int[] {k}), 1));
        }
        int[] all = IntStream.range(0, names.size()).toArray();
        tests.add(Proportionality.of("", slopes.statistic(all), all.length));
        return tests;
    }
}

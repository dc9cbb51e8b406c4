package org.kvartal.forecast.survival;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What makes subjects end sooner, without a word on how fast they end at all.
 * <pre>
 *   h(t | x)  = h0(t) exp(x'b)
 *   log L(b)  = sum over ends t_i of  sum over D_i of x'b
 *                 - sum for r = 0..d_i - 1 of log( sum over R_i of exp(x'b)  -  r / d_i * sum over D_i of exp(x'b) )
 * </pre>
 * D_i are the d_i that end at t_i, R_i those at risk: entered before t_i and not gone before it. Any end counts; to look at
 * one of several, the others are handed over as censored, which gives its cause-specific hazard. exp(b) is the ratio of the
 * hazards per unit of a covariate; a positive b shortens. It is supposed to be the same at all times. Source: Cox (1972),
 * Regression models and life-tables, JRSS B 34; ties: Efron (1977), The efficiency of Cox's likelihood function for
 * censored data, JASA 72.
 */
public final class CoxRegression {
    private CoxRegression() {}

    /** @param names of the covariates, at least one */
    public static SurvivalFit fit(List<String> names, List<Covaried> subjects) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Invalid covariates: at least one is needed");
        }
        Standardised columns = Standardised.of(subjects, names.size());
        Optional<String> refusal = Refusals.before(names, subjects, columns);
        if (refusal.isPresent()) {
            return new SurvivalFit.Refused(refusal.get());
        }
        List<Observation> observations =
                subjects.stream().map(Covaried::observation).toList();
        PartialLikelihood likelihood = new PartialLikelihood(observations, columns.rows(), names.size());
        Optional<Newton.Maximum> found = Newton.climb(likelihood, new double[names.size()]);
        if (found.isEmpty()) {
            return new SurvivalFit.Refused(Refusals.NO_MAXIMUM);
        }
        Newton.Maximum top = found.get();
        Optional<String> unbounded = Refusals.after(names, top.parameters());
        if (unbounded.isPresent()) {
            return new SurvivalFit.Refused(unbounded.get());
        }
        return new SurvivalFit.Estimated(
                names,
                IntStream.range(0, names.size())
                        .mapToDouble(k -> top.parameters().getEntry(k) / columns.deviation(k))
                        .toArray(),
                IntStream.range(0, names.size())
                        .mapToDouble(k -> Math.sqrt(top.covariance().getEntry(k, k)) / columns.deviation(k))
                        .toArray(),
                top.value(),
                likelihood.at(new double[names.size()]).value(),
                observations.stream()
                        .filter(one -> !one.isCensored())
                        .mapToLong(Observation::count)
                        .sum());
    }
}

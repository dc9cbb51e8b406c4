package org.kvartal.forecast.survival;

import java.util.ArrayList;
import java.util.List;

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
        List<String> refusals = new ArrayList<>();
        return CoxFit.of(names, subjects, refusals)
                .<SurvivalFit>map(CoxFit::estimated)
                .orElseGet(() -> CoxFit.refused(refusals));
    }

    /**
     * The same with errors that hold where subjects of a cluster end alike, as requests of one agent do. They need some twenty
     * clusters, and are too small with fewer.
     *
     * @param clusters of the subjects
     */
    public static SurvivalFit fit(List<String> names, List<Covaried> subjects, List<String> clusters) {
        List<String> refusals = new ArrayList<>();
        return CoxFit.of(names, subjects, refusals)
                .<SurvivalFit>map(fit -> fit.estimated(clusters))
                .orElseGet(() -> CoxFit.refused(refusals));
    }
}

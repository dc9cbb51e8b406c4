package org.kvartal.forecast.survival;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether a covariate changes the hazard by the same factor at all times.
 * <pre>
 *   h(t | x) = h0(t) exp(x' (b + c g(t)))          g(t) = 1 - S(t-): the share that has ended before t
 *   test of c = 0 by its score at the fitted b:  u' (I22 - I21 I11^-1 I12)^-1 u
 *   u = sum over t of g(t) s(t),   I11, I12, I22 = sum of V(t), g V(t), g^2 V(t)
 * </pre>
 * s are Schoenfeld's residuals, V the covariance of the covariates at risk. A small p: the coefficient is an average over
 * times at which it differs. Source: Grambsch and Therneau (1994), Proportional hazards tests and diagnostics based on
 * weighted residuals, Biometrika 81; in this form Therneau, R's survival 3.0.
 *
 * @param covariate empty: all together
 */
public record Proportionality(String covariate, double chiSquare, int degreesOfFreedom, double p) {
    static Proportionality of(String covariate, double chiSquare, int degreesOfFreedom) {
        double p = Double.isNaN(chiSquare)
                ? Double.NaN
                : 1 - new ChiSquaredDistribution(null, degreesOfFreedom).cumulativeProbability(chiSquare);
        return new Proportionality(covariate, chiSquare, degreesOfFreedom, p);
    }

    /** One test per covariate and, last, one of all; none where there is no regression. */
    public static List<Proportionality> of(List<String> names, List<Covaried> subjects) {
        return CoxFit.of(names, subjects, new ArrayList<>())
                .map(CoxFit::proportionality)
                .orElse(List.of());
    }
}

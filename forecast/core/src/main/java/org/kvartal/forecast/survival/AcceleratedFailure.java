package org.kvartal.forecast.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * By which factor covariates stretch the time until the end.
 * <pre>
 *   log T   = b0 + x'b + s e                e: standard, of the chosen distribution
 *   log L   = sum over ends of  log f(e) - log s - log t  +  sum over censored of  log S(e)
 *               - sum over late entries of log S(e at entry)
 * </pre>
 * exp(b) is the factor of all times per unit of a covariate; a positive b lengthens. Times are above 0. The logarithm of s
 * is estimated with the rest. Of several distributions the one with the smallest AIC describes the times best. Source:
 * Kalbfleisch and Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., sections 2.3 and 3.6.
 */
public final class AcceleratedFailure {
    public static final String CONSTANT = "intercept";
    public static final String LOG_SCALE = "log(scale)";

    private final Lifetime lifetime;

    public AcceleratedFailure(Lifetime lifetime) {
        this.lifetime = lifetime;
    }

    /**
     * Parameters are the constant, those of the covariates, and the logarithm of the scale.
     *
     * @param names of the covariates; may be none
     */
    public SurvivalFit fit(List<String> names, List<Covaried> subjects) {
        Standardised columns = Standardised.of(subjects, names.size());
        Optional<String> refusal = Refusals.before(names, subjects, columns);
        if (refusal.isPresent()) {
            return new SurvivalFit.Refused(refusal.get());
        }
        if (subjects.stream().anyMatch(one -> one.observation().exit() <= 0)) {
            return new SurvivalFit.Refused("a time of 0 has no logarithm");
        }
        Optional<Newton.Maximum> found = climb(columns, names.size(), subjects);
        if (found.isEmpty()) {
            return new SurvivalFit.Refused(Refusals.NO_MAXIMUM);
        }
        Optional<String> unbounded = Refusals.after(
                names, found.get().parameters().getSubVector(1, names.size()).mapDivide(scale(found.get())));
        if (unbounded.isPresent()) {
            return new SurvivalFit.Refused(unbounded.get());
        }
        return estimated(names, columns, found.get(), climb(Standardised.of(subjects, 0), 0, subjects), subjects);
    }

    private static double scale(Newton.Maximum found) {
        return Math.exp(found.parameters().getEntry(found.parameters().getDimension() - 1));
    }

    private Optional<Newton.Maximum> climb(Standardised columns, int covariates, List<Covaried> subjects) {
        List<Observation> observations =
                subjects.stream().map(Covaried::observation).toList();
        SummaryStatistics logs = new SummaryStatistics();
        observations.forEach(one -> logs.addValue(Math.log(one.exit())));
        double[] start = new double[covariates + 2];
        start[0] = logs.getMean();
        start[covariates + 1] = logs.getStandardDeviation() > 0 ? Math.log(logs.getStandardDeviation()) : 0;
        return Newton.climb(new LifetimeLikelihood(lifetime, observations, columns.rows(), covariates), start);
    }

    private static SurvivalFit estimated(
            List<String> names,
            Standardised columns,
            Newton.Maximum found,
            Optional<Newton.Maximum> constantOnly,
            List<Covaried> subjects) {
        RealMatrix back = inUnits(columns, names.size());
        RealVector coefficients = back.operate(found.parameters());
        RealMatrix covariance = back.multiply(found.covariance()).multiply(back.transpose());
        List<String> parameters = new ArrayList<>(List.of(CONSTANT));
        parameters.addAll(names);
        parameters.add(LOG_SCALE);
        return new SurvivalFit.Estimated(
                parameters,
                coefficients.toArray(),
                IntStream.range(0, parameters.size())
                        .mapToDouble(k -> Math.sqrt(covariance.getEntry(k, k)))
                        .toArray(),
                found.value(),
                constantOnly.map(Newton.Maximum::value).orElse(Double.NaN),
                subjects.stream()
                        .map(Covaried::observation)
                        .filter(one -> !one.isCensored())
                        .mapToLong(Observation::count)
                        .sum());
    }

    /** From coefficients of standardised covariates to those of covariates in their units. */
    private static RealMatrix inUnits(Standardised columns, int covariates) {
        RealMatrix back = MatrixUtils.createRealIdentityMatrix(covariates + 2);
        for (int k = 0; k < covariates; k++) {
            back.setEntry(k + 1, k + 1, 1 / columns.deviation(k));
            back.setEntry(0, k + 1, -columns.mean(k) / columns.deviation(k));
        }
        return back;
    }
}

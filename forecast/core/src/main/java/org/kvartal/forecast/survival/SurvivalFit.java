package org.kvartal.forecast.survival;

import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/** What a regression of survival found. */
public sealed interface SurvivalFit {
    /**
     * No estimate.
     *
     * @param reason one sentence
     */
    record Refused(String reason) implements SurvivalFit {}

    /** Coefficients at the greatest likelihood, with the errors that its curvature tells. */
    final class Estimated implements SurvivalFit {
        private final List<String> names;
        private final double[] coefficients;
        private final double[] standardErrors;
        private final double logLikelihood;
        private final double nullLogLikelihood;
        private final long ended;

        Estimated(
                List<String> names,
                double[] coefficients,
                double[] standardErrors,
                double logLikelihood,
                double nullLogLikelihood,
                long ended) {
            this.names = List.copyOf(names);
            this.coefficients = coefficients;
            this.standardErrors = standardErrors;
            this.logLikelihood = logLikelihood;
            this.nullLogLikelihood = nullLogLikelihood;
            this.ended = ended;
        }

        /** Names of the parameters, in their order. */
        public List<String> names() {
            return names;
        }

        public double coefficient(int place) {
            return coefficients[place];
        }

        public double standardError(int place) {
            return standardErrors[place];
        }

        /** Probability of a coefficient as far from 0 by chance, by Wald's test. */
        public double p(int place) {
            return 2
                    * new NormalDistribution()
                            .cumulativeProbability(-Math.abs(coefficients[place] / standardErrors[place]));
        }

        public double logLikelihood() {
            return logLikelihood;
        }

        /** Twice what the covariates add to the log-likelihood. */
        public double likelihoodRatio() {
            return 2 * (logLikelihood - nullLogLikelihood);
        }

        public double aic() {
            return 2 * names.size() - 2 * logLikelihood;
        }

        /** Subjects that ended. */
        public long ended() {
            return ended;
        }
    }
}

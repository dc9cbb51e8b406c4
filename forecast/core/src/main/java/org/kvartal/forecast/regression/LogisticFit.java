package org.kvartal.forecast.regression;

import java.util.List;

/** What a logistic regression found. */
public sealed interface LogisticFit {
    /**
     * No estimate.
     *
     * @param reason one sentence
     */
    record Refused(String reason) implements LogisticFit {}

    /**
     * Coefficients at the greatest likelihood. Place 0 is the constant; the columns follow in their order.
     * <pre>
     *   z = b / se(b)    deviance = -2 log L    AIC = deviance + 2 (k + 1)     k: number of columns
     * </pre>
     * Coefficients are changes of the logarithm of the odds per unit of a column.
     */
    final class Estimated implements LogisticFit {
        private final List<String> names;
        private final double[] coefficients;
        private final double[] standardErrors;
        private final double deviance;
        private final double nullDeviance;

        Estimated(
                List<String> names,
                double[] coefficients,
                double[] standardErrors,
                double deviance,
                double nullDeviance) {
            this.names = List.copyOf(names);
            this.coefficients = coefficients;
            this.standardErrors = standardErrors;
            this.deviance = deviance;
            this.nullDeviance = nullDeviance;
        }

        /** Names of the columns, without the constant. */
        public List<String> names() {
            return names;
        }

        public double coefficient(int place) {
            return coefficients[place];
        }

        public double standardError(int place) {
            return standardErrors[place];
        }

        /** Wald's statistic: near a standard normal one where the coefficient is 0. */
        public double z(int place) {
            return coefficients[place] / standardErrors[place];
        }

        public double deviance() {
            return deviance;
        }

        /** Deviance of the constant alone. */
        public double nullDeviance() {
            return nullDeviance;
        }

        public double logLikelihood() {
            return -deviance / 2;
        }

        public double aic() {
            return deviance + 2 * coefficients.length;
        }

        /** Probability of a row with these values of the columns. */
        public double probability(double... row) {
            double eta = coefficients[0];
            for (int k = 0; k < row.length; k++) {
                eta += coefficients[k + 1] * row[k];
            }
            return 1 / (1 + Math.exp(-eta));
        }
    }
}

package org.kvartal.forecast.survival;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** Covariates with mean 0 and standard deviation 1: sums of exponentials stay within range whatever their units. */
final class Standardised {
    private final double[] means;
    private final double[] deviations;
    private final double[][] rows;

    private Standardised(double[] means, double[] deviations, double[][] rows) {
        this.means = means;
        this.deviations = deviations;
        this.rows = rows;
    }

    static Standardised of(List<Covaried> subjects, int covariates) {
        double[] means = new double[covariates];
        double[] deviations = new double[covariates];
        for (int k = 0; k < covariates; k++) {
            SummaryStatistics column = new SummaryStatistics();
            for (Covaried subject : subjects) {
                column.addValue(subject.values().get(k));
            }
            means[k] = column.getMean();
            deviations[k] = column.getStandardDeviation();
        }
        double[][] rows = subjects.stream()
                .map(subject -> IntStream.range(0, covariates)
                        .mapToDouble(k -> (subject.values().get(k) - means[k]) / deviations[k])
                        .toArray())
                .toArray(double[][]::new);
        return new Standardised(means, deviations, rows);
    }

    /** Whether a covariate is the same of all subjects. */
    boolean isConstant(int covariate) {
        return !(deviations[covariate] > 0);
    }

    double mean(int covariate) {
        return means[covariate];
    }

    double deviation(int covariate) {
        return deviations[covariate];
    }

    double[][] rows() {
        return rows;
    }
}

package org.kvartal.forecast.survival;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.kvartal.forecast.survival.Lifetime.Slopes;

/** Likelihood of accelerated failure times. Parameters: constant, covariates, logarithm of the scale. */
final class LifetimeLikelihood implements Newton.Likelihood {
    private final Lifetime lifetime;
    private final List<Observation> observations;
    private final double[][] rows;
    private final int covariates;

    LifetimeLikelihood(Lifetime lifetime, List<Observation> observations, double[][] rows, int covariates) {
        this.lifetime = lifetime;
        this.observations = observations;
        this.rows = rows;
        this.covariates = covariates;
    }

    /** What is summed up over subjects. */
    private final class Sum {
        private final double[] parameters;
        private final double scale;
        private final int last = covariates + 1;
        private final double[] gradient = new double[covariates + 2];
        private final double[][] information = new double[covariates + 2][covariates + 2];
        private double value;

        Sum(double[] parameters) {
            this.parameters = parameters;
            this.scale = Math.exp(parameters[last]);
        }

        double residual(double time, double[] row) {
            double expected = parameters[0];
            for (int k = 0; k < covariates; k++) {
                expected += parameters[k + 1] * row[k];
            }
            return (Math.log(time) - expected) / scale;
        }

        /** d e / d b = -x / scale and d e / d log(scale) = -e. */
        void add(Slopes slopes, double e, double[] row, double weight) {
            value += weight * slopes.value();
            double mixed = weight * (slopes.second() * e + slopes.first());
            for (int j = 0; j < last; j++) {
                double x = (j == 0 ? 1 : row[j - 1]) / scale;
                gradient[j] -= weight * slopes.first() * x;
                information[last][j] -= mixed * x;
                for (int k = 0; k <= j; k++) {
                    information[j][k] -= weight * slopes.second() * x * (k == 0 ? 1 : row[k - 1]) / scale;
                }
            }
            gradient[last] -= weight * slopes.first() * e;
            information[last][last] -= mixed * e;
        }

        void add(Observation one, double[] row) {
            double e = residual(one.exit(), row);
            add(one.isCensored() ? lifetime.above(e) : lifetime.density(e), e, row, one.count());
            if (!one.isCensored()) {
                value -= one.count() * (parameters[last] + Math.log(one.exit()));
                gradient[last] -= one.count();
            }
            if (one.entry() > 0) {
                double before = residual(one.entry(), row);
                add(lifetime.above(before), before, row, -one.count());
            }
        }

        Newton.Point point() {
            for (int j = 0; j <= last; j++) {
                for (int k = 0; k < j; k++) {
                    information[k][j] = information[j][k];
                }
            }
            return new Newton.Point(
                    value, new ArrayRealVector(gradient, false), new Array2DRowRealMatrix(information, false));
        }
    }

    @Override
    public Newton.Point at(double[] parameters) {
        Sum sum = new Sum(parameters);
        for (int i = 0; i < rows.length; i++) {
            sum.add(observations.get(i), rows[i]);
        }
        return sum.point();
    }
}

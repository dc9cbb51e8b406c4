package org.kvartal.forecast.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.jspecify.annotations.Nullable;

/** Efron's partial likelihood of proportional hazards: from the last time to the first, so that risk sets only grow by sums. */
final class PartialLikelihood implements Newton.Likelihood {
    private final List<Observation> observations;
    private final double[][] rows;
    private final int covariates;
    private final int[] byExit;
    private final int[] byEntry;

    PartialLikelihood(List<Observation> observations, double[][] rows, int covariates) {
        this.observations = observations;
        this.rows = rows;
        this.covariates = covariates;
        this.byExit =
                descending(Comparator.comparingDouble(i -> -observations.get(i).exit()));
        this.byEntry =
                descending(Comparator.comparingDouble(i -> -observations.get(i).entry()));
    }

    private int[] descending(Comparator<Integer> order) {
        return IntStream.range(0, observations.size())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Sums over a set of subjects of w, w x and w x x'. */
    private static final class Sums {
        private double weight;
        private final double[] first;
        private final double[][] second;

        Sums(int covariates) {
            first = new double[covariates];
            second = new double[covariates][covariates];
        }

        void add(double[] x, double w) {
            weight += w;
            for (int j = 0; j < first.length; j++) {
                first[j] += w * x[j];
                for (int k = 0; k <= j; k++) {
                    second[j][k] += w * x[j] * x[k];
                }
            }
        }
    }

    /** What is summed up on the way. */
    private final class Walk {
        private final double[] coefficients;
        private final Sums atRisk = new Sums(covariates);
        private final double[] gradient = new double[covariates];
        private final double[][] information = new double[covariates][covariates];
        private final @Nullable List<RiskStep> steps;
        private double value;

        /** @param steps that are kept, the last first; null: none */
        Walk(double[] coefficients, @Nullable List<RiskStep> steps) {
            this.coefficients = coefficients;
            this.steps = steps;
        }

        double predictor(int subject) {
            double sum = 0;
            for (int k = 0; k < covariates; k++) {
                sum += coefficients[k] * rows[subject][k];
            }
            return sum;
        }

        double weight(int subject) {
            return observations.get(subject).count() * Math.exp(predictor(subject));
        }

        /** All that leave at one time. */
        void leave(int[] subjects) {
            Sums tied = new Sums(covariates);
            long ended = 0;
            for (int subject : subjects) {
                Observation one = observations.get(subject);
                atRisk.add(rows[subject], weight(subject));
                if (!one.isCensored()) {
                    ended += one.count();
                    tied.add(rows[subject], weight(subject));
                    value += one.count() * predictor(subject);
                    for (int k = 0; k < covariates; k++) {
                        gradient[k] += one.count() * rows[subject][k];
                    }
                }
            }
            RiskStep step = new RiskStep(observations.get(subjects[0]).exit(), steps == null ? 0 : covariates);
            for (long r = 0; r < ended; r++) {
                subtract(tied, (double) r / ended, step);
            }
            if (steps != null && ended > 0) {
                for (int subject : subjects) {
                    step.surprise(rows[subject], observations.get(subject));
                }
                steps.add(step);
            }
        }

        /** One of those who end together: on average a share of them has ended before. */
        void subtract(Sums tied, double share, RiskStep step) {
            double weight = atRisk.weight - share * tied.weight;
            value -= Math.log(weight);
            double[] mean = new double[covariates];
            double[][] variance = new double[covariates][covariates];
            for (int j = 0; j < covariates; j++) {
                mean[j] = (atRisk.first[j] - share * tied.first[j]) / weight;
                gradient[j] -= mean[j];
                for (int k = 0; k <= j; k++) {
                    double second = (atRisk.second[j][k] - share * tied.second[j][k]) / weight;
                    variance[j][k] = second - mean[j] * mean[k];
                    information[j][k] += variance[j][k];
                }
            }
            if (steps != null) {
                step.add(weight, share, mean, variance);
            }
        }

        Newton.Point point() {
            for (int j = 0; j < covariates; j++) {
                for (int k = 0; k < j; k++) {
                    information[k][j] = information[j][k];
                }
            }
            return new Newton.Point(
                    value, new ArrayRealVector(gradient, false), new Array2DRowRealMatrix(information, false));
        }
    }

    @Override
    public Newton.Point at(double[] coefficients) {
        return through(new Walk(coefficients, null));
    }

    /** What each time at which something ended brings in, the first time first. */
    List<RiskStep> steps(double[] coefficients) {
        List<RiskStep> steps = new ArrayList<>();
        through(new Walk(coefficients, steps));
        Collections.reverse(steps);
        return steps;
    }

    private Newton.Point through(Walk walk) {
        int entered = 0;
        int from = 0;
        while (from < byExit.length) {
            double time = observations.get(byExit[from]).exit();
            while (entered < byEntry.length
                    && observations.get(byEntry[entered]).entry() >= time) {
                walk.atRisk.add(rows[byEntry[entered]], -walk.weight(byEntry[entered]));
                entered++;
            }
            int until = from;
            while (until < byExit.length && observations.get(byExit[until]).exit() == time) {
                until++;
            }
            walk.leave(Arrays.copyOfRange(byExit, from, until));
            from = until;
        }
        return walk.point();
    }
}

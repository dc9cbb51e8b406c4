package org.kvartal.forecast.timeseries.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the effect of every column can be told from the past.
 *
 * <pre>
 *   refused:  a value that is missing or infinite; a column constant in the past that changes in the future; a column
 *             that is a sum of multiples of a constant and of those before it (R^2 above 1 - 1e-8)
 *   left out: a column constant in the past and the future
 * </pre>
 *
 * By Gram-Schmidt on centred columns; see Golub and Van Loan (2013), Matrix Computations, 4th ed., section 5.2.
 */
final class ColumnCheck {
    private static final double DEPENDENT = 1e-8;

    private final KnownRegressors regressors;
    private final List<Integer> varying = new ArrayList<>();
    private final List<Integer> constant = new ArrayList<>();
    private final List<double[]> basis = new ArrayList<>();

    ColumnCheck(KnownRegressors regressors) {
        this.regressors = regressors;
    }

    /** Why the regressors cannot be used; empty if they can. */
    Optional<String> objection() {
        for (int k = 0; k < regressors.count(); k++) {
            Optional<String> objection = objection(k, regressors.past(k), regressors.future(k));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    /** The columns that vary, after {@link #objection()}. */
    List<Integer> varying() {
        return varying;
    }

    /** The columns that never vary, after {@link #objection()}. */
    List<Integer> constant() {
        return constant;
    }

    private Optional<String> objection(int k, double[] past, double[] future) {
        String name = regressors.names().get(k);
        int gap = firstGap(past);
        if (gap >= 0) {
            return Optional.of("regressor %s is missing at value %d of the past".formatted(name, gap + 1));
        }
        gap = firstGap(future);
        if (gap >= 0) {
            return Optional.of("regressor %s is missing %d ahead".formatted(name, gap + 1));
        }
        if (isConstant(past, past)) {
            if (isConstant(past, future)) {
                constant.add(k);
                return Optional.empty();
            }
            return Optional.of("regressor %s is constant in the past, its effect is unknown".formatted(name));
        }
        if (isDependent(past)) {
            return Optional.of("regressor %s follows from %s".formatted(name, namesOf(varying)));
        }
        varying.add(k);
        return Optional.empty();
    }

    private String namesOf(List<Integer> columns) {
        return String.join(
                ", ", columns.stream().map(k -> regressors.names().get(k)).toList());
    }

    private static int firstGap(double[] values) {
        for (int t = 0; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                return t;
            }
        }
        return -1;
    }

    private static boolean isConstant(double[] past, double[] values) {
        for (double value : values) {
            if (value != past[0]) {
                return false;
            }
        }
        return true;
    }

    private boolean isDependent(double[] column) {
        double[] rest = column.clone();
        subtractMean(rest);
        double whole = product(rest, rest);
        // Twice is enough: one pass of Gram-Schmidt leaves rounding errors in nearly dependent columns.
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : basis) {
                double share = product(rest, direction);
                for (int t = 0; t < rest.length; t++) {
                    rest[t] -= share * direction[t];
                }
            }
        }
        double left = product(rest, rest);
        if (left <= DEPENDENT * whole) {
            return true;
        }
        for (int t = 0; t < rest.length; t++) {
            rest[t] /= Math.sqrt(left);
        }
        basis.add(rest);
        return false;
    }

    private static void subtractMean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        for (int t = 0; t < values.length; t++) {
            values[t] -= mean;
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }
}

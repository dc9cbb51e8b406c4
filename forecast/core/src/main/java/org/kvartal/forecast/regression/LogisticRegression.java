package org.kvartal.forecast.regression;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression: the probability of an event by a few columns, without any penalty.
 * <pre>
 *   p[r] = 1 / (1 + exp(-(b[0] + x[r] b)))
 *   b   &lt;- b + (X' W X)^-1 X' (y - p),  W = diag(p (1 - p))      halved while the deviance grows, until b stays
 *   se   = sqrt(diag((X' W X)^-1))
 * </pre>
 * Where a column parts events from the others, the likelihood has no maximum, and where columns add up to one another,
 * it has many: both are refused with a reason. Columns are scaled to a mean square of 1 while the fit goes on.
 *
 * <p>Sources: McCullagh and Nelder, Generalized Linear Models, 2nd ed., 1989, section 4.4 (iterations); Albert and
 * Anderson, On the existence of maximum likelihood estimates in logistic regression models, Biometrika 71, 1984.
 */
public final class LogisticRegression {
    private static final int MAX_STEPS = 18;
    private static final int MAX_HALVINGS = 30;
    private static final double STAYS = 1e-9;
    private static final double LEAST_OWN_SHARE = 1e-9;

    private final List<String> names;
    private final double[][] rows;
    private final int[] events;
    private final double[] scales;
    private double[] coefficients;
    private double[][] covariance = {};

    private LogisticRegression(List<String> names, double[][] columns, int[] events) {
        this.names = names;
        this.events = events;
        this.scales = scales(names.size(), columns);
        this.rows = scaled(columns, scales);
        this.coefficients = new double[names.size() + 1];
    }

    /**
     * Fits.
     *
     * @param names of the columns; a constant is added
     * @param rows values of the columns, one row per case
     * @param events 1 where the event happened, 0 where it did not
     */
    public static LogisticFit fit(List<String> names, double[][] rows, int[] events) {
        int happened = Arrays.stream(events).sum();
        if (happened == 0 || happened == events.length) {
            return new LogisticFit.Refused("Not enough data: %d of %d cases are events; some and not all must be."
                    .formatted(happened, events.length));
        }
        if (rows.length <= names.size() + 1) {
            return new LogisticFit.Refused(
                    "Not enough data: %d cases for %d coefficients.".formatted(rows.length, names.size() + 1));
        }
        LogisticRegression fit = new LogisticRegression(names, rows, events);
        double share = (double) happened / events.length;
        fit.coefficients[0] = Math.log(share / (1 - share));
        return fit.maximised(fit.deviance(fit.coefficients));
    }

    private LogisticFit maximised(double nullDeviance) {
        double deviance = nullDeviance;
        for (int step = 0; step < MAX_STEPS; step++) {
            double[] gradient = new double[coefficients.length];
            double[][] information = information(gradient);
            double[] diagonal = diagonal(information);
            covariance = SymmetricInverse.of(information);
            int redundant = redundant(diagonal);
            if (step == 0 && redundant > 0) {
                return new LogisticFit.Refused(
                        "The column %s says nothing that the others do not say.".formatted(names.get(redundant - 1)));
            }
            double[] direction = direction(gradient);
            double[] next = halved(direction, deviance);
            double moved = largestStep(coefficients, next);
            coefficients = next;
            deviance = deviance(next);
            if (moved < STAYS) {
                return estimated(deviance, nullDeviance);
            }
        }
        return new LogisticFit.Refused(
                "The column %s parts events from the others: its coefficient has no finite estimate."
                        .formatted(names.get(largest(coefficients) - 1)));
    }

    private LogisticFit estimated(double deviance, double nullDeviance) {
        double[] unscaled = new double[coefficients.length];
        double[] errors = new double[coefficients.length];
        for (int k = 0; k < unscaled.length; k++) {
            unscaled[k] = coefficients[k] / scales[k];
            errors[k] = Math.sqrt(covariance[k][k]) / scales[k];
        }
        return new LogisticFit.Estimated(names, unscaled, errors, deviance, nullDeviance);
    }

    private static double[] scales(int columns, double[][] rows) {
        double[] scales = new double[columns + 1];
        scales[0] = 1;
        for (int k = 0; k < columns; k++) {
            double squares = 0;
            for (double[] row : rows) {
                squares += row[k] * row[k];
            }
            scales[k + 1] = squares > 0 ? Math.sqrt(squares / rows.length) : 1;
        }
        return scales;
    }

    private static double[][] scaled(double[][] columns, double[] scales) {
        double[][] rows = new double[columns.length][scales.length];
        for (int r = 0; r < rows.length; r++) {
            rows[r][0] = 1;
            for (int k = 1; k < scales.length; k++) {
                rows[r][k] = columns[r][k - 1] / scales[k];
            }
        }
        return rows;
    }

    /** Lower triangle of X' W X; adds X' (y - p) to the given vector. */
    private double[][] information(double[] gradient) {
        double[][] information = new double[coefficients.length][];
        for (int k = 0; k < information.length; k++) {
            information[k] = new double[k + 1];
        }
        for (int r = 0; r < rows.length; r++) {
            double p = 1 / (1 + Math.exp(-eta(rows[r], coefficients)));
            for (int k = 0; k < information.length; k++) {
                gradient[k] += rows[r][k] * (events[r] - p);
                for (int m = 0; m <= k; m++) {
                    information[k][m] += p * (1 - p) * rows[r][k] * rows[r][m];
                }
            }
        }
        return information;
    }

    private static double[] diagonal(double[][] lowerTriangle) {
        return Arrays.stream(lowerTriangle)
                .mapToDouble(row -> row[row.length - 1])
                .toArray();
    }

    /** The place of a column of which nothing is left without what the others say; 0 when there is none. */
    private int redundant(double[] diagonal) {
        for (int k = diagonal.length - 1; k > 0; k--) {
            if (diagonal[k] == 0 || 1 / (diagonal[k] * covariance[k][k]) < LEAST_OWN_SHARE) {
                return k;
            }
        }
        return 0;
    }

    private double[] direction(double[] gradient) {
        double[] direction = new double[gradient.length];
        for (int k = 0; k < gradient.length; k++) {
            for (int m = 0; m < gradient.length; m++) {
                direction[k] += covariance[Math.max(k, m)][Math.min(k, m)] * gradient[m];
            }
        }
        return direction;
    }

    private double[] halved(double[] direction, double deviance) {
        double scale = 1;
        double[] next = along(direction, scale);
        for (int i = 0; i < MAX_HALVINGS && !(deviance(next) <= deviance + STAYS); i++) {
            scale /= 2;
            next = along(direction, scale);
        }
        return next;
    }

    private double[] along(double[] direction, double scale) {
        double[] next = coefficients.clone();
        for (int k = 0; k < next.length; k++) {
            next[k] += scale * direction[k];
        }
        return next;
    }

    /** -2 log L, by log(1 + exp(-|eta|)), which does not overflow. */
    private double deviance(double[] b) {
        double sum = 0;
        for (int r = 0; r < rows.length; r++) {
            double towards = events[r] == 1 ? eta(rows[r], b) : -eta(rows[r], b);
            sum += Math.log1p(Math.exp(-Math.abs(towards))) + Math.max(0, -towards);
        }
        return 2 * sum;
    }

    private static double eta(double[] row, double[] b) {
        double eta = 0;
        for (int k = 0; k < b.length; k++) {
            eta += row[k] * b[k];
        }
        return eta;
    }

    private static double largestStep(double[] from, double[] to) {
        double largest = 0;
        for (int k = 0; k < from.length; k++) {
            largest = Math.max(largest, Math.abs(to[k] - from[k]));
        }
        return largest;
    }

    /** The place of the largest coefficient but the constant. */
    private static int largest(double[] b) {
        int largest = 1;
        for (int k = 2; k < b.length; k++) {
            largest = Math.abs(b[k]) > Math.abs(b[largest]) ? k : largest;
        }
        return largest;
    }
}

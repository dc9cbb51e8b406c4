package org.kvartal.forecast.external;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Weights by regression of what came on what was forecast.
 * <pre>
 *   free      y = a + sum of b[i] x[i] + e                  ordinary least squares
 *   convex    min over w of |y - sum of w[i] x[i]|^2,       sum of w[i] = 1, w[i] &gt;= 0
 * </pre>
 * The convex problem is min w' M w with M the second moments of the errors; it is solved by shifting weight from the
 * member of the steepest to that of the flattest gradient until none gains. Source: Granger and Ramanathan (1984),
 * Improved methods of combining forecasts, Journal of Forecasting 3, methods C (free) and B (sum 1); the sign
 * constraint as in Timmermann (2006), section 4.
 */
public final class GrangerRamanathan {
    private static final int MOST_SHIFTS = 100_000;
    private static final double TOLERANCE = 1e-12;
    private static final double SINGULAR = 1e-10;

    private GrangerRamanathan() {}

    /** Intercept and weights without constraint; needs more periods than members + 1. */
    public static Combination free(MemberForecasts past) {
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression(SINGULAR);
        double[] actual = new double[past.periods()];
        double[][] forecasts = new double[past.periods()][past.members()];
        for (int t = 0; t < actual.length; t++) {
            actual[t] = past.actual(t);
            for (int member = 0; member < past.members(); member++) {
                forecasts[t][member] = past.forecast(member, t);
            }
        }
        regression.newSampleData(actual, forecasts);
        List<Double> beta =
                Arrays.stream(regression.estimateRegressionParameters()).boxed().toList();
        return new Combination(beta.get(0), beta.subList(1, beta.size()));
    }

    /** Weights that are not negative and add up to 1. */
    public static Combination convex(MemberForecasts past) {
        double[][] moments = past.errorMoments();
        double[] weights = new double[past.members()];
        Arrays.fill(weights, 1.0 / weights.length);
        double scale = 0;
        for (int i = 0; i < weights.length; i++) {
            scale = Math.max(scale, moments[i][i]);
        }
        for (int shift = 0; shift < MOST_SHIFTS && isShifted(moments, weights, TOLERANCE * scale); shift++) {}
        return new Combination(0, Arrays.stream(weights).boxed().toList());
    }

    private static boolean isShifted(double[][] moments, double[] weights, double tolerance) {
        int to = 0;
        int from = -1;
        double[] gradient = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                gradient[i] += moments[i][j] * weights[j];
            }
            to = gradient[i] < gradient[to] ? i : to;
            from = weights[i] > 0 && (from < 0 || gradient[i] > gradient[from]) ? i : from;
        }
        double gain = gradient[from] - gradient[to];
        if (!(gain > tolerance)) {
            return false;
        }
        double curvature = moments[from][from] + moments[to][to] - 2 * moments[from][to];
        double step = Math.min(weights[from], gain / curvature);
        weights[to] += step;
        weights[from] = step == weights[from] ? 0 : weights[from] - step;
        return true;
    }
}

package org.kvartal.forecast.timeseries.transform;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * The Box-Cox parameter that makes a series vary evenly.
 *
 * <pre>
 *   GUERRERO:   least coefficient of variation over seasons i of  s[i] / mean[i]^(1 - lambda)
 *               s, mean of the values of season i (at least 2 values), the last whole seasons; by Brent's method
 *   LIKELIHOOD: most  -n / 2 log sum e^2,  e what trend and seasonal means leave of x / g^(lambda - 1)
 *               x transformed values, g geometric mean; lambda in steps of 0.05
 * </pre>
 *
 * A series of two seasons or less, one with values below 0, and for LIKELIHOOD one with values of 0 has lambda 1. With
 * values of 0 GUERRERO begins at {@value #LEAST_WITH_ZERO}. Sources: Guerrero (1993), Time-series analysis supported by
 * power transformations, J. of Forecasting 12; Box and Cox (1964), J. Royal Statistical Society B 26, section 3.
 */
public enum LambdaChoice {
    GUERRERO,
    LIKELIHOOD;

    private static final double LEAST_WITH_ZERO = 0.1;
    private static final double STEP = 0.05;
    private static final double TOLERANCE = 1e-7;
    private static final int MOST_EVALUATIONS = 200;

    /** The parameter for a series, between two bounds. */
    public double of(TimeSeries series, double lowest, double highest) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : series.observed()) {
            least = Math.min(least, value);
        }
        if (series.length() <= 2 * series.season() || series.observedCount() < 3 || least < 0) {
            return 1;
        }
        if (this == LIKELIHOOD) {
            return least > 0 ? likeliest(series, lowest, highest) : 1;
        }
        return guerrero(series, least > 0 ? lowest : Math.max(lowest, LEAST_WITH_ZERO), highest);
    }

    private static double guerrero(TimeSeries series, double lowest, double highest) {
        List<double[]> seasons = seasons(series);
        if (seasons.size() < 2) {
            return 1;
        }
        return new BrentOptimizer(TOLERANCE, TOLERANCE)
                .optimize(
                        new UnivariateObjectiveFunction(lambda -> variation(seasons, lambda)),
                        GoalType.MINIMIZE,
                        new SearchInterval(lowest, highest, lowest + (3 - Math.sqrt(5)) / 2 * (highest - lowest)),
                        new MaxEval(MOST_EVALUATIONS))
                .getPoint();
    }

    /** Mean and standard deviation of each season that has two observed values or more and is not all 0. */
    private static List<double[]> seasons(TimeSeries series) {
        int m = Math.max(2, series.season());
        List<double[]> seasons = new ArrayList<>();
        for (int from = series.length() % m; from < series.length(); from += m) {
            double[] observed = series.between(from, from + m).observed();
            double mean = mean(observed);
            if (observed.length > 1 && mean > 0) {
                double squares = 0;
                for (double value : observed) {
                    squares += (value - mean) * (value - mean);
                }
                seasons.add(new double[] {mean, Math.sqrt(squares / (observed.length - 1))});
            }
        }
        return seasons;
    }

    private static double variation(List<double[]> seasons, double lambda) {
        double[] ratios = seasons.stream()
                .mapToDouble(season -> season[1] / Math.pow(season[0], 1 - lambda))
                .toArray();
        double mean = mean(ratios);
        double squares = 0;
        for (double ratio : ratios) {
            squares += (ratio - mean) * (ratio - mean);
        }
        return mean > 0 ? Math.sqrt(squares / (ratios.length - 1)) / mean : 0;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double likeliest(TimeSeries series, double lowest, double highest) {
        double logs = 0;
        for (double value : series.observed()) {
            logs += Math.log(value) / series.observedCount();
        }
        double[] trend = new double[series.length()];
        for (int t = 0; t < trend.length; t++) {
            trend[t] = Double.isNaN(series.value(t)) ? Double.NaN : t;
        }
        withoutSeason(trend, series.season());
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; lowest + i * STEP <= highest + STEP / 2; i++) {
            double lambda = Math.rint((lowest + i * STEP) / STEP) * STEP;
            double[] x = series.toArray();
            BoxCox boxCox = new BoxCox(lambda);
            for (int t = 0; t < x.length; t++) {
                x[t] = boxCox.transform(x[t]) / Math.exp((lambda - 1) * logs);
            }
            withoutSeason(x, series.season());
            double squares = squaresAround(x, trend);
            if (squares < least) {
                least = squares;
                best = lambda;
            }
        }
        return best;
    }

    private static void withoutSeason(double[] x, int m) {
        for (int s = 0; s < m; s++) {
            double sum = 0;
            int count = 0;
            for (int t = s; t < x.length; t += m) {
                if (!Double.isNaN(x[t])) {
                    sum += x[t];
                    count++;
                }
            }
            for (int t = s; t < x.length; t += m) {
                x[t] -= sum / Math.max(1, count);
            }
        }
    }

    private static double squaresAround(double[] x, double[] trend) {
        double xx = 0;
        double xt = 0;
        double tt = 0;
        for (int t = 0; t < x.length; t++) {
            if (!Double.isNaN(x[t])) {
                xx += x[t] * x[t];
                xt += x[t] * trend[t];
                tt += trend[t] * trend[t];
            }
        }
        return tt > 0 ? xx - xt * xt / tt : xx;
    }
}

package org.kvartal.forecast.anomaly;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * Exponentially weighted moving average, for drifts that no single value shows.
 * <pre>
 *   e[t]   = lambda x[t] + (1 - lambda) e[t-1],   e[0] = center
 *   limits = center +- width * sigma * sqrt(lambda / (2 - lambda))
 *   z[t]   = (e[t] - center) / (sigma * sqrt(lambda / (2 - lambda) * (1 - (1 - lambda)^(2t))))
 * </pre>
 * Sources: NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.4; average run length by a Markov chain over
 * the interval of the limits: Lucas and Saccucci (1990), Technometrics 32, appendix.
 *
 * @param lambda share of each value taken into the average, above 0 to 1
 * @param center expected value
 * @param sigma standard deviation of a value
 * @param width limits in standard deviations of the average
 */
public record EwmaChart(double lambda, double center, double sigma, double width) {
    private static final int STATES = 101;
    private static final double WIDEST = 8;
    private static final int HALVINGS = 40;
    private static final NormalDistribution NORMAL = new NormalDistribution();

    public EwmaChart {
        if (!(lambda > 0 && lambda <= 1)) {
            throw new IllegalArgumentException("Invalid lambda: %s, must be above 0 and at most 1".formatted(lambda));
        }
    }

    /** A chart of standardised values that alarms by chance once in so many. */
    public static EwmaChart ofRunLength(double lambda, double averageRunLength) {
        double narrow = 0;
        double wide = WIDEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (narrow + wide) / 2;
            if (averageRunLength(lambda, middle) < averageRunLength) {
                narrow = middle;
            } else {
                wide = middle;
            }
        }
        return new EwmaChart(lambda, 0, 1, (narrow + wide) / 2);
    }

    /** Values until a false alarm, on average, when the process is in control. */
    public static double averageRunLength(double lambda, double width) {
        double limit = width * Math.sqrt(lambda / (2 - lambda));
        double step = 2 * limit / STATES;
        double[][] system = new double[STATES][STATES];
        for (int from = 0; from < STATES; from++) {
            double carried = (1 - lambda) * (-limit + (from + 0.5) * step);
            for (int to = 0; to < STATES; to++) {
                double lower = (-limit + to * step - carried) / lambda;
                double stays =
                        NORMAL.cumulativeProbability(lower + step / lambda) - NORMAL.cumulativeProbability(lower);
                system[from][to] = (from == to ? 1 : 0) - stays;
            }
        }
        return new LUDecomposition(new Array2DRowRealMatrix(system, false))
                .getSolver()
                .solve(new ArrayRealVector(STATES, 1.0))
                .getEntry(STATES / 2);
    }

    public double upperLimit() {
        return center + width * asymptoticDeviation();
    }

    public double lowerLimit() {
        return center - width * asymptoticDeviation();
    }

    private double asymptoticDeviation() {
        return sigma * Math.sqrt(lambda / (2 - lambda));
    }

    public List<Double> averages(double... values) {
        List<Double> averages = new ArrayList<>();
        double average = center;
        for (double value : values) {
            average = lambda * value + (1 - lambda) * average;
            averages.add(average);
        }
        return averages;
    }

    /** Positions, from 0, at which the average is beyond the limits. */
    public List<Integer> alarms(double... values) {
        List<Double> averages = averages(values);
        List<Integer> alarms = new ArrayList<>();
        for (int t = 0; t < averages.size(); t++) {
            if (averages.get(t) > upperLimit() || averages.get(t) < lowerLimit()) {
                alarms.add(t);
            }
        }
        return alarms;
    }

    /** The last average in its own standard deviations; 0 without values. */
    public double score(double... values) {
        if (values.length == 0) {
            return 0;
        }
        double exact = asymptoticDeviation() * Math.sqrt(1 - Math.pow(1 - lambda, 2.0 * values.length));
        return (averages(values).get(values.length - 1) - center) / exact;
    }
}

package org.kvartal.forecast.timeseries;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The mean of each future value and its intervals, in the unit of the series; steps ahead count from 1. */
public final class Forecasts implements ForecastResult {
    private static final NormalDistribution STANDARD_NORMAL = new NormalDistribution(null, 0, 1);

    private final String model;
    private final String reason;
    private final double[] mean;
    private final Levels levels;
    private final double[][] lower;
    private final double[][] upper;

    private Forecasts(String model, String reason, double[] mean, Levels levels, double[][] lower, double[][] upper) {
        this.model = model;
        this.reason = reason;
        this.mean = mean;
        this.levels = levels;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Forecasts with normally distributed errors.
     *
     * @param standardDeviation of the forecast error at each step ahead
     */
    public static Forecasts normal(
            String model, String reason, double[] mean, double[] standardDeviation, Levels levels) {
        double[][] lower = new double[levels.count()][mean.length];
        double[][] upper = new double[levels.count()][mean.length];
        for (int i = 0; i < levels.count(); i++) {
            double z = normalQuantile(0.5 + levels.fraction(i) / 2);
            for (int h = 0; h < mean.length; h++) {
                lower[i][h] = mean[h] - z * standardDeviation[h];
                upper[i][h] = mean[h] + z * standardDeviation[h];
            }
        }
        return new Forecasts(model, reason, mean.clone(), levels, lower, upper);
    }

    /**
     * Forecasts with given interval ends.
     *
     * @param lower by level, then by step ahead
     * @param upper by level, then by step ahead
     */
    public static Forecasts of(
            String model, String reason, double[] mean, Levels levels, double[][] lower, double[][] upper) {
        return new Forecasts(model, reason, mean.clone(), levels, copy(lower), copy(upper));
    }

    /** The quantile of the standard normal distribution. */
    public static double normalQuantile(double probability) {
        return STANDARD_NORMAL.inverseCumulativeProbability(probability);
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public String reason() {
        return reason;
    }

    public int horizon() {
        return mean.length;
    }

    public Levels levels() {
        return levels;
    }

    /** The mean of the value {@code step} ahead. */
    public double mean(int step) {
        return mean[step - 1];
    }

    /** The interval of the value {@code step} ahead. */
    public Interval interval(int step, double level) {
        int i = levels.indexOf(level);
        return new Interval(lower[i][step - 1], upper[i][step - 1]);
    }

    /** A copy of the means, the nearest first. */
    public double[] means() {
        return mean.clone();
    }

    /** A copy of the lower ends of the intervals of a level, the nearest first. */
    public double[] lower(double level) {
        return lower[levels.indexOf(level)].clone();
    }

    /** A copy of the upper ends of the intervals of a level, the nearest first. */
    public double[] upper(double level) {
        return upper[levels.indexOf(level)].clone();
    }

    /** The same forecasts under the name and with the reason of the method that chose this one. */
    public Forecasts as(String newModel, String newReason) {
        return new Forecasts(newModel, newReason, mean, levels, lower, upper);
    }

    /** The same forecasts with the mean and the interval ends of each step passed through an increasing function. */
    public Forecasts transformed(StepFunction function) {
        double[][] newLower = new double[levels.count()][];
        double[][] newUpper = new double[levels.count()][];
        for (int i = 0; i < levels.count(); i++) {
            newLower[i] = transform(lower[i], function);
            newUpper[i] = transform(upper[i], function);
        }
        return new Forecasts(model, reason, transform(mean, function), levels, newLower, newUpper);
    }

    private static double[] transform(double[] values, StepFunction function) {
        double[] transformed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            transformed[i] = function.apply(i + 1, values[i]);
        }
        return transformed;
    }

    /** A function of a value that may differ from step to step ahead. */
    @FunctionalInterface
    public interface StepFunction {
        double apply(int step, double value);
    }

    /** Whether every mean and interval end is a finite number. */
    public boolean isFinite() {
        boolean finite = allFinite(mean);
        for (int i = 0; i < levels.count(); i++) {
            finite = finite && allFinite(lower[i]) && allFinite(upper[i]);
        }
        return finite;
    }

    private static boolean allFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}

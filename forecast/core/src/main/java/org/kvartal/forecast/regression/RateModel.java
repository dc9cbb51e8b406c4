package org.kvartal.forecast.regression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rates as a product of effects, with what is known of their uncertainty. */
public final class RateModel {
    private final List<EffectGroup> groups;
    private final double[] coefficients;
    private final double[][] covariance;
    private final double[] strengths;

    RateModel(List<EffectGroup> groups, double[] coefficients, double[][] covariance, double[] strengths) {
        this.groups = groups;
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.strengths = strengths;
    }

    double[] coefficients() {
        return coefficients;
    }

    double[] strengths() {
        return strengths;
    }

    public List<EffectGroup> groups() {
        return groups;
    }

    /** Logarithm of the rate per unit of exposure. */
    public double logRate(SparseRow row) {
        return row.times(coefficients);
    }

    /** What each group adds to the logarithm of the rate of a row, by its name. */
    public Map<String, Double> effects(SparseRow row) {
        Map<String, Double> effects = new LinkedHashMap<>();
        for (EffectGroup group : groups) {
            double sum = 0;
            for (int i = 0; i < row.size(); i++) {
                if (row.column(i) >= group.from() && row.column(i) < group.to()) {
                    sum += row.value(i) * coefficients[row.column(i)];
                }
            }
            effects.put(group.name(), sum);
        }
        return effects;
    }

    /** Effect of one column on the logarithm of the rate. */
    public double coefficient(int column) {
        return coefficients[column];
    }

    /** Standard deviation of what is not known of an effect. */
    public double standardError(int column) {
        return Math.sqrt(Math.max(0, covariance[column][column]));
    }

    /** Standard deviation of what is not known of the logarithm of the rate of a row. */
    public double standardError(SparseRow row) {
        double variance = 0;
        for (int i = 0; i < row.size(); i++) {
            for (int j = 0; j < row.size(); j++) {
                int high = Math.max(row.column(i), row.column(j));
                int low = Math.min(row.column(i), row.column(j));
                variance += row.value(i) * row.value(j) * covariance[high][low];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /** Variance with which the effects of a ridge group scatter, by the group's place in the list. */
    public double effectVariance(int group) {
        return 1 / strengths[group];
    }
}

package org.kvartal.forecast.external;

import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * What a forecast of another quantity means for ours.
 * <pre>
 *   y = intercept + slope * x          least squares over past publications
 * </pre>
 * x as published, in its own unit; y our quantity of the period that the publication speaks of.
 *
 * @param slope units of ours for one unit of theirs
 */
public record Bridge(double intercept, double slope) {
    /** Fewer publications whose period has ended say too little about a line. */
    public static final int FEWEST_PAIRS = 8;

    /** The line through the pairs; empty below the minimum. When x never moves, it is the mean of y. */
    public static Optional<Bridge> fit(double[] x, double[] y) {
        if (x.length < FEWEST_PAIRS) {
            return Optional.empty();
        }
        SimpleRegression regression = new SimpleRegression();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            regression.addData(x[i], y[i]);
            sum += y[i];
        }
        double slope = regression.getSlope();
        return Optional.of(
                Double.isFinite(slope) ? new Bridge(regression.getIntercept(), slope) : new Bridge(sum / y.length, 0));
    }

    public double of(double published) {
        return intercept + slope * published;
    }
}

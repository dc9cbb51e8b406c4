package org.kvartal.forecast.timeseries.optimise;

/** A function to minimise. */
@FunctionalInterface
public interface Objective {
    /** The value at a point, which the function must not change or keep; infinite or NaN where it is not admissible. */
    double at(double[] point);
}

package org.kvartal.forecast.anomaly;

/** The distribution expected of a value that is about to be seen. */
public interface Expectation {
    double mean();

    Tail tail(double actual);

    /** The least value that is exceeded with no more than the probability left. */
    double quantile(double probability);
}

package org.kvartal.forecast.pipeline;

import org.kvartal.forecast.regression.RateModel;
import org.kvartal.forecast.regression.SparseRow;

/**
 * Hazard of one kind of end: effects on its rate, and the clock by which time runs.
 *
 * @param effects per day of the clock
 */
record Hazard(RateModel effects, Clock clock) {
    /** The hazard summed over the days after one day up to another. */
    double over(SparseRow row, int after, int to) {
        return Math.exp(effects.logRate(row)) * clock.between(after, to);
    }
}

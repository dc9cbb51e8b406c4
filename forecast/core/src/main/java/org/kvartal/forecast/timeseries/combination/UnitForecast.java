package org.kvartal.forecast.timeseries.combination;

import org.kvartal.forecast.timeseries.Forecasts;

/**
 * A combined forecast before its intervals are calibrated: the means, the methods' own intervals of one level, and how far
 * the methods disagree.
 */
public final class UnitForecast {
    private final String kind;
    private final Forecasts unit;
    private final double[] disagreement;
    private final double[] adjusted;
    private final int season;

    /**
     * @param kind the name of the calibration that applies
     * @param unit with intervals of the one level that calibration starts from
     * @param disagreement standard deviation of the methods' means around the combined mean, by step
     * @param adjusted the values without season, at least two
     * @param season the season the intervals follow, 1 if there is none
     */
    UnitForecast(String kind, Forecasts unit, double[] disagreement, double[] adjusted, int season) {
        this.kind = kind;
        this.unit = unit;
        this.disagreement = disagreement.clone();
        this.adjusted = adjusted.clone();
        this.season = season;
    }

    /** The name of the calibration that applies. */
    public String kind() {
        return kind;
    }

    /** The means and the methods' own intervals of 95 %. */
    public Forecasts unit() {
        return unit;
    }

    /** The standard deviation of the methods' means around the combined mean. */
    double disagreement(int step) {
        return disagreement[step - 1];
    }

    /** A copy of the values without season. */
    double[] adjusted() {
        return adjusted.clone();
    }

    /** The season the intervals follow; 1 if there is none. */
    int season() {
        return season;
    }
}

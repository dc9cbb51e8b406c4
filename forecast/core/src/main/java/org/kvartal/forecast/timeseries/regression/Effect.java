package org.kvartal.forecast.timeseries.regression;

/**
 * What one regressor does to a series.
 *
 * @param regressor its name
 * @param coefficient change of the series, in its unit, for one more unit of the regressor; 0 if it is not used
 * @param standardError of the coefficient; 0 if it is not used
 * @param use whether the regressor is part of the forecast
 */
public record Effect(String regressor, double coefficient, double standardError, Use use) {
    /** Whether a regressor is part of the forecast, and if not, why. */
    public enum Use {
        USED,
        /** The forecast is expected to be better without it, by AICc. */
        TOO_WEAK,
        /** It never varies, neither in the past nor in the future. */
        CONSTANT
    }

    /** The coefficient in standard errors; beyond 2 on either side chance is an unlikely cause. */
    public double ratio() {
        return standardError > 0 ? coefficient / standardError : 0;
    }
}

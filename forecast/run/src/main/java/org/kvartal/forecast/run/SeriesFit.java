package org.kvartal.forecast.run;

import java.io.Serializable;
import org.kvartal.forecast.timeseries.Forecasts;

/** What was forecast for the series with a fingerprint, as it is sent back. */
final class SeriesFit implements Serializable {
    private static final long serialVersionUID = 1;

    private final String fingerprint;
    private final String model;
    private final String reason;
    private final double[] mean;
    private final double[][] lower;
    private final double[][] upper;

    SeriesFit(String fingerprint, Forecasts forecasts) {
        this.fingerprint = fingerprint;
        this.model = forecasts.model();
        this.reason = forecasts.reason();
        this.mean = forecasts.means();
        this.lower = new double[SeriesTask.LEVELS.count()][];
        this.upper = new double[SeriesTask.LEVELS.count()][];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = forecasts.lower(SeriesTask.LEVELS.fraction(i));
            upper[i] = forecasts.upper(SeriesTask.LEVELS.fraction(i));
        }
    }

    String fingerprint() {
        return fingerprint;
    }

    Forecasts forecasts() {
        return Forecasts.of(model, reason, mean, SeriesTask.LEVELS, lower, upper);
    }
}

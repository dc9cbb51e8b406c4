package org.kvartal.forecast.run;

import java.io.Serializable;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.NotForecastable;

/** What was forecast for the series with a fingerprint, as it is sent back. */
final class SeriesFit implements Serializable {
    private static final long serialVersionUID = 1;

    private final String fingerprint;
    private final String model;
    private final String reason;
    private final double[][] means;
    private final double[][] lower;
    private final double[][] upper;

    private SeriesFit(
            String fingerprint, String model, String reason, double[][] means, double[][] lower, double[][] upper) {
        this.fingerprint = fingerprint;
        this.model = model;
        this.reason = reason;
        this.means = means;
        this.lower = lower;
        this.upper = upper;
    }

    static SeriesFit of(String fingerprint, ForecastResult result) {
        if (result instanceof Forecasts forecasts) {
            double[][] lower = new double[SeriesTask.LEVELS.count()][];
            double[][] upper = new double[SeriesTask.LEVELS.count()][];
            for (int i = 0; i < lower.length; i++) {
                lower[i] = forecasts.lower(SeriesTask.LEVELS.fraction(i));
                upper[i] = forecasts.upper(SeriesTask.LEVELS.fraction(i));
            }
            return new SeriesFit(
                    fingerprint, result.model(), result.reason(), new double[][] {forecasts.means()}, lower, upper);
        }
        double[][] none = new double[0][];
        return new SeriesFit(fingerprint, result.model(), result.reason(), none, none, none);
    }

    String fingerprint() {
        return fingerprint;
    }

    ForecastResult result() {
        return means.length == 0
                ? new NotForecastable(model, reason)
                : Forecasts.of(model, reason, means[0], SeriesTask.LEVELS, lower, upper);
    }
}

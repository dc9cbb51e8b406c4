package org.kvartal.forecast.timeseries;

import java.util.List;

/** 24 public series and what other programs say of them; written by bench/forecast-golden.py. */
public final class References {
    private static final String FOLDER = "/org/kvartal/forecast/timeseries/references/";
    private static final GoldenFile SERIES = read("series.txt");

    private References() {}

    /** How a fit lies to that of a reference, by the deviance that both minimise. */
    public enum Agreement {
        SAME_OPTIMUM,
        /** The reference stopped short: this agrees, though parameters and forecasts differ. */
        BETTER_OPTIMUM,
        WORSE;

        /** Deviances differ by less than {@code tolerance} at the same optimum. */
        public static Agreement of(double deviance, double reference, double tolerance) {
            if (Math.abs(deviance - reference) <= tolerance) {
                return SAME_OPTIMUM;
            }
            return deviance < reference ? BETTER_OPTIMUM : WORSE;
        }
    }

    public static GoldenFile read(String file) {
        return GoldenFile.read(References.class, FOLDER + file);
    }

    /** The names of the series. */
    public static List<String> names() {
        return SERIES.keys().stream()
                .filter(key -> key.endsWith(" values"))
                .map(References::series)
                .toList();
    }

    /** The fits of a file: series and model, as {@code N0250 MAdN}. */
    public static List<String> fits(GoldenFile golden) {
        return golden.keys().stream()
                .filter(key -> key.endsWith(" deviance"))
                .map(key -> key.substring(0, key.lastIndexOf(' ')))
                .toList();
    }

    public static TimeSeries history(String fit) {
        return TimeSeries.seasonal(SERIES.row(series(fit) + " values"), season(fit));
    }

    public static int season(String fit) {
        return (int) SERIES.number(series(fit) + " season");
    }

    public static String model(String fit) {
        return fit.substring(fit.indexOf(' ') + 1);
    }

    /** The mean distance of forecasts, as a share of the mean size of the values before them. */
    public static double distance(String fit, double[] forecasts, double[] reference) {
        double size = 0;
        double[] values = history(fit).toArray();
        for (double value : values) {
            size += Math.abs(value) / values.length;
        }
        double sum = 0;
        for (int h = 0; h < reference.length; h++) {
            sum += Math.abs(forecasts[h] - reference[h]);
        }
        return sum / reference.length / size;
    }

    private static String series(String key) {
        return key.substring(0, key.indexOf(' ') < 0 ? key.length() : key.indexOf(' '));
    }
}

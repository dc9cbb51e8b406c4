package org.kvartal.forecast.external;

import java.util.Arrays;
import java.util.List;

/** What several members forecast for the same periods, and what came; all in the unit of the quantity forecast. */
public final class MemberForecasts {
    private final List<double[]> forecasts;
    private final double[] actual;

    /**
     * @param forecasts one array for each member, as long as {@code actual}
     * @param actual what came, oldest first
     */
    public MemberForecasts(List<double[]> forecasts, double[] actual) {
        for (double[] member : forecasts) {
            if (member.length != actual.length) {
                throw new IllegalArgumentException(
                        "Invalid number of forecasts: %d for %d periods".formatted(member.length, actual.length));
            }
        }
        this.forecasts = forecasts.stream().map(double[]::clone).toList();
        this.actual = actual.clone();
    }

    public int members() {
        return forecasts.size();
    }

    public int periods() {
        return actual.length;
    }

    public double actual(int period) {
        return actual[period];
    }

    public double forecast(int member, int period) {
        return forecasts.get(member)[period];
    }

    /** The periods from {@code from} (included) to {@code to} (excluded), from 0. */
    public MemberForecasts between(int from, int to) {
        return new MemberForecasts(
                forecasts.stream()
                        .map(member -> Arrays.copyOfRange(member, from, to))
                        .toList(),
                Arrays.copyOfRange(actual, from, to));
    }

    /** Forecast - actual of each period. */
    public double[] errors(int member) {
        double[] errors = new double[actual.length];
        for (int t = 0; t < actual.length; t++) {
            errors[t] = forecast(member, t) - actual[t];
        }
        return errors;
    }

    /** Forecast - actual of a combination of all members. */
    public double[] errors(Combination combination) {
        double[] errors = new double[actual.length];
        for (int t = 0; t < actual.length; t++) {
            int period = t;
            double[] members =
                    forecasts.stream().mapToDouble(member -> member[period]).toArray();
            errors[t] = combination.of(members) - actual[t];
        }
        return errors;
    }

    /** Mean over the periods of error i * error j, not centred. */
    double[][] errorMoments() {
        double[][] errors = new double[members()][];
        Arrays.setAll(errors, this::errors);
        double[][] moments = new double[members()][members()];
        for (int i = 0; i < moments.length; i++) {
            for (int j = 0; j < moments.length; j++) {
                for (int t = 0; t < actual.length; t++) {
                    moments[i][j] += errors[i][t] * errors[j][t] / actual.length;
                }
            }
        }
        return moments;
    }
}

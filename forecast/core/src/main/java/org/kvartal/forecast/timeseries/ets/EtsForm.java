package org.kvartal.forecast.timeseries.ets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How error, trend and season enter an exponential smoothing model, written ETS(M,Ad,M).
 *
 * <p>Additive error with multiplicative season is left out for its numerical trouble, and multiplicative trend for its
 * poor forecasts: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 8.6.
 */
public record EtsForm(Error error, Trend trend, Season season) {
    /** How the error enters. */
    public enum Error {
        ADDITIVE("A"),
        MULTIPLICATIVE("M");
        private final String letter;

        Error(String letter) {
            this.letter = letter;
        }
    }

    /** How the level moves on. */
    public enum Trend {
        NONE("N"),
        ADDITIVE("A"),
        DAMPED("Ad");
        private final String letter;

        Trend(String letter) {
            this.letter = letter;
        }
    }

    /** How the season enters. */
    public enum Season {
        NONE("N"),
        ADDITIVE("A"),
        MULTIPLICATIVE("M");
        private final String letter;

        Season(String letter) {
            this.letter = letter;
        }
    }

    public EtsForm {
        if (error == Error.ADDITIVE && season == Season.MULTIPLICATIVE) {
            throw new IllegalArgumentException(
                    "Invalid form: additive error with multiplicative season is numerically unstable");
        }
    }

    /** The admissible forms with the errors and seasons given: 15 with all of them. */
    static List<EtsForm> admissible(Set<Error> errors, Set<Season> seasons) {
        List<EtsForm> forms = new ArrayList<>();
        for (Error error : errors) {
            for (Season season : seasons) {
                if (error == Error.MULTIPLICATIVE || season != Season.MULTIPLICATIVE) {
                    for (Trend trend : Trend.values()) {
                        forms.add(new EtsForm(error, trend, season));
                    }
                }
            }
        }
        return forms;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    boolean hasSeason() {
        return season != Season.NONE;
    }

    /** The number of smoothing parameters: alpha, beta, gamma, phi. */
    int smoothingCount() {
        return 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? 1 : 0) + (isDamped() ? 1 : 0);
    }

    /** The number of free initial states: level, trend, and one season less than there are. */
    int stateCount(int m) {
        return 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? m - 1 : 0);
    }

    /** The number of estimated numbers, the variance among them. */
    int parameterCount(int m) {
        return smoothingCount() + stateCount(m) + 1;
    }

    @Override
    public String toString() {
        return "ETS(%s,%s,%s)".formatted(error.letter, trend.letter, season.letter);
    }
}

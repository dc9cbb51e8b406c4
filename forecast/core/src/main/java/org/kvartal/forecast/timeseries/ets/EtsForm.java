package org.kvartal.forecast.timeseries.ets;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How error, trend and season enter an exponential smoothing model, written ETS(M,Ad,M).
 *
 * <p>Additive error with multiplicative season is left out for its numerical trouble, and multiplicative trend for its
 * poor forecasts: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 8.6.
 */
public record EtsForm(Error error, Trend trend, Season season) {
    private static final Pattern CODE = Pattern.compile("([AM])(N|Ad?|Md?)([NAM])");
    private static final String UNSTABLE = "additive error with multiplicative season is numerically unstable";

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
            throw new IllegalArgumentException("Invalid form: " + UNSTABLE);
        }
    }

    /** The form of a code as {@code MAdM}: error, trend and season, by their letters. */
    public static EtsForm of(String code) {
        objection(code).ifPresent(objection -> {
            throw new IllegalArgumentException("Invalid form %s: %s".formatted(code, objection));
        });
        return admissible(EnumSet.allOf(Error.class), EnumSet.allOf(Season.class)).stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Why there is no form of this code; empty if there is. */
    public static Optional<String> objection(String code) {
        Matcher letters = CODE.matcher(code);
        if (!letters.matches()) {
            return Optional.of("a form is an error A or M, a trend N, A or Ad and a season N, A or M, as ANN or MAdM");
        }
        if (letters.group(2).startsWith("M")) {
            return Optional.of("forecasts of a multiplicative trend run away; there are N, A and Ad");
        }
        boolean unstable = letters.group(1).equals("A") && letters.group(3).equals("M");
        return unstable ? Optional.of(UNSTABLE) : Optional.empty();
    }

    /** Error, trend and season by their letters, as {@code MAdM}. */
    public String code() {
        return error.letter + trend.letter + season.letter;
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

package org.kvartal.forecast.survival;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealVector;

/** Why a regression of survival cannot be had. */
final class Refusals {
    /** In standard deviations: a covariate of which one standard deviation makes a difference of e^10 tells all. */
    private static final double TELLS_ALL = 10;

    private Refusals() {}

    static Optional<String> before(List<String> names, List<Covaried> subjects, Standardised columns) {
        long ended = subjects.stream()
                .filter(one -> !one.observation().isCensored())
                .mapToLong(one -> one.observation().count())
                .sum();
        if (ended < names.size() + 2) {
            return Optional.of(
                    "%d ended; %d covariates need at least %d".formatted(ended, names.size(), names.size() + 2));
        }
        return IntStream.range(0, names.size())
                .filter(columns::isConstant)
                .mapToObj(k -> names.get(k) + " is the same of all subjects")
                .findFirst();
    }

    /** @param coefficients of standardised covariates */
    static Optional<String> after(List<String> names, RealVector coefficients) {
        return IntStream.range(0, names.size())
                .filter(k -> Math.abs(coefficients.getEntry(k)) > TELLS_ALL)
                .mapToObj(k -> names.get(k) + " alone tells who ends first; its effect has no bound")
                .findFirst();
    }

    static final String NO_MAXIMUM =
            "the likelihood has no single maximum: covariates tell the same, or one alone tells who ends first";
}

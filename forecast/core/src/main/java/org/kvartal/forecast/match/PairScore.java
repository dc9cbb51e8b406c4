package org.kvartal.forecast.match;

/** How likely two products are one, by the levels at which they agree. */
interface PairScore {
    /** Logarithm of the odds, of a pair by itself. */
    double logOdds(int[] levels);

    default double probability(int[] levels) {
        return 1 / (1 + Math.exp(-logOdds(levels)));
    }
}

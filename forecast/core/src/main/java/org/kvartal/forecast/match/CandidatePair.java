package org.kvartal.forecast.match;

/** Two products that may be one, by their places in the lists, and at which level they agree in each field. */
final class CandidatePair {
    private final int own;
    private final int other;
    private final int[] levels;

    CandidatePair(int own, int other, int[] levels) {
        this.own = own;
        this.other = other;
        this.levels = levels;
    }

    int own() {
        return own;
    }

    int other() {
        return other;
    }

    int[] levels() {
        return levels;
    }
}

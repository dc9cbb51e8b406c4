package org.kvartal.reports.section.summary;

import org.kvartal.reports.fact.Fact;

/** Numbers that thresholds are held against. */
final class Numbers {
    private Numbers() {}

    /** Of a fact that is known to have one. */
    static double of(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }

    /** Not a number when there is none: it passes no threshold. */
    static double orNone(Fact fact) {
        return fact.number().map(Number::doubleValue).orElse(Double.NaN);
    }
}

package org.kvartal.forecast.pipeline.simulation;

import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * A seeded simulation of one company. It is lived anew up to each day asked for, so what it shows of a day cannot
 * depend on what comes later.
 */
record World(Shape shape, int owners, int accounts, LocalDate start, long seed) {
    /** The last day that worlds are asked for. */
    static final LocalDate END = LocalDate.of(2024, 12, 31);

    /** What the CRM shows at the end of a day. */
    Extract extract(LocalDate asOf) {
        CrmLog log = new CrmLog(shape);
        return Extract.of(this, lived(asOf, log), log);
    }

    /** What the CRM shows at the end of the last day: of closed deals the final values, and every change. */
    Extract fullExtract() {
        return extract(END);
    }

    Pipeline lived(LocalDate asOf, Journal journal) {
        Pipeline pipeline = born(journal);
        pipeline.advanceTo((int) asOf.toEpochDay());
        return pipeline;
    }

    /** The pipeline before its first day. */
    Pipeline born(Journal journal) {
        Company company = Company.drawn(owners, accounts, shape.terms().skillDeviation(), seed + 1);
        Life life = new Life(shape, company, new SplittableRandom(seed), journal);
        return new Pipeline(life, (int) start.toEpochDay() - 1);
    }
}

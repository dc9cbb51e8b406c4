package org.kvartal.forecast.pipeline.simulation;

/** Receives what the CRM logs about deals. */
interface Journal {
    /** Keeps nothing. */
    Journal NONE = new Journal() {};

    default void stageChanged(Deal deal, int from, int to, int day) {}

    default void amountChanged(Deal deal, double from, double to, int day) {}

    default void promiseChanged(Deal deal, int from, int to, int day) {}

    default void ownerChanged(Deal deal, int from, int to, int day) {}
}

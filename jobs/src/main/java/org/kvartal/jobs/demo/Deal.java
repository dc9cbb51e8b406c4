package org.kvartal.jobs.demo;

import java.time.Instant;

/** A sale from its opening to its end. */
record Deal(Opening opening, String source, Offer offer, Ending ending, Timeline timeline) {

    Deal with(Timeline other) {
        return new Deal(opening, source, offer, ending, other);
    }

    /** The share of the list price asked when a stage is entered. */
    double priceFactor(Stage stage) {
        boolean firstOfTwo = stage == Stage.PROP && timeline.reached(Stage.NEGO).isPresent();
        return firstOfTwo ? offer.firstFactor() : offer.lastFactor();
    }

    /** When an offer exists, that is when it was made; else when the sale began. */
    Instant rivalMet() {
        return timeline.reached(Stage.PROP).orElse(opening.at());
    }
}

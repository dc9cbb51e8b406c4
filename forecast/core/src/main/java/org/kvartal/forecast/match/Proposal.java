package org.kvartal.forecast.match;

import java.util.List;
import java.util.Optional;

/**
 * Two products and what is thought of them.
 *
 * @param own of the own list
 * @param other of the other list
 * @param probability that they are one, by the method
 * @param status what becomes of the pair
 * @param kind how near the products are to each other if they stand against each other
 * @param agree in what they agree fully
 * @param differ in what they differ
 * @param price both prices for the same quantity; empty when one of them is not known
 */
public record Proposal(
        MatchItem own,
        MatchItem other,
        double probability,
        Status status,
        Kind kind,
        List<String> agree,
        List<String> differ,
        Optional<UnitPrice> price) {
    /** What becomes of a pair. */
    public enum Status {
        /** Likelier than the threshold. */
        ACCEPTED,
        /** A person's word. */
        CONFIRMED,
        /** For a person to look at. */
        REVIEW,
        REJECTED,
        /** A person's word. */
        REFUSED,
        /** The own offer under another name: its price is no competitor's. */
        SELF
    }

    /** How near two products are. */
    public enum Kind {
        /** Nothing speaks against one product. */
        EXACT,
        /** Of another brand or model, in the same size. */
        EQUIVALENT,
        /** In another size or pack. */
        SUBSTITUTE
    }

    /** The same pair, of which something else becomes. */
    public Proposal as(Status other) {
        return new Proposal(own, this.other, probability, other, kind, agree, differ, price);
    }

    public boolean isMatch() {
        return status == Status.ACCEPTED || status == Status.CONFIRMED;
    }
}

package org.kvartal.ingest.identity;

/**
 * Two rows that may be the same one.
 *
 * @param left the one of higher precedence
 * @param score how alike the names are, from 0 to 1
 * @param reason what is alike
 */
record Suggestion(Row left, Row right, double score, String reason) {
    boolean isOfOneSource() {
        return left.source().equals(right.source());
    }
}

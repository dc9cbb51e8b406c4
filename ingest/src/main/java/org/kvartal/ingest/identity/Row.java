package org.kvartal.ingest.identity;

import java.util.List;

/**
 * One account or product.
 *
 * @param words of the name, as {@link Kind#words} takes them
 */
record Row(String id, String source, String name, List<String> words) {
    Row {
        words = List.copyOf(words);
    }

    /** The id as the source has it. */
    String ownId() {
        return id.substring(id.indexOf(':') + 1);
    }

    /** The name by which rows are compared; empty when it has neither letters nor digits. */
    String plainName() {
        return String.join(" ", words);
    }
}

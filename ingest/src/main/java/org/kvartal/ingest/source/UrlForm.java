package org.kvartal.ingest.source;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a URL of an engine may look like.
 *
 * @param written the form as people write it
 * @param address all that may stand between the prefix and the properties
 * @param start what separates the address from the properties
 * @param separator what separates the properties
 * @param properties those that a URL may set
 */
record UrlForm(String written, Pattern address, String start, String separator, Set<String> properties) {

    /** How every such URL begins: {@code jdbc:h2:}. */
    String prefix() {
        return written.substring(0, written.indexOf(':', "jdbc:".length()) + 1);
    }
}

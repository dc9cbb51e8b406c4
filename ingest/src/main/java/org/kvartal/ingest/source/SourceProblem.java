package org.kvartal.ingest.source;

/**
 * Why an extract cannot be read, found before any work.
 *
 * @param reason what must hold, as the rest of a sentence
 */
public record SourceProblem(String source, String extract, String reason) {

    public String message() {
        return "Cannot read " + extract + " of source " + source + ": " + reason;
    }
}

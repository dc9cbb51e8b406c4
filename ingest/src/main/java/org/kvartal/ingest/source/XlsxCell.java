package org.kvartal.ingest.source;

/**
 * The content of a cell.
 *
 * @param text empty for an empty cell
 * @param broken why it cannot be taken, as the rest of a sentence; empty when it can
 */
record XlsxCell(String text, String broken) {
    static final XlsxCell EMPTY = of("");

    static XlsxCell of(String text) {
        return new XlsxCell(text, "");
    }
}

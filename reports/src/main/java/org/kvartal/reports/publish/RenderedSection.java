package org.kvartal.reports.publish;

/**
 * A section as it was written.
 *
 * @param section its anchor
 * @param grade A to D: how far its inputs can be trusted
 * @param blocked whether its inputs could not be read
 */
public record RenderedSection(String language, String section, String grade, boolean blocked) {
    /** As a row of {@link ReportTables#SECTIONS}. */
    public Object[] row() {
        return new Object[] {language, section, grade, blocked};
    }
}

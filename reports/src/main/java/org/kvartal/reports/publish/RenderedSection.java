package org.kvartal.reports.publish;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A section as it was written.
 *
 * @param edition name of the report
 * @param audience who reads it
 * @param section its anchor
 * @param grade A to D: how far its inputs can be trusted
 * @param blocked whether its inputs could not be read
 * @param reason why; empty if it is not blocked
 * @param shownAsOf of which release its content is, if of an earlier one
 */
public record RenderedSection(
        String edition,
        String audience,
        String language,
        String section,
        String grade,
        boolean blocked,
        String reason,
        @Nullable LocalDate shownAsOf) {
    /** As a row of {@link ReportTables#SECTIONS}. */
    public @Nullable Object[] row() {
        return new @Nullable Object[] {edition, audience, language, section, grade, blocked, reason, shownAsOf};
    }
}

package org.kvartal.reports.section;

import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;

/**
 * One row of a table or one mark of a chart.
 *
 * @param condition chooses its rows
 */
public record Member(Text label, String condition) {
    private static final String OTHERS = "Others ({0})";

    /** All the others, which have no mark of their own. */
    static Member others(long count, String condition) {
        return new Member(Text.of(OTHERS, Span.digits(count)), condition);
    }

    public boolean isOthers() {
        return label.message().equals(OTHERS);
    }
}

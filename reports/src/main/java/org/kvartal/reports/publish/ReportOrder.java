package org.kvartal.reports.publish;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which reports are to be written.
 *
 * @param languages by their ISO 639 codes
 * @param sections anchors of the sections to be shown; empty for all
 */
public record ReportOrder(List<String> languages, Set<ReportFormat> formats, List<String> sections) {

    public ReportOrder {
        languages = List.copyOf(languages);
        formats = Set.copyOf(formats);
        sections = List.copyOf(sections);
    }

    /** Every section in every format. */
    public static ReportOrder whole(List<String> languages) {
        return new ReportOrder(languages, EnumSet.allOf(ReportFormat.class), List.of());
    }

    public boolean wants(ReportFormat format) {
        return formats.contains(format);
    }
}

package org.kvartal.reports.render;

import java.util.List;
import java.util.Map;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.render.Sheet.Look;

/** What the workbook holds: every section with its question and message, and a link to its sheet if it has one. */
final class ContentsSheet {
    private static final List<Double> WIDTHS = List.of(30.0, 40.0, 12.0, 60.0);
    private static final List<String> HEADS = List.of("section", "question", "grade", "lead");

    private ContentsSheet() {}

    /**
     * @param sheets of sections that have one, by their anchors
     * @param others sheets that belong to no section
     */
    static void write(Sheet contents, Report report, Map<String, Sheet> sheets, List<Sheet> others, Book book) {
        contents.text(
                        0,
                        Text.of(
                                "{0}, {1}",
                                report.title(), Span.words(report.cover().organisation())),
                        Look.TITLE)
                .nextRow()
                .text(0, book.word("asOf"), Look.PLAIN)
                .date(1, report.cover().asOf())
                .nextRow()
                .nextRow();
        for (int i = 0; i < HEADS.size(); i++) {
            contents.width(i, WIDTHS.get(i)).text(i, book.word(HEADS.get(i)), Look.HEAD);
        }
        contents.nextRow().freezeAbove().repeatRowAbove();
        for (Section section : report.sections()) {
            String title = section.title().print(book.language());
            if (sheets.containsKey(section.anchor())) {
                contents.link(0, title, sheets.get(section.anchor()));
            } else {
                contents.text(0, title, Look.WRAPPED);
            }
            contents.text(1, section.question(), Look.WRAPPED)
                    .text(2, section.grade().name(), Look.WRAPPED)
                    .text(3, section.isBlocked() ? Text.none() : section.lead(), Look.WRAPPED)
                    .text(3, section.isBlocked() ? book.word("blocked") : "", Look.WRAPPED)
                    .nextRow();
        }
        others.forEach(sheet -> contents.link(0, sheet.name(), sheet).nextRow());
    }
}

package org.kvartal.reports.render;

import java.util.List;
import java.util.Map;
import org.kvartal.reports.document.Cover;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.render.Sheet.Look;

/** What the report is, and below it every number with its trace code and the statement that gives it. */
final class NotesSheet {
    private static final List<Double> WIDTHS = List.of(14.0, 18.0, 10.0, 26.0, 100.0);

    private NotesSheet() {}

    static void write(Sheet sheet, Report report, Map<String, String> words) {
        for (int i = 0; i < WIDTHS.size(); i++) {
            sheet.width(i, WIDTHS.get(i));
        }
        Cover cover = report.cover();
        sheet.text(0, Text.of("{0}, {1}", report.title(), Span.words(cover.organisation())), Look.TITLE)
                .nextRow();
        line(sheet, words.get("asOf"), cover.asOf().toString());
        line(sheet, words.get("run"), cover.runId());
        line(sheet, words.get("grade"), cover.grade().name());
        line(sheet, words.get("currency"), cover.currency());
        sheet.text(0, words.get("calendar"), Look.PLAIN)
                .text(1, cover.calendar(), Look.PLAIN)
                .nextRow();
        line(sheet, words.get("version"), cover.version());
        sheet.nextRow();
        writeTraces(sheet, report, words);
    }

    private static void writeTraces(Sheet sheet, Report report, Map<String, String> words) {
        sheet.text(0, words.get("appendix"), Look.TITLE).nextRow();
        List<String> heads = List.of("code", "value", "rows", "section", "statement");
        for (int i = 0; i < heads.size(); i++) {
            sheet.text(i, words.get(heads.get(i)), Look.HEAD);
        }
        sheet.nextRow();
        for (TraceIndex.Trace trace : TraceIndex.of(report)) {
            trace.fact().rows().ifPresent(rows -> sheet.number(2, rows, Look.PLAIN));
            sheet.text(0, trace.code(), Look.PLAIN)
                    .fact(1, trace.fact(), Look.PLAIN)
                    .text(3, trace.sectionTitle(), Look.PLAIN)
                    .text(4, trace.sql(), Look.PLAIN)
                    .nextRow();
        }
    }

    private static void line(Sheet sheet, String label, String text) {
        sheet.text(0, label, Look.PLAIN).text(1, text, Look.PLAIN).nextRow();
    }
}

package org.kvartal.reports.render;

import java.util.List;
import org.kvartal.reports.document.Cover;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.render.Sheet.Look;

/** What the report is and how it is read, and below it every number with its trace code and its statement. */
final class NotesSheet {
    private static final List<Double> WIDTHS = List.of(24.0, 18.0, 10.0, 26.0, 60.0);
    private static final List<String> HEADS = List.of("code", "value", "rows", "section", "statement");
    private static final List<String> TERMS = List.of(
            "defActual", "defPrior", "defPlan", "defForecast", "defInterval", "defChance", "defCount", "defMissing");

    private final Sheet sheet;
    private final Book book;

    private NotesSheet(Sheet sheet, Book book) {
        this.sheet = sheet;
        this.book = book;
    }

    static void write(Sheet sheet, Report report, Book book) {
        for (int i = 0; i < WIDTHS.size(); i++) {
            sheet.width(i, WIDTHS.get(i));
        }
        NotesSheet notes = new NotesSheet(sheet, book);
        notes.writeCover(report);
        notes.writeDefinitions();
        notes.writeTraces(report);
    }

    private void writeCover(Report report) {
        Cover cover = report.cover();
        sheet.text(0, Text.of("{0}, {1}", report.title(), Span.words(cover.organisation())), Look.TITLE)
                .nextRow();
        sheet.text(0, book.word("asOf"), Look.PLAIN).date(1, cover.asOf()).nextRow();
        line("run", cover.runId());
        line("grade", cover.grade().name());
        line("currency", cover.currency());
        line("calendar", cover.calendar().print(book.language()));
        line("version", cover.version());
        sheet.nextRow();
    }

    private void writeDefinitions() {
        sheet.text(0, book.word("definitions"), Look.TITLE).nextRow();
        for (String term : TERMS) {
            line(term, book.word(term + "Text"));
        }
        line("codes", book.word("commentLead"));
        line("total", book.word("totalLead"));
        sheet.nextRow();
    }

    private void writeTraces(Report report) {
        sheet.text(0, book.word("appendix"), Look.TITLE).nextRow();
        int head = sheet.row();
        for (int i = 0; i < HEADS.size(); i++) {
            boolean isNumber = HEADS.get(i).equals("value") || HEADS.get(i).equals("rows");
            sheet.text(i, book.word(HEADS.get(i)), isNumber ? Look.NUMBER_HEAD : Look.HEAD);
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
        List<String> heads = HEADS.stream().map(book::word).toList();
        sheet.table(book.tableName("trace codes", ""), book.word("appendix"), head, heads);
    }

    private void line(String name, String text) {
        sheet.text(0, book.word(name), Look.PLAIN).text(1, text, Look.PLAIN).nextRow();
    }
}

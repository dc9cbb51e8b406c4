package org.kvartal.reports.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Text;

/**
 * The numbers of the report as a workbook: contents with links, a sheet for each section that has tables or charts, all
 * numbers below each other for pivots, and notes with the trace codes. Numbers and dates are values with a format, a
 * total is a formula where it is the sum of its column; text is never a formula.
 */
public final class XlsxReport {
    private static final String APPLICATION = "Kvartal";

    /** What the format demands: two numbers. */
    private static final String APPLICATION_VERSION = "1.0";

    public void write(Report report, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Completion completion;
        try (Workbook workbook = new Workbook(bytes, APPLICATION, APPLICATION_VERSION)) {
            Book book = new Book(workbook, report);
            workbook.properties().setTitle(Characters.printable(report.title().print(book.language())));
            write(report, book);
            completion = book.completion();
        }
        DatedArchive.write(bytes.toByteArray(), report.cover().asOf(), completion, file);
    }

    private static void write(Report report, Book book) {
        Sheet contents = book.sheet(book.word("sheetContents"));
        Map<String, Sheet> sheets = new HashMap<>();
        for (Section section : report.sections()) {
            List<DataTable> tables = tables(section);
            if (!tables.isEmpty()) {
                Sheet sheet = book.sheet(section.title().print(book.language()));
                SectionSheet.write(sheet, section, tables, contents, book);
                sheets.put(section.anchor(), sheet);
            }
        }
        Sheet all = book.sheet(book.word("sheetNumbers"));
        NumbersSheet numbers = new NumbersSheet(all, book);
        report.sections().forEach(section -> numbers.write(section, tables(section)));
        numbers.close();
        Sheet notes = book.sheet(book.word("notes"));
        NotesSheet.write(notes, report, book);
        ContentsSheet.write(contents, report, sheets, List.of(all, notes), book);
    }

    private static List<DataTable> tables(Section section) {
        return section.allBlocks().stream().flatMap(XlsxReport::tables).toList();
    }

    private static Stream<DataTable> tables(Block block) {
        if (block instanceof Figure figure) {
            return Stream.of(figure.table());
        }
        if (block instanceof KeyFigures figures) {
            return Stream.of(table(figures));
        }
        return block instanceof DataTable table ? Stream.of(table) : Stream.empty();
    }

    /** Key figures have no unit in common, so each has its own beside it. */
    private static DataTable table(KeyFigures figures) {
        DataTable table =
                DataTable.of("Key figures", Column.text(Text.none()), Column.text("Value"), Column.text("Unit"));
        for (KeyFigure figure : figures.figures()) {
            table = table.row(
                    Cell.label(figure.label()),
                    Cell.number(figure.value()),
                    Cell.label(Text.phrase(figure.value().unit().symbol())));
        }
        return table;
    }
}

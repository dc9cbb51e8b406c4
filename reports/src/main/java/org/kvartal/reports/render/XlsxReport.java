package org.kvartal.reports.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * The numbers of the report as a workbook: a sheet with the facts about the report and its trace codes, and one for
 * each section that has tables or charts. Numbers and dates are values with a format; text is never a formula.
 */
public final class XlsxReport {
    private static final String APPLICATION = "Kvartal";

    /** What the format demands: two numbers. */
    private static final String APPLICATION_VERSION = "1.0";

    public void write(Report report, Path file) throws IOException {
        Map<String, String> words = Wording.of(report.locale());
        Set<String> sheetNames = new HashSet<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, APPLICATION, APPLICATION_VERSION)) {
            for (Section section : report.sections()) {
                List<DataTable> tables = section.blocks().stream()
                        .flatMap(block -> tables(block, words))
                        .toList();
                if (!tables.isEmpty()) {
                    SectionSheet.write(Sheet.named(section.title(), workbook, sheetNames), tables);
                }
            }
            NotesSheet.write(Sheet.named(words.get("notes"), workbook, sheetNames), report, words);
        }
        DatedArchive.write(bytes.toByteArray(), report.cover().asOf(), file);
    }

    private static Stream<DataTable> tables(Block block, Map<String, String> words) {
        if (block instanceof Figure figure) {
            return Stream.of(figure.table(words.get("low"), words.get("high")));
        }
        if (block instanceof KeyFigures figures) {
            return Stream.of(table(figures, words));
        }
        return block instanceof DataTable table ? Stream.of(table) : Stream.empty();
    }

    /** Key figures have no unit in common, so each has its own beside it. */
    private static DataTable table(KeyFigures figures, Map<String, String> words) {
        DataTable table = DataTable.of(
                words.get("keyFigures"),
                Column.text(""),
                Column.text(words.get("value")),
                Column.text(words.get("unit")));
        for (KeyFigure figure : figures.figures()) {
            table = table.row(
                    Cell.label(figure.label()),
                    Cell.number(figure.value()),
                    Cell.label(figure.value().unit().symbol()));
        }
        return table;
    }
}

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
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Text;

/**
 * The numbers of the report as a workbook: a sheet with the facts about the report and its trace codes, and one for
 * each section that has tables or charts. Numbers and dates are values with a format; text is never a formula.
 */
public final class XlsxReport {
    private static final String APPLICATION = "Kvartal";

    /** What the format demands: two numbers. */
    private static final String APPLICATION_VERSION = "1.0";

    public void write(Report report, Path file) throws IOException {
        Language language = Language.of(report.locale());
        Map<String, String> words = Wording.of(language);
        Set<String> sheetNames = new HashSet<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, APPLICATION, APPLICATION_VERSION)) {
            for (Section section : report.sections()) {
                List<DataTable> tables =
                        section.allBlocks().stream().flatMap(XlsxReport::tables).toList();
                if (!tables.isEmpty()) {
                    SectionSheet.write(Sheet.named(section.title(), workbook, sheetNames, language), tables, language);
                }
            }
            NotesSheet.write(Sheet.named(Text.of("Notes"), workbook, sheetNames, language), report, words);
        }
        DatedArchive.write(bytes.toByteArray(), report.cover().asOf(), file);
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

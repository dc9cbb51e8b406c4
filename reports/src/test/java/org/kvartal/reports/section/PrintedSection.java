package org.kvartal.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.Chart;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.document.Points;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Text;

/** A section as plain lines, the way a reader meets it. */
public final class PrintedSection {
    private static final Language NUMBERS = Language.of(Locale.ENGLISH);

    private PrintedSection() {}

    public static String print(Text text) {
        return text.print(NUMBERS).replace('\u00a0', ' ');
    }

    /** Lead, blocks and details, one line for each sentence, key figure and row. */
    public static List<String> print(Section section) {
        List<String> lines = new ArrayList<>(List.of(print(section.lead())));
        section.allBlocks().forEach(block -> lines.addAll(print(block)));
        return lines;
    }

    private static List<String> print(Block block) {
        if (block instanceof Paragraph paragraph) {
            return List.of(print(paragraph.text()));
        }
        if (block instanceof Points points) {
            return points.sentences().stream()
                    .map(sentence -> print(points.title()) + ": " + print(sentence))
                    .toList();
        }
        if (block instanceof Notice notice) {
            return List.of(notice.kind() + ": " + print(notice.text()));
        }
        if (block instanceof KeyFigures figures) {
            return figures.figures().stream().map(PrintedSection::print).toList();
        }
        if (block instanceof DataTable table) {
            return print(table);
        }
        return print((Figure) block);
    }

    private static String print(KeyFigure figure) {
        String comparison = figure.comparison().isEmpty() ? "" : " (" + print(figure.comparison()) + ")";
        return figure.label().print(NUMBERS) + ": "
                + NUMBERS.brief(figure.value()).replace('\u00a0', ' ') + comparison;
    }

    private static List<String> print(Figure figure) {
        Chart chart = figure.chart();
        List<String> lines = new ArrayList<>(List.of(print(chart.heading().message())));
        lines.add(chart.heading().title(NUMBERS, chart.scale()).replace('\u00a0', ' '));
        lines.addAll(print(figure.table()).subList(1, chart.labels().size() + 1));
        return lines;
    }

    private static List<String> print(DataTable table) {
        List<String> lines = new ArrayList<>(List.of(table.caption().print(NUMBERS)));
        table.rows().forEach(row -> lines.add(print(table, row)));
        table.total().forEach(row -> lines.add(print(table, row)));
        return lines;
    }

    private static String print(DataTable table, Row row) {
        return IntStream.range(0, row.cells().size())
                .mapToObj(i -> print(table, i, row.cells().get(i)))
                .collect(Collectors.joining(" | "));
    }

    private static String print(DataTable table, int column, Cell cell) {
        if (cell instanceof Cell.Number number) {
            boolean isChange = table.columns().get(column).isChange();
            Fact fact = isChange ? number.fact().asChange() : number.fact();
            return NUMBERS.cell(fact, table.scale(column)).replace('\u00a0', ' ');
        }
        return cell instanceof Cell.Label label ? label.text().print(NUMBERS) : "";
    }
}

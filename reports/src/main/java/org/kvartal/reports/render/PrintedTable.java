package org.kvartal.reports.render;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.fact.Characters;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Unit;

/** A table as templates need it: every cell is text with a style. */
public record PrintedTable(
        String caption, List<PrintedHead> heads, List<List<PrintedCell>> rows, List<List<PrintedCell>> total) {
    /** Letters that fit side by side on a sheet of A4 in the size of tables, less one for each column's margin. */
    private static final int LETTERS_ON_PAPER = 105;

    private static final int MARGIN_LETTERS = 2;

    /** A table with more rows is cut on the pages of a board, to fewer, so that at least a few are spared. */
    private static final int MOST_ROWS = 10;

    private static final int ROWS_OF_CUT = 7;

    /** @param unit below the title; empty if the cells say it or there is none */
    public record PrintedHead(String title, String unit, String style) {}

    /**
     * @param style class names
     * @param facts the fact printed, if it is one: none or one
     */
    public record PrintedCell(String text, String style, String whole, List<PrintedFact> facts) {}

    static PrintedTable of(DataTable table, Language language) {
        List<PrintedHead> heads = IntStream.range(0, table.columns().size())
                .mapToObj(i -> head(table, i, language))
                .toList();
        return new PrintedTable(
                table.caption().print(language),
                heads,
                rows(table, table.rows(), language),
                rows(table, table.total(), language));
    }

    /** The table with its leading rows if it is long, its total with them; else the same. */
    public PrintedTable leading() {
        return rows.size() <= MOST_ROWS ? this : new PrintedTable(caption, heads, rows.subList(0, ROWS_OF_CUT), total);
    }

    /** How many rows {@link #leading} leaves out. */
    public int cutRows() {
        return rows.size() - leading().rows().size();
    }

    /**
     * Whether the longest words side by side are wider than a sheet. Such a table is set in columns of equal width that
     * break words, because the renderer cannot print what runs over the edge.
     */
    public boolean isCrowded() {
        int letters = 0;
        for (int i = 0; i < heads.size(); i++) {
            int index = i;
            Stream<String> texts = Stream.concat(
                    Stream.of(heads.get(i).title()),
                    Stream.concat(rows.stream(), total.stream())
                            .map(row -> row.get(index).text()));
            letters += MARGIN_LETTERS
                    + texts.mapToInt(PrintedTable::longestWord).max().orElse(0);
        }
        return letters > LETTERS_ON_PAPER;
    }

    private static int longestWord(String text) {
        return Stream.of(text.split(" ")).mapToInt(String::length).max().orElse(0);
    }

    private static PrintedHead head(DataTable table, int index, Language language) {
        Column column = table.columns().get(index);
        boolean isSaidByCells = column.unit().isFraction() && column.unit().kind() == Unit.Kind.RATE;
        String unit =
                isSaidByCells || isCount(column.unit()) ? "" : language.unitName(column.unit(), table.scale(index));
        return new PrintedHead(
                name(column.title().print(language)), name(unit), column.role() == Column.Role.TEXT ? "" : "num");
    }

    /** The title of a column of counts names what is counted already. */
    private static boolean isCount(Unit unit) {
        return unit.kind() == Unit.Kind.COUNT;
    }

    private static List<List<PrintedCell>> rows(DataTable table, List<Row> rows, Language language) {
        return rows.stream()
                .map(row -> IntStream.range(0, row.cells().size())
                        .mapToObj(i -> cell(table, i, row.cells().get(i), language))
                        .toList())
                .toList();
    }

    private static PrintedCell cell(DataTable table, int index, Cell cell, Language language) {
        if (cell instanceof Cell.Number number) {
            Fact fact = number.fact();
            Column column = table.columns().get(index);
            String text = language.cell(column.isChange() ? fact.asChange() : fact, table.scale(index));
            return new PrintedCell(text, style(column, fact), "", List.of(PrintedFact.of(fact, text, language)));
        }
        String text = cell instanceof Cell.Label label ? label.text().print(language) : "";
        String shortened = name(text);
        return new PrintedCell(shortened, "", shortened.equals(text) ? "" : text, List.of());
    }

    private static String style(Column column, Fact fact) {
        int sign = fact.number().map(number -> number.signum()).orElse(0);
        if (!column.isChange() || sign == 0) {
            return column.role() == Column.Role.TEXT ? "" : "num";
        }
        boolean isGood = sign > 0 == (column.role() == Column.Role.GAIN);
        return isGood ? "num good" : "num bad";
    }

    private static String name(String text) {
        return Characters.shortened(text, PrintedFact.LONGEST_NAME);
    }
}

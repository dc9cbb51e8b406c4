package org.kvartal.reports.custom;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kvartal.ingest.settings.NearestKey;
import org.kvartal.reports.data.Answer;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Row;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;

/** The fenced blocks of a section: {@code figures}, {@code table} and {@code chart}. */
final class Declared {
    private static final List<String> KINDS = List.of("figures", "table", "chart");
    private static final List<String> OF_FIGURES = List.of("query", "columns");
    private static final List<String> OF_TABLES = List.of("query", "columns", "caption", "total", "gain", "loss");

    private final Queries queries;
    private final Columns columns;
    private final DeclaredChart charts;

    Declared(Queries queries, Columns columns, DeclaredChart charts) {
        this.queries = queries;
        this.columns = columns;
        this.charts = charts;
    }

    List<Block> block(String fence, Function<String, InvalidSection> refusal) {
        String[] parts = fence.strip().split("\\s+", 2);
        String attributes = parts.length > 1 ? parts[1].strip() : "";
        return switch (parts[0]) {
            case "figures" -> figures(Attributes.of("figures", attributes, OF_FIGURES, refusal));
            case "table" -> table(Attributes.of("table", attributes, OF_TABLES, refusal));
            case "chart" -> chart(Attributes.of("chart", attributes, DeclaredChart.ATTRIBUTES, refusal));
            default ->
                throw refusal.apply("a fenced block is figures, table or chart, not \"" + parts[0] + "\""
                        + NearestKey.of(parts[0], KINDS)
                                .map(nearest -> "; did you mean " + nearest + "?")
                                .orElse(""));
        };
    }

    private List<Block> figures(Attributes attributes) {
        Query query = queries.named(attributes.text("query"));
        List<String> chosen = attributes.has("columns") ? attributes.names("columns") : query.shown();
        return List.of(new KeyFigures(chosen.stream()
                .map(column -> KeyFigure.of(columns.head(column), query.only(column)))
                .toList()));
    }

    private List<Block> chart(Attributes attributes) {
        Query query = queries.named(attributes.text("query"));
        return query.answer().size() == 0 ? nothing(query) : List.of(charts.figure(attributes, query));
    }

    private List<Block> table(Attributes attributes) {
        Query query = queries.named(attributes.text("query"));
        List<String> shown = attributes.has("columns") ? attributes.names("columns") : query.shown();
        shown.forEach(query::requireColumn);
        if (query.answer().size() == 0) {
            return nothing(query);
        }
        List<Column> heads =
                shown.stream().map(name -> column(name, query, attributes)).toList();
        List<String> keys = keys(query);
        query.requireDistinctRows(keys);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < query.answer().size(); i++) {
            rows.add(row(query, i, shown, keys));
        }
        return List.of(new DataTable(Text.name(attributes.text("caption")), heads, rows, total(attributes, shown)));
    }

    private Column column(String name, Query query, Attributes attributes) {
        if (query.answer().isText(name)) {
            return Column.text(columns.head(name));
        }
        if (attributes.names("gain").contains(name)) {
            return Column.gain(columns.head(name), query.unit(name));
        }
        return attributes.names("loss").contains(name)
                ? Column.loss(columns.head(name), query.unit(name))
                : Column.exact(columns.head(name), query.unit(name));
    }

    private static List<String> keys(Query query) {
        Answer answer = query.answer();
        return answer.columns().stream()
                .filter(column -> answer.isText(column) || answer.isDate(column))
                .toList();
    }

    private static Row row(Query query, int row, List<String> shown, List<String> keys) {
        return new Row(shown.stream()
                .map(column -> query.answer().isText(column)
                        ? Cell.label(Text.name(query.answer().text(row, column)))
                        : Cell.number(query.fact(row, column, keys)))
                .toList());
    }

    /** A query of one row; what it has no column for adds up to nothing. */
    private List<Row> total(Attributes attributes, List<String> shown) {
        if (!attributes.has("total")) {
            return List.of();
        }
        Query total = queries.named(attributes.text("total"));
        return List.of(
                new Row(shown.stream().map(column -> total(total, column)).toList()));
    }

    private static Cell total(Query total, String column) {
        if (!total.answer().columns().contains(column)) {
            return Cell.blank();
        }
        return total.answer().isText(column)
                ? Cell.label(Text.name(total.answer().text(0, column)))
                : Cell.number(total.only(column));
    }

    private static List<Block> nothing(Query query) {
        return List.of(
                Notice.noData(Text.of("Nothing to show here: the query {0} finds no rows.", Span.words(query.name()))));
    }
}

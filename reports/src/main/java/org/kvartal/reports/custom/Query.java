package org.kvartal.reports.custom;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.reports.data.Answer;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/** A query of a section with its answer: what is printed of it are facts that its own statement gives. */
final class Query {
    /** A column {@code won_rate} can have one beside it that tells the number of cases, {@code won_rate_n}. */
    static final String CASES = "_n";

    private final String name;
    private final String sql;
    private final Answer answer;
    private final Columns columns;
    private final ReportData data;

    Query(String name, String sql, Answer answer, Columns columns, ReportData data) {
        this.name = name;
        this.sql = sql;
        this.answer = answer;
        this.columns = columns;
        this.data = data;
    }

    String name() {
        return name;
    }

    Answer answer() {
        return answer;
    }

    /** All columns but those that tell the cases of others. */
    List<String> shown() {
        return answer.columns().stream()
                .filter(column -> !column.endsWith(CASES)
                        || !answer.columns().contains(column.substring(0, column.length() - CASES.length())))
                .toList();
    }

    void requireColumn(String column) {
        if (!answer.columns().contains(column)) {
            throw new IllegalArgumentException(
                    "query " + name + " has no column " + column + "; it has " + String.join(", ", answer.columns()));
        }
    }

    /** Rows are told apart by their texts and days. */
    void requireDistinctRows(List<String> keys) {
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < answer.size(); i++) {
            int row = i;
            List<String> key =
                    keys.stream().map(column -> answer.text(row, column)).toList();
            if (!seen.add(key)) {
                throw new IllegalArgumentException("query " + name + " has two rows with the same "
                        + (keys.isEmpty() ? "name, for it has no column of text or dates" : String.join(", ", keys))
                        + (keys.isEmpty() ? "" : " (" + String.join(", ", key) + ")")
                        + "; group them, or add a column that tells them apart");
            }
        }
    }

    /** The number of the only row. */
    Fact only(String column) {
        requireColumn(column);
        if (answer.size() != 1) {
            throw new IllegalArgumentException("query " + name + " has " + answer.size()
                    + " rows; a number in a sentence needs a query of one row");
        }
        return fact(0, column, List.of());
    }

    /** @param keys the columns that tell the row from the others */
    Fact fact(int row, String column, List<String> keys) {
        String filter =
                keys.stream().map(key -> condition(key, answer.text(row, key))).collect(Collectors.joining(" and "));
        Origin origin = data.shown(new Origin("(\n" + sql + "\n)", filter, "max(" + quoted(column) + ")"));
        Fact fact = answer.fact(row, column, unit(column), origin);
        String cases = column + CASES;
        return answer.columns().contains(cases) && !answer.text(row, cases).isEmpty()
                ? fact.ofRows(Long.parseLong(answer.text(row, cases)))
                : fact;
    }

    Unit unit(String column) {
        if (answer.isText(column)) {
            return Unit.TEXT;
        }
        if (answer.isDate(column)) {
            return Unit.DATE;
        }
        if (!answer.isNumber(column)) {
            throw new IllegalArgumentException("column " + column + " of query " + name
                    + " is neither a number, a text nor a date; cast it to one");
        }
        return columns.unit(column)
                .orElseThrow(() -> new IllegalArgumentException("the unit of column " + column
                        + " of query " + name + " is not known; end its name in _amount, _price, _count, _rate, _share,"
                        + " _points, _days, _hours or _minutes, or state it under units"));
    }

    private String condition(String column, String value) {
        String name = quoted(column);
        if (answer.isText(column)) {
            return Condition.is(name, value);
        }
        return value.isEmpty() ? name + " is null" : name + " = date " + Condition.literal(value);
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }
}

package org.kvartal.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.TableSpec;

/**
 * Selects the columns of a clean table from a file that has them, and mends what can be mended in one way only. Each
 * repair is named: {@code padded-id}, {@code control-characters}, {@code <column>-spelling}.
 */
final class CanonicalSql {
    /** The backslashes are those of SQL. */
    private static final String BLANKS = "' \\t\\n\\r\\u00a0\\ufeff'";

    /** Of ASCII, without tab and line ends; the backslashes are those of SQL and of the expression in it. */
    private static final String CONTROLS = "'[\\\\p{Cntrl}&&[^\\t\\n\\r]]'";

    private final TableSpec table;

    CanonicalSql(TableSpec table) {
        this.table = table;
    }

    String text() {
        String columns = table.columns().stream()
                .map(column -> tidy(column) + " as " + quoted(column))
                .collect(Collectors.joining(", "));
        return "select " + columns + ", _source_file, _source_line, nullif(concat_ws(', ', "
                + String.join(", ", repairs()) + "), '') as _repair from " + table.name();
    }

    private static String tidy(Column column) {
        String name = quoted(column);
        if (column.type() == ColumnType.ID) {
            return trimmed(name);
        }
        if (isCode(column)) {
            return "coalesce(" + spelt(column) + ", nullif(" + trimmed(name) + ", ''))";
        }
        return column.type() == ColumnType.TEXT
                ? "if(" + trimmed(name) + " = '', null, regexp_replace(" + name + ", " + CONTROLS + ", ''))"
                : name;
    }

    private static boolean isCode(Column column) {
        return !column.allowed().isEmpty() || column.name().equals("currency");
    }

    /** Allowed values are written in small letters, currencies in capitals; null for what is no such value either way. */
    private static String spelt(Column column) {
        boolean isCurrency = column.allowed().isEmpty();
        String text = (isCurrency ? "upper(" : "lower(") + trimmed(quoted(column)) + ")";
        String values = isCurrency ? "[A-Z]{3}" : String.join("|", column.allowed());
        return "nullif(regexp_extract(" + text + ", '^(" + values + ")$', 1), '')";
    }

    private static String trimmed(String name) {
        return "btrim(" + name + ", " + BLANKS + ")";
    }

    private List<String> repairs() {
        List<String> repairs = new ArrayList<>();
        repairs.add(repair(
                "exists(" + array(column -> column.type() == ColumnType.ID) + ", id -> " + trimmed("id")
                        + " not in ('', id))",
                "padded-id"));
        repairs.add(repair(
                "exists(" + array(column -> column.type() == ColumnType.TEXT && !isCode(column))
                        + ", text -> text rlike " + CONTROLS + ")",
                "control-characters"));
        table.columns().stream()
                .filter(CanonicalSql::isCode)
                .map(column -> repair(quoted(column) + " <> " + spelt(column), column.name() + "-spelling"))
                .forEach(repairs::add);
        return repairs;
    }

    private static String repair(String condition, String name) {
        return "if(" + condition + ", '" + name + "', null)";
    }

    private String array(Predicate<Column> which) {
        return table.columns().stream()
                .filter(which)
                .map(CanonicalSql::quoted)
                .collect(Collectors.joining(", ", "cast(array(", ") as array<string>)"));
    }

    private static String quoted(Column column) {
        return "`" + column.name() + "`";
    }
}

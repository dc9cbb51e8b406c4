package org.kvartal.reports.difference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.reports.data.Datasets;

/** Compares one table of two releases by SQL. */
final class TableComparison {
    private static final List<String> NUMBERS = List.of("bigint", "double", "decimal(18,2)", "decimal(20,10)");

    private final Datasets datasets;
    private final String before;
    private final String after;

    /** @param before what the namespaces of the one release begin with */
    TableComparison(Datasets datasets, String before, String after) {
        this.datasets = datasets;
        this.before = before;
        this.after = after;
    }

    /**
     * What became of a table.
     *
     * @param old types of its columns by name
     * @param fresh the same of the other release
     * @param grain columns that tell its rows apart
     */
    TableChange change(String table, Map<String, String> old, Map<String, String> fresh, List<String> grain) {
        List<String> shared = fresh.keySet().stream()
                .filter(column -> fresh.get(column).equals(old.get(column)))
                .toList();
        List<String> key = shared.containsAll(grain) ? grain : shared;
        List<String> numbers = shared.stream()
                .filter(column -> NUMBERS.contains(fresh.get(column)) && !column.startsWith("_"))
                .toList();
        return new TableChange(
                table,
                columns(old, fresh),
                rows(table, key, shared),
                numbers.isEmpty() ? List.of() : sums(table, numbers, fresh));
    }

    private static List<ColumnChange> columns(Map<String, String> old, Map<String, String> fresh) {
        List<ColumnChange> changes = new ArrayList<>();
        old.forEach((column, type) -> {
            String now = fresh.getOrDefault(column, "");
            if (!now.equals(type)) {
                changes.add(new ColumnChange(column, type, now));
            }
        });
        fresh.forEach((column, type) -> {
            if (!old.containsKey(column)) {
                changes.add(new ColumnChange(column, "", type));
            }
        });
        return changes;
    }

    /** Rows of both, grouped by key: how many of each, and a sum of fingerprints that does not depend on their order. */
    private RowChange rows(String table, List<String> key, List<String> shared) {
        String keys = names(key);
        String print = "hash(" + names(shared) + ")::hugeint";
        Object[] counts = datasets.row("select coalesce(sum(old), 0)::bigint, coalesce(sum(fresh), 0)::bigint,"
                + " coalesce(sum(greatest(fresh - old, 0)), 0)::bigint, coalesce(sum(greatest(old - fresh, 0)), 0)::bigint,"
                + " coalesce(sum(case when old = fresh and old_print <> fresh_print then old else 0 end), 0)::bigint"
                + " from (select count_if(not is_fresh) as old, count_if(is_fresh) as fresh,"
                + " sum(case when is_fresh then 0 else print end) as old_print,"
                + " sum(case when is_fresh then print else 0 end) as fresh_print from (select " + keys
                + ", false as is_fresh, " + print + " as print from " + name(before, table) + " union all select "
                + keys
                + ", true, " + print + " from " + name(after, table) + ") group by " + keys + ")");
        return new RowChange(count(counts[0]), count(counts[1]), count(counts[2]), count(counts[3]), count(counts[4]));
    }

    private List<SumChange> sums(String table, List<String> columns, Map<String, String> types) {
        String sums = columns.stream()
                .map(column -> "cast(coalesce(sum(" + exact(column, types.get(column)) + "), 0) as varchar)")
                .collect(Collectors.joining(", "));
        Object[] old = datasets.row("select " + sums + " from " + name(before, table));
        Object[] fresh = datasets.row("select " + sums + " from " + name(after, table));
        List<SumChange> changes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            BigDecimal was = number(old[i]);
            BigDecimal is = number(fresh[i]);
            if (was.compareTo(is) != 0) {
                changes.add(new SumChange(columns.get(i), was, is));
            }
        }
        return changes;
    }

    /** Sums of decimals do not depend on the order of rows, as those of doubles do. */
    private static String exact(String column, @Nullable String type) {
        return "double".equals(type) ? "try_cast(" + name(column) + " as decimal(38,6))" : name(column);
    }

    private static BigDecimal number(Object text) {
        return new BigDecimal(text.toString());
    }

    private static long count(Object value) {
        return ((Number) value).longValue();
    }

    private static String names(List<String> columns) {
        return columns.stream().map(TableComparison::name).collect(Collectors.joining(", "));
    }

    private static String name(String column) {
        return '"' + column + '"';
    }

    private static String name(String release, String table) {
        int point = table.indexOf('.');
        return name(release + table.substring(0, point)) + "." + name(table.substring(point + 1));
    }
}

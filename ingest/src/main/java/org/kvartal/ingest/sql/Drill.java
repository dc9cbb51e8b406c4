package org.kvartal.ingest.sql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the rows behind a row of a table stand, as its header declares it: {@code mart.opportunities_as_of by close_month
 * = month, region where s.outcome = 'won'}. Empty values belong together like others; {@code month of created_date} is the
 * first day of its month.
 *
 * @param source the table that holds them
 * @param keys what a row and those behind it have in common
 * @param where condition on a row {@code s} of the source and a row {@code m} of the table; empty when the keys are all
 */
public record Drill(String source, List<Key> keys, String where) {
    private static final String KEY = "(?:month of )?\\w+(?: = \\w+)?";
    private static final Pattern DECLARED =
            Pattern.compile("(\\w+\\.\\w+) by (" + KEY + "(?:, " + KEY + ")*)(?: where (.+))?");

    /** A column of the source, or the month of one, and the column of the table that has the same value. */
    public record Key(String behind, String column) {
        private static final String MONTH = "month of ";

        private String sql() {
            return behind.startsWith(MONTH)
                    ? "cast(date_trunc('month', s." + behind.substring(MONTH.length()) + ") as date)"
                    : "s." + behind;
        }

        static Key of(String declared) {
            String[] both = declared.split("=");
            return new Key(both[0].strip(), both[both.length - 1].strip());
        }
    }

    public Drill {
        keys = List.copyOf(keys);
    }

    /** A row of the table is one of the source's. */
    public static Drill toTheSame(String source, String key) {
        return new Drill(source, List.of(new Key(key, key)), "");
    }

    /** Whether a row of the table is one of the source's, so that joins and columns beside change nothing. */
    public boolean leadsToTheSame() {
        return keys.size() == 1 && keys.get(0).behind().equals(keys.get(0).column()) && where.isEmpty();
    }

    /** Empty when the declaration is none. */
    static Optional<Drill> parse(String declared) {
        Matcher matcher = DECLARED.matcher(declared);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String where = matcher.group(3) == null ? "" : matcher.group(3);
        List<Key> keys = Arrays.stream(matcher.group(2).split(",")).map(Key::of).toList();
        return Optional.of(new Drill(matcher.group(1), keys, where));
    }

    /**
     * The rows behind some rows of the table.
     *
     * @param rows a query that gives rows of the table
     */
    public String behind(String rows) {
        String same = keys.stream()
                .map(key -> key.sql() + " is not distinct from m." + key.column())
                .collect(Collectors.joining(" and "));
        String all = where.isEmpty() ? same : same + " and (" + where + ")";
        return "select s.* from " + source + " s where exists (select 1 from (" + rows + ") m where " + all + ")";
    }
}

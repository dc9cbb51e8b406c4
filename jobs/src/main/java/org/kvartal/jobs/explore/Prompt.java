package org.kvartal.jobs.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.kvartal.reports.explore.ExploredRelease;
import org.kvartal.reports.explore.ReleaseCard;

/**
 * What is declared before the first line is typed: the verbs, and one name for each namespace whose methods are its
 * tables, so that {@code mart.} and the tabulator list them.
 */
public final class Prompt {
    private static final String IMPORTS = """
            import java.math.BigDecimal;
            import java.nio.file.Path;
            import java.time.LocalDate;
            import java.util.*;
            import tech.tablesaw.api.*;
            import tech.tablesaw.selection.Selection;
            import static tech.tablesaw.aggregate.AggregateFunctions.*;
            """;

    private static final String VERBS = """
            Table tables() { return release.tables(); }
            Table columns(String table) { return release.columns(table); }
            Table table(String name) { return release.table(name); }
            Table sql(String query) { return release.sql(query); }
            Object value(String query) { return release.value(query); }
            Path chart(String message, Table table, String label, String... measures) {
                return release.chart(message, table, label, measures);
            }
            Path fan(String message, Table table, String label, String middle, String low, String high) {
                return release.fan(message, table, label, middle, low, high);
            }
            """;

    /** What a newcomer types first. */
    public static final String EXAMPLES = """
            tables()                                       what there is
            columns("mart.bookings_by_month")              what its columns mean
            mart.bookings_by_month()                       the table; "mart." and the tabulator list all
            sql("select * from crm.opportunities limit 9") the rows of a query
            value("select sum(amount) from crm.opportunities where outcome = 'won'")   exact to the cent
            var won = sql("select month, sum(won_amount) as won_amount from mart.bookings_by_month group by 1 order by 1")
            chart("Bookings by month", won, "month", "won_amount")                     writes a page and an SVG
            /exit                                          ends
            """;

    private final ReleaseCard card;
    private final List<String> tables;

    public Prompt(ReleaseCard card) {
        this.card = card;
        try (ExploredRelease release = ExploredRelease.open(card)) {
            this.tables = release.names();
        }
    }

    /** The declarations as Java, one snippet after the other. */
    public String script() {
        StringBuilder script = new StringBuilder(IMPORTS);
        script.append("var release = org.kvartal.reports.explore.ExploredRelease.open(%s);\n".formatted(newCard()));
        script.append(VERBS);
        namespaces().forEach((namespace, names) -> script.append(declared(namespace, names)));
        return script.toString();
    }

    private String newCard() {
        return "new org.kvartal.reports.explore.ReleaseCard(Path.of(%s), Path.of(%s), %s, %s, LocalDate.parse(%s), %s)"
                .formatted(
                        literal(card.folder().toString()),
                        literal(card.charts().toString()),
                        literal(card.organisation()),
                        literal(card.currency()),
                        literal(card.asOf().toString()),
                        literal(card.run()));
    }

    private Map<String, List<String>> namespaces() {
        Map<String, List<String>> found = new TreeMap<>();
        for (String table : tables) {
            int dot = table.indexOf('.');
            String name = table.substring(dot + 1);
            if (SourceVersion.isName(name) && SourceVersion.isName(table.substring(0, dot))) {
                found.computeIfAbsent(table.substring(0, dot), namespace -> new ArrayList<>())
                        .add(name);
            }
        }
        return found;
    }

    private static String declared(String namespace, List<String> names) {
        String type = Character.toUpperCase(namespace.charAt(0)) + namespace.substring(1) + "Tables";
        StringBuilder declared = new StringBuilder("class " + type + " {\n");
        for (String name : names) {
            declared.append("    Table %1$s() { return release.table(\"%2$s.%1$s\"); }\n".formatted(name, namespace));
        }
        return declared.append("}\n%1$s %2$s = new %1$s();\n".formatted(type, namespace))
                .toString();
    }

    /** Names come from configuration, and may hold anything. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                literal.append("\\%03o".formatted((int) c));
            } else {
                literal.append(c <= '~' ? String.valueOf(c) : "\\u%04x".formatted((int) c));
            }
        }
        return literal.append('"').toString();
    }
}

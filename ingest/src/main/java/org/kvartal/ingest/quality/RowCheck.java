package org.kvartal.ingest.quality;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.TableSpec;

/** Holds one row against the declaration of its clean table and the rules of the configuration. */
public final class RowCheck {
    /** The rule that is broken by money in a currency without any rate. */
    public static final String NO_RATE = "exchange-rate-missing";

    /** The rule that a value has the type of its column; a reader may have seen that before. */
    static final String TYPE = "type";

    private final TableSpec table;
    private final List<Rule> rules;

    /** @param rules those of the table, in the order in which the rows say what they break */
    public RowCheck(TableSpec table, List<Rule> rules) {
        this.table = table;
        this.rules = List.copyOf(rules);
    }

    /** Everything that is wrong with the row on its own. */
    public List<Issue> issues(MappedRow row) {
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            checkDeclaration(table.columns().get(i), row.value(i), row.text(i), issues);
        }
        for (int i = 0; i < rules.size(); i++) {
            if (row.breaks(i)) {
                Rule rule = rules.get(i);
                String value = row.text(table.columnNames().indexOf(rule.column()));
                issues.add(new Issue(rule.column(), value, rule.name(), rule.severity(), rule.because()));
            }
        }
        addRemarks(row.remarks(), issues);
        return issues;
    }

    private static void checkDeclaration(
            Column column, @Nullable Object value, @Nullable String text, List<Issue> issues) {
        if (value == null && text != null) {
            issues.add(rejection(
                    column, text, TYPE, "is not " + withArticle(column.type().label())));
        }
        if (value == null && text == null && column.required()) {
            issues.add(rejection(column, null, "required", "has no value"));
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            issues.add(rejection(column, text, "finite", "is not a finite number"));
        }
        if (value != null && !column.allowed().isEmpty() && !column.allowed().contains(value)) {
            issues.add(rejection(column, text, "allowed", "is not one of " + String.join(", ", column.allowed())));
        }
    }

    private static String withArticle(String label) {
        return ("aeiou".indexOf(label.charAt(0)) >= 0 ? "an " : "a ") + label;
    }

    private static Issue rejection(Column column, @Nullable String text, String rule, String complaint) {
        return new Issue(column.name(), text, rule, Severity.QUARANTINE, column.name() + " " + complaint);
    }

    private static void addRemarks(RowRemarks remarks, List<Issue> issues) {
        @Nullable String repair = remarks.repair();
        if (repair != null) {
            for (String rule : repair.split(", *")) {
                issues.add(new Issue("", null, rule, Severity.WARNING, "repaired by the mapping of the preset"));
            }
        }
        @Nullable String exchange = remarks.exchange();
        if (exchange != null) {
            issues.add(
                    exchange.equals(NO_RATE)
                            ? new Issue(
                                    "",
                                    null,
                                    exchange,
                                    Severity.ERROR,
                                    "no rate of its currency is known; amounts are empty")
                            : new Issue(
                                    "", null, exchange, Severity.WARNING, "converted by a rate more than 7 days off"));
        }
    }

    /** The names of the rules that a column's declaration implies. */
    static List<String> declaredRules(Column column) {
        List<String> names = new ArrayList<>();
        if (column.type() != ColumnType.TEXT && column.type() != ColumnType.ID) {
            names.add(TYPE);
        }
        if (column.type() == ColumnType.NUMBER) {
            names.add("finite");
        }
        if (column.required()) {
            names.add("required");
        }
        if (!column.allowed().isEmpty()) {
            names.add("allowed");
        }
        return names;
    }
}

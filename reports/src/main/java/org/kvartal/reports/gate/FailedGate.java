package org.kvartal.reports.gate;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/**
 * A gate that a table did not pass on the night of a release.
 *
 * @param table clean table by its own name; mart with its namespace
 * @param source empty for all
 * @param name which total it is; empty where none is judged
 */
public record FailedGate(String gate, String table, String source, String name, String verdict, String query) {
    /** Where the verdicts stand. */
    static final String GATES = "quality.gates";

    private static final Unit ROWS = Unit.count("rows");
    private static final Unit DAYS = Unit.measure("days", 0);
    private static final Unit TOTAL = Unit.named("", 2);

    /** Its name as queries write it. */
    String qualifiedTable() {
        return table.contains(".") ? table : "crm." + table;
    }

    public Fact shareMeasured(ReportData data) {
        return cell(data, "measured", Unit.RATE);
    }

    public Fact shareAllowed(ReportData data) {
        return cell(data, "at_most", Unit.RATE);
    }

    public Fact rowsExpected(ReportData data) {
        return cell(data, "expected", ROWS);
    }

    public Fact rowsFound(ReportData data) {
        return cell(data, "found", ROWS);
    }

    public Fact daysMeasured(ReportData data) {
        return cell(data, "measured", DAYS);
    }

    public Fact daysAllowed(ReportData data) {
        return cell(data, "at_most", DAYS);
    }

    public Fact totalExpected(ReportData data) {
        return cell(data, "expected", TOTAL);
    }

    public Fact totalFound(ReportData data) {
        return cell(data, "found", TOTAL);
    }

    public Fact difference(ReportData data) {
        return cell(data, "measured", TOTAL);
    }

    private Fact cell(ReportData data, String column, Unit unit) {
        return data.fact(new Origin(GATES, condition(data), "max(" + column + ")"), unit);
    }

    private String condition(ReportData data) {
        return Condition.all(
                "night = " + Condition.literal(data.asOf()),
                Condition.is("gate", gate),
                Condition.is("\"table\"", table),
                Condition.is("source", source),
                Condition.is("name", name));
    }

    /** What was found, for the reader of a section that rests on the table. */
    Text reason(ReportData data) {
        Span words = Span.words(table);
        return switch (gate) {
            case "row-drop" ->
                Text.of(
                        "{0} had {1} rows on {2} and has {3} now; at most {4} may be missing.",
                        words,
                        rowsExpected(data),
                        cell(data, "compared_to", Unit.DATE),
                        rowsFound(data),
                        shareAllowed(data));
            case "quarantine" ->
                Text.of(
                        "{0} of the {1} rows of {2} were rejected; at most {3} may be.",
                        rowsFound(data), rowsExpected(data), words, shareAllowed(data));
            case "freshness" ->
                Text.of(
                        "The newest row of {0} is {1} old; at most {2} may have passed.",
                        words, daysMeasured(data), daysAllowed(data));
            case "reconciliation" ->
                Text.of("A total of {0} is {1} apart from what its source tells.", words, difference(data));
            default ->
                Text.of("A total of {0} is {1} apart from that of the rows beneath it.", words, difference(data));
        };
    }
}

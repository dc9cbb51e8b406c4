package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.kvartal.jobs.run.PublishedRun;
import org.kvartal.reports.trace.Definition;
import org.kvartal.reports.trace.Trace;
import org.kvartal.reports.trace.TraceRegistry;
import org.kvartal.reports.trace.TraceStep;
import org.kvartal.reports.trace.TracedTable;

/** What a traced number is made of, in lines for people. */
final class TraceText {
    private final Trace trace;
    private final TraceRegistry registry;
    private final PublishedRun run;
    private final Locale language;

    TraceText(Trace trace, TraceRegistry registry, PublishedRun run, Locale language) {
        this.trace = trace;
        this.registry = registry;
        this.run = run;
        this.language = language;
    }

    /** @param isGiven whether the statement has given the printed value again */
    void print(List<TraceStep> steps, boolean isGiven, PrintWriter out) {
        List<String[]> lines = new ArrayList<>();
        line(lines, trace.code(), trace.printed(language));
        line(lines, "printed in", places());
        registry.definitions(trace).forEach(definition -> define(lines, definition));
        line(lines, "formula", trace.measure());
        line(lines, "filter", trace.filter().isEmpty() ? "none: all rows" : trace.filter());
        line(lines, "table", trace.table());
        line(lines, "statement", trace.sql());
        line(lines, "checked", isGiven ? "the statement gives the printed value" : "THE STATEMENT GIVES ANOTHER VALUE");
        line(lines, "run", run.id() + ", as of " + run.asOf() + ", kvartal " + run.version());
        steps.forEach(step -> step(lines, step));
        line(lines, "", end(steps.get(steps.size() - 1).table()));
        lines.forEach(line -> out.println("%-12s%s".formatted(line[0], line[1]).stripTrailing()));
    }

    private static void line(List<String[]> lines, String label, String text) {
        lines.add(new String[] {label, text});
    }

    private String places() {
        return trace.places().stream()
                .map(place -> place.page() + "#" + place.section())
                .collect(Collectors.joining(", "));
    }

    private static void define(List<String[]> lines, Definition definition) {
        line(
                lines,
                "measure",
                definition.name() + " version " + definition.version() + " since " + definition.since() + ", in "
                        + definition.unit() + ": " + definition.formula());
    }

    private void step(List<String[]> lines, TraceStep step) {
        OptionalLong snapshot = run.snapshot(step.table().table());
        line(
                lines,
                "rows",
                step.rows() + " of " + step.table().table()
                        + (snapshot.isPresent() ? ", snapshot " + snapshot.getAsLong() : ""));
    }

    /** Why the way ends where it does. */
    private String end(TracedTable last) {
        if (last.table().startsWith("crm.")) {
            return "These are rows of the source, as they were cleaned.";
        }
        if (last.inputs().isEmpty()) {
            return "A step of the night writes this table as a whole; its rows are not those of the source.";
        }
        return "It is made of " + last.inputs().stream().map(this::withSnapshot).collect(Collectors.joining(", "))
                + "; its rows cannot be told apart there.";
    }

    private String withSnapshot(String table) {
        OptionalLong snapshot = run.snapshot(table);
        return table + (snapshot.isPresent() ? " (snapshot " + snapshot.getAsLong() + ")" : "");
    }
}

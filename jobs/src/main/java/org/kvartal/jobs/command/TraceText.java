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
        line(lines, "made from", sources());
        steps.forEach(step -> line(
                lines, "rows", step.rows() + " of " + withSnapshot(step.table().table())));
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

    private String sources() {
        return registry.sources(trace.table()).stream().map(this::withSnapshot).collect(Collectors.joining(", "));
    }

    private String withSnapshot(String table) {
        OptionalLong snapshot = run.snapshot(table);
        return snapshot.isPresent() ? table + " @ " + snapshot.getAsLong() : table;
    }

    /** Why the way ends where it does. */
    private static String end(TracedTable last) {
        if (last.table().startsWith("crm.")) {
            return "These are the rows of the source that the number counts or is about, as they were cleaned.";
        }
        return last.inputs().isEmpty()
                ? "A step of the night computes this table as a whole: no row of it is one of the source's."
                : "Which rows of " + String.join(", ", last.inputs()) + " a row is made of cannot be told one by one.";
    }
}

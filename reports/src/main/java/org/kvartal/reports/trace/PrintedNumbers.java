package org.kvartal.reports.trace;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.sql.SqlModel;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.mart.Marts;
import org.kvartal.reports.measure.Measures;

/** Collects the numbers of a release while its pages are written. */
public final class PrintedNumbers {
    private final Map<String, Fact> facts = new TreeMap<>();
    private final Map<String, Set<Trace.Place>> places = new TreeMap<>();

    /** @param page the file that prints the numbers, within the folder of its language */
    public void add(String page, Report report) {
        for (Section section : report.sections()) {
            Trace.Place place = new Trace.Place(page, section.anchor());
            section.facts().forEach(fact -> add(fact, place));
        }
    }

    private void add(Fact fact, Trace.Place place) {
        String code = fact.origin().code();
        Fact first = facts.computeIfAbsent(code, absent -> fact);
        if (!first.origin().equals(fact.origin())) {
            throw new IllegalStateException("Cannot print the code " + code + " beside two numbers: "
                    + first.origin().sql() + ", and " + fact.origin().sql());
        }
        places.computeIfAbsent(code, absent -> new LinkedHashSet<>()).add(place);
    }

    /** @param tables all that the release publishes */
    public TraceRegistry registry(Collection<TableSpec> tables) {
        List<Trace> traces = facts.entrySet().stream()
                .map(entry ->
                        Trace.of(entry.getValue(), measures(entry.getValue()), List.copyOf(places.get(entry.getKey()))))
                .toList();
        return new TraceRegistry(
                traces,
                Measures.ALL.stream().map(Definition::of).toList(),
                tables.stream().map(PrintedNumbers::traced).toList());
    }

    private static TracedTable traced(TableSpec table) {
        Stream<SqlModel> marts =
                Marts.all().stream().filter(mart -> mart.qualifiedName().equals(table.qualifiedName()));
        return marts.findFirst().map(mart -> TracedTable.of(mart, table)).orElseGet(() -> TracedTable.of(table));
    }

    private static List<String> measures(Fact fact) {
        return Measures.within(fact.origin().table(), fact.origin().measure()).stream()
                .map(measure -> measure.name())
                .toList();
    }
}

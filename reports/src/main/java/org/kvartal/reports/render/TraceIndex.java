package org.kvartal.reports.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Value;

/** Where every printed number comes from: each origin once, where it is printed first. */
final class TraceIndex {

    private TraceIndex() {}

    /** @param rows number of rows behind the value; empty if not counted */
    public record Trace(String code, String sectionTitle, String value, String rows, String sql, Fact fact) {}

    static List<Trace> of(Report report) {
        Language language = Language.of(report.locale());
        List<Trace> traces = new ArrayList<>();
        Set<Origin> seen = new HashSet<>();
        for (Section section : report.sections()) {
            section.facts()
                    .filter(fact -> !(fact.value() instanceof Value.Missing))
                    .filter(fact -> seen.add(fact.origin()))
                    .map(fact -> trace(section, fact, language))
                    .forEach(traces::add);
        }
        return traces;
    }

    private static Trace trace(Section section, Fact fact, Language language) {
        Origin origin = fact.origin();
        String rows = fact.rows().isPresent() ? language.count(fact.rowCount()) : "";
        return new Trace(
                origin.code(), section.title().print(language), language.exact(fact), rows, origin.sql(), fact);
    }
}

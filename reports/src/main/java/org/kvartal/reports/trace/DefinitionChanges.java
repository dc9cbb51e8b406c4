package org.kvartal.reports.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.measure.Measure;
import org.kvartal.reports.measure.Measures;

/**
 * Measures that are defined otherwise than in the report before. Whoever compares the two reports must not take the change
 * for one of the business, so it is said right behind everything that shows such a measure.
 */
public final class DefinitionChanges {
    private final List<Measure> changed;

    private DefinitionChanges(List<Measure> changed) {
        this.changed = changed;
    }

    /** What has changed since an earlier release; nothing when there is none or it kept no definitions. */
    public static DefinitionChanges since(Optional<TraceRegistry> before) {
        return between(before.map(TraceRegistry::measures).orElse(List.of()), Measures.ALL);
    }

    static DefinitionChanges between(List<Definition> before, List<Measure> now) {
        Map<String, Integer> versions =
                before.stream().collect(Collectors.toMap(Definition::name, Definition::version));
        return new DefinitionChanges(now.stream()
                .filter(measure -> versions.getOrDefault(measure.name(), measure.version()) != measure.version())
                .toList());
    }

    /** The report with a notice behind each chart, table, row of key figures and sentence of a changed measure. */
    public Report marked(Report report) {
        return changed.isEmpty()
                ? report
                : report.with(report.sections().stream().map(this::marked).toList());
    }

    private Section marked(Section section) {
        List<Block> blocks = new ArrayList<>(notices(section.lead().facts()));
        blocks.addAll(marked(section.blocks()));
        return section.withOnly(blocks, marked(section.details()));
    }

    private List<Block> marked(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> Stream.concat(Stream.of(block), notices(block.facts()).stream()))
                .toList();
    }

    private List<Notice> notices(Stream<Fact> facts) {
        List<Fact> printed = facts.toList();
        return changed.stream()
                .filter(measure -> printed.stream()
                        .anyMatch(fact -> measure.isWithin(
                                fact.origin().table(), fact.origin().measure())))
                .map(DefinitionChanges::notice)
                .toList();
    }

    private static Notice notice(Measure measure) {
        return Notice.caveat(Text.of(
                "Definition changed since the report before: {0} is now of version {1}: {2}.",
                Span.words(measure.name()),
                Span.digits(measure.version()),
                Span.phrase(measure.latest().what())));
    }
}

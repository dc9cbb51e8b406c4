package org.kvartal.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.publish.RenderedSection;
import org.kvartal.reports.trace.PrintedNumbers;

/** What was written: the sections in each language, the numbers they print, and the tables these come from. */
final class RenderedReports {
    private final List<RenderedSection> sections = new ArrayList<>();
    private final PrintedNumbers numbers = new PrintedNumbers();
    private final Map<String, Set<String>> inputs = new TreeMap<>();

    RenderedReports() {}

    void add(RenderedSection section) {
        sections.add(section);
    }

    /** @param page the file that the report is written to, within the folder of its language */
    void addPage(String page, Report report) {
        numbers.add(page, report);
    }

    void addReport(String page, Report report) {
        addPage(page, report);
        report.sections().forEach(this::addInputs);
    }

    private void addInputs(Section section) {
        Set<String> tables = inputs.computeIfAbsent(section.anchor(), first -> new TreeSet<>());
        section.facts().map(fact -> fact.origin().table()).forEach(tables::add);
    }

    List<RenderedSection> sections() {
        return List.copyOf(sections);
    }

    PrintedNumbers numbers() {
        return numbers;
    }

    /** The tables of which each section prints figures, as rows; the same in every language. */
    Stream<Object[]> inputs() {
        return inputs.entrySet().stream()
                .flatMap(section -> section.getValue().stream().map(table -> new Object[] {section.getKey(), table}));
    }
}

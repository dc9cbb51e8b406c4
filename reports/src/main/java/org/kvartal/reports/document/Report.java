package org.kvartal.reports.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;

/** A report in one language: the same for every format it is rendered to. */
public record Report(Text title, Locale locale, Cover cover, List<Section> sections) {

    public Report {
        sections = List.copyOf(sections);
        Set<String> anchors = new HashSet<>();
        for (Section section : sections) {
            if (!anchors.add(section.anchor())) {
                throw new IllegalArgumentException(
                        "Invalid report \"" + title + "\": two sections have the anchor " + section.anchor());
            }
        }
    }

    /** The same report with these sections in place of its own. */
    public Report with(List<Section> newSections) {
        return new Report(title, locale, cover, newSections);
    }

    /** Every number that is printed, in reading order. */
    public Stream<Fact> facts() {
        return sections.stream().flatMap(Section::facts);
    }
}

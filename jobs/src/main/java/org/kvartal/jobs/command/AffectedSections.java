package org.kvartal.jobs.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kvartal.reports.dictionary.PublishedDictionary;

/** The sections of the report that print figures of certain tables, however many tables lie between. */
final class AffectedSections {
    private final PublishedDictionary dictionary;

    AffectedSections(PublishedDictionary dictionary) {
        this.dictionary = dictionary;
    }

    SortedSet<String> of(Set<String> changed) {
        Set<String> affected = new HashSet<>(changed);
        List<String> tables = dictionary.tables();
        boolean grows = true;
        while (grows) {
            grows = tables.stream()
                            .filter(table -> dictionary.inputs(table).stream().anyMatch(affected::contains))
                            .filter(affected::add)
                            .count()
                    > 0;
        }
        SortedSet<String> sections = new TreeSet<>();
        affected.stream().filter(dictionary::has).forEach(table -> sections.addAll(dictionary.sections(table)));
        return sections;
    }
}

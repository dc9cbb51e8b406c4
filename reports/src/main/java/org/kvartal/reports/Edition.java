package org.kvartal.reports;

import java.util.List;
import org.kvartal.reports.section.Audience;

/**
 * One of the reports that a night writes from the same data.
 *
 * @param name kebab-case; empty for the report that every project has
 * @param sections names in reading order; empty for all that the audience may read
 */
public record Edition(String name, String title, Audience audience, List<String> sections) {

    public Edition {
        sections = List.copyOf(sections);
    }

    static Edition of(String title) {
        return new Edition("", title, Audience.TEAM, List.of());
    }
}

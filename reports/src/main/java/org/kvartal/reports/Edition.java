package org.kvartal.reports;

import java.util.List;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Audience;

/**
 * One of the reports that a night writes from the same data.
 *
 * @param name kebab-case; empty for the report that every project has
 * @param sections names in reading order; empty for all that the audience may read
 */
public record Edition(String name, Text title, Audience audience, List<String> sections) {

    public Edition {
        sections = List.copyOf(sections);
    }

    boolean isMain() {
        return name.isEmpty();
    }

    static Edition of(Text title) {
        return new Edition("", title, Audience.TEAM, List.of());
    }
}

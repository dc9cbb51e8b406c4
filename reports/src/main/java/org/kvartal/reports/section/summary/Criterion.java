package org.kvartal.reports.section.summary;

import java.util.List;
import org.kvartal.reports.fact.Text;

/**
 * A rule of page one as readers may know it.
 *
 * @param name kebab-case; decisions of the log name it when they answer it
 * @param subject what the rule looks at
 * @param threshold when it writes a sentence
 * @param reach whether it speaks of the whole company or of a part
 * @param evidence the published tables that it reads
 */
public record Criterion(String name, Text subject, Text threshold, Reach reach, List<String> evidence) {

    /** What a finding is about; whatever is about the whole stands first. */
    public enum Reach {
        WHOLE,
        PART
    }

    public Criterion {
        evidence = List.copyOf(evidence);
    }

    static Criterion ofWhole(String name, Text subject, Text threshold, String... evidence) {
        return new Criterion(name, subject, threshold, Reach.WHOLE, List.of(evidence));
    }

    static Criterion ofPart(String name, Text subject, Text threshold, String... evidence) {
        return new Criterion(name, subject, threshold, Reach.PART, List.of(evidence));
    }
}

package org.kvartal.jobs.command;

import java.util.Collection;
import java.util.TreeSet;
import org.kvartal.ingest.settings.NearestKey;

/** What to tell somebody who has named something that there is not. */
final class UnknownName {
    private UnknownName() {}

    /** The rest of a sentence: what was probably meant, and what there is. */
    static String advice(String name, Collection<String> known) {
        String nearest = NearestKey.of(name, known)
                .map(near -> "did you mean " + near + "? ")
                .orElse("");
        return "there is none; " + nearest + "There are " + String.join(", ", new TreeSet<>(known));
    }
}

package org.kvartal.ingest.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the rows of a file. The first twenty are told; nobody reads more. */
final class InputDefects {
    private static final int MOST_TOLD = 20;
    private static final int LONGEST_VALUE = 60;

    private final Path file;
    private final List<String> told = new ArrayList<>();

    InputDefects(Path file) {
        this.file = file;
    }

    /** @param rule what the value must be, as the rest of a sentence */
    void add(long line, String column, String value, String rule) {
        if (told.size() < MOST_TOLD) {
            String shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
            told.add("  line %d, %s: '%s' %s".formatted(line, column, shown, rule));
        }
    }

    void failWhenMany() {
        if (told.size() >= MOST_TOLD) {
            failWhenAny();
        }
    }

    void failWhenAny() {
        if (!told.isEmpty()) {
            String more = told.size() >= MOST_TOLD ? "\n  and perhaps more" : "";
            throw new InvalidInput(
                    "Invalid rows in " + file + "; correct or remove them:\n" + String.join("\n", told) + more);
        }
    }
}

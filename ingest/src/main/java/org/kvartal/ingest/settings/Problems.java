package org.kvartal.ingest.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong while a configuration is read, so that its author sees all of it at once. */
public final class Problems {
    private final Set<InvalidSetting> found = new LinkedHashSet<>();
    private final List<ConfigFile> files = new ArrayList<>();

    public void add(InvalidSetting problem) {
        found.add(problem);
    }

    /** From now on the keys of this file that nobody asks for are problems too. */
    void watch(ConfigFile file) {
        files.add(file);
    }

    /** Everything wrong so far, by file and line. Call it when all is read: a key not asked for by now is unknown. */
    public List<InvalidSetting> all() {
        files.forEach(file -> file.root().reportUnknownKeys());
        List<String> order = found.stream().map(InvalidSetting::file).distinct().toList();
        return found.stream()
                .sorted(Comparator.comparingInt((InvalidSetting problem) -> order.indexOf(problem.file()))
                        .thenComparingInt(InvalidSetting::line))
                .toList();
    }

    public void throwIfAny() {
        throwIfAny(all());
    }

    /** For whoever needs a part of a file: what he did not ask for is not his concern. */
    public void throwIfAnyInWhatWasRead() {
        throwIfAny(List.copyOf(found));
    }

    private static void throwIfAny(List<InvalidSetting> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
    }
}

package org.kvartal.ingest.settings;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used, with everything that is wrong in it. */
public final class InvalidSettings extends RuntimeException {
    private final transient List<InvalidSetting> problems;

    public InvalidSettings(List<InvalidSetting> problems) {
        super(problems.stream()
                .map(InvalidSetting::message)
                .collect(Collectors.joining("\n", "Invalid configuration:\n", "")));
        this.problems = List.copyOf(problems);
    }

    public List<InvalidSetting> problems() {
        return problems;
    }
}

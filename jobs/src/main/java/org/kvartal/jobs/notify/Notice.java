package org.kvartal.jobs.notify;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing to tell, in English.
 *
 * @param run as {@code 2026-03-31.1}; empty when no run began
 * @param step the step that failed; empty when none did
 * @param next the command that helps; empty when there is nothing to do
 */
public record Notice(String project, Event event, LocalDate asOf, String run, String step, String cause, String next) {

    public Notice {
        project = OneLine.of(project);
        run = OneLine.of(run);
        step = OneLine.of(step);
        cause = OneLine.of(cause);
        next = OneLine.of(next);
    }

    String subject() {
        return "[" + project + "] " + event.headline(asOf);
    }

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder(subject()).append("\n\n");
        fields().forEach((name, value) -> {
            if (!value.isEmpty() && !name.equals("event")) {
                text.append(String.format("%-8s %s%n", name.replace('_', ' '), value));
            }
        });
        return text.toString();
    }

    /** For machines. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", event.label());
        fields.put("project", project);
        fields.put("as_of", asOf.toString());
        fields.put("run", run);
        fields.put("step", step);
        fields.put("cause", cause);
        fields.put("next", next);
        return fields;
    }

    /**
     * Tells causes apart. Numbers do not count: the same failure may name another duration, port or row each time. That a
     * night is late has no second cause.
     */
    String kind() {
        return event == Event.LATE ? "" : step + " " + cause.replaceAll("[0-9]+", "#");
    }
}

package org.kvartal.jobs.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next run of a date would do.
 *
 * @param run it, with the steps that are done already
 * @param steps all steps of a night, in order
 */
public record RunPlan(RunState run, Beginning beginning, List<String> steps) {

    /** Where the run begins, and why there. */
    public enum Beginning {
        FIRST("new: the date was never run"),
        RESUMED("goes on: this run was left unfinished"),
        AGAIN("new: the run before it was finished"),
        OTHER_CONFIG("new: the run before it was left unfinished with another configuration"),
        ABANDONED("new: the run before it was left unfinished, and another date has been run since");

        private final String text;

        Beginning(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        static Beginning after(@Nullable RunState last, String config) {
            if (last == null) {
                return FIRST;
            }
            if (last.canResume(config)) {
                return RESUMED;
            }
            if (!last.isUnfinished()) {
                return AGAIN;
            }
            return last.config().equals(RunState.NO_CONFIG) ? ABANDONED : OTHER_CONFIG;
        }
    }

    public RunPlan {
        steps = List.copyOf(steps);
    }

    /** The steps that are still to be done. */
    public List<String> left() {
        return steps.stream().filter(step -> !isDone(step)).toList();
    }

    public boolean isDone(String step) {
        return run.steps().stream().anyMatch(done -> done.name().equals(step));
    }
}

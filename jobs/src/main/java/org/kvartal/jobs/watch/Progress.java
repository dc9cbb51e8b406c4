package org.kvartal.jobs.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How far a run has come: which of its steps are done, and how long the others usually take. */
public final class Progress {
    private static final int MINUTE = 60;
    private static final int ROUNDED_TO = 10;

    private final StepTimes times;
    private final List<String> left = new ArrayList<>();
    private int count;

    public Progress(StepTimes times) {
        this.times = times;
    }

    /** These steps are to be done. */
    public void planned(List<String> steps) {
        left.clear();
        left.addAll(steps);
        count = steps.size();
    }

    public void done(String step) {
        left.remove(step);
    }

    /** As {@code 9 of 29, about 40 s left}; without the time when a step has no history. */
    public String text() {
        String position = count - left.size() + " of " + count;
        OptionalDouble seconds = times.total(left);
        return seconds.isEmpty() || left.isEmpty() ? position : position + ", about " + rounded(seconds.getAsDouble());
    }

    private static String rounded(double seconds) {
        long minutes = Math.round(seconds / MINUTE);
        if (minutes >= 2) {
            return minutes + " min left";
        }
        return Math.max(1, Math.round(seconds / ROUNDED_TO)) * ROUNDED_TO + " s left";
    }
}

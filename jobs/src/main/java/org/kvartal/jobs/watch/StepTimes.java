package org.kvartal.jobs.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kvartal.jobs.run.FinishedStep;

/** How long each step usually takes: the median of the last runs that finished it. */
public final class StepTimes {
    private static final int RUNS = 20;

    private final Map<String, List<Double>> seconds = new HashMap<>();

    /** @param runs oldest first */
    public StepTimes(List<PastRun> runs) {
        for (PastRun run : runs) {
            for (FinishedStep step : run.steps()) {
                seconds.computeIfAbsent(step.name(), name -> new ArrayList<>()).add(step.seconds());
            }
        }
    }

    /** In seconds; none of a step that no run has finished. */
    public OptionalDouble median(String step) {
        List<Double> all = seconds.getOrDefault(step, List.of());
        if (all.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> last = all.subList(Math.max(0, all.size() - RUNS), all.size()).stream()
                .sorted(Comparator.naturalOrder())
                .toList();
        int middle = last.size() / 2;
        return OptionalDouble.of(
                last.size() % 2 == 1 ? last.get(middle) : (last.get(middle - 1) + last.get(middle)) / 2);
    }

    /** How many seconds these steps usually take together; none when one of them is new. */
    public OptionalDouble total(Collection<String> steps) {
        double total = 0;
        for (String step : steps) {
            OptionalDouble median = median(step);
            if (median.isEmpty()) {
                return OptionalDouble.empty();
            }
            total += median.getAsDouble();
        }
        return OptionalDouble.of(total);
    }
}

package org.kvartal.forecast.stage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a deal kept to the order of stages. Each entry of a stage is held against what was before it:
 * <pre>
 *   skipped     each required stage between the furthest place reached and the new one, once for a deal; when a deal is
 *               won, each required stage behind the furthest place reached too
 *   backward    the place of the new stage is before that of the stage just left
 *   re-entered  the deal had been in the new stage before
 *   undeclared  the stage has no place; the other kinds do not apply to it
 * </pre>
 * Going back to a stage where the deal had been counts as backward and as re-entered. A deal may be lost in any stage.
 */
public final class Conformance {
    private Conformance() {}

    /** Every violation of a deal that went this way, in order of time. */
    public static List<Violation> violations(StagePath path, StageModel model) {
        List<Violation> found = new ArrayList<>();
        Set<String> entered = new HashSet<>();
        int furthest = -1;
        int last = -1;
        for (String stage : path.stages()) {
            int place = model.position(stage);
            if (place < 0) {
                found.add(new Violation(Violation.Kind.UNDECLARED, stage));
                continue;
            }
            skipped(model, furthest, place, entered, found);
            if (place < last) {
                found.add(new Violation(Violation.Kind.BACKWARD, stage));
            }
            if (!entered.add(stage)) {
                found.add(new Violation(Violation.Kind.REENTERED, stage));
            }
            furthest = Math.max(furthest, place);
            last = place;
        }
        if (path.isWon() && !entered.isEmpty()) {
            skipped(model, furthest, model.stages().size(), entered, found);
        }
        return List.copyOf(found);
    }

    private static void skipped(StageModel model, int from, int to, Set<String> entered, List<Violation> found) {
        for (String stage : model.requiredBetween(from, to)) {
            if (!entered.contains(stage)) {
                found.add(new Violation(Violation.Kind.SKIPPED, stage));
            }
        }
    }

    /** The violations of many deals, counted: kind and stage with the number of times and of deals. */
    public static List<Counted> count(List<StagePath> paths, StageModel model) {
        Set<String> stages = new TreeSet<>(model.stages());
        paths.forEach(path -> stages.addAll(path.stages()));
        List<Counted> counted = new ArrayList<>();
        for (Violation.Kind kind : Violation.Kind.values()) {
            for (String stage : stages) {
                Counted one = count(new Violation(kind, stage), paths, model);
                if (one.times() > 0) {
                    counted.add(one);
                }
            }
        }
        return List.copyOf(counted);
    }

    private static Counted count(Violation violation, List<StagePath> paths, StageModel model) {
        long times = 0;
        long deals = 0;
        for (StagePath path : paths) {
            long found =
                    violations(path, model).stream().filter(violation::equals).count();
            times += found * path.count();
            deals += found > 0 ? path.count() : 0;
        }
        return new Counted(violation, times, deals);
    }

    /**
     * How often something happened.
     *
     * @param deals in which it happened at least once
     */
    public record Counted(Violation violation, long times, long deals) {}
}

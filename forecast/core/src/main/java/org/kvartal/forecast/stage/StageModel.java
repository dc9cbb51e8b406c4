package org.kvartal.forecast.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The order in which deals go through stages, and which stages they may pass by.
 *
 * @param stages open stages, first to last
 * @param skippable of them those that need not be entered
 */
public record StageModel(List<String> stages, Set<String> skippable) {
    private static final double RULE = 0.95;

    public StageModel {
        stages = List.copyOf(stages);
        skippable = Set.copyOf(skippable);
        if (Set.copyOf(stages).size() < stages.size()) {
            throw new IllegalArgumentException("Invalid stages: " + stages + " has one of them twice");
        }
        if (!stages.containsAll(skippable)) {
            throw new IllegalArgumentException("Invalid skippable stages: " + skippable + " must be among " + stages);
        }
    }

    /**
     * The order that deals themselves follow: a stage stands before those that most deals with both enter after it. A stage
     * is skippable when fewer than 95 % of the deals that came past it had entered it; such a step is no rule.
     */
    public static StageModel observed(List<StagePath> paths) {
        List<String> names = paths.stream()
                .flatMap(path -> path.stages().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> ordered = names.stream()
                .sorted(Comparator.comparingLong((String stage) -> -precedences(stage, names, paths))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> skippable = ordered.stream()
                .filter(stage -> isPassedBy(stage, ordered, paths))
                .toList();
        return new StageModel(ordered, Set.copyOf(skippable));
    }

    /** Stages that it comes before more often than after. */
    private static long precedences(String stage, List<String> names, List<StagePath> paths) {
        return names.stream()
                .filter(other -> !other.equals(stage) && lead(stage, other, paths) > 0)
                .count();
    }

    private static long lead(String stage, String other, List<StagePath> paths) {
        long lead = 0;
        for (StagePath path : paths) {
            int first = path.stages().indexOf(stage);
            int second = path.stages().indexOf(other);
            if (first >= 0 && second >= 0) {
                lead += first < second ? path.count() : -path.count();
            }
        }
        return lead;
    }

    private static boolean isPassedBy(String stage, List<String> ordered, List<StagePath> paths) {
        int position = ordered.indexOf(stage);
        long past = 0;
        long entered = 0;
        for (StagePath path : paths) {
            boolean later = path.isWon() || path.stages().stream().anyMatch(other -> ordered.indexOf(other) > position);
            if (later) {
                past += path.count();
                entered += path.stages().contains(stage) ? path.count() : 0;
            }
        }
        return entered < RULE * past;
    }

    /** Place in the order, from 0; -1 for a stage that is not in it. */
    public int position(String stage) {
        return stages.indexOf(stage);
    }

    /** Whether a move from one stage to another leads forward; so does a move to a stage that is not in the order. */
    public boolean isForward(String from, String to) {
        return position(to) < 0 || position(to) > position(from);
    }

    /** Stages between two places that a deal has to enter, both places left out. */
    List<String> requiredBetween(int from, int to) {
        List<String> required = new ArrayList<>();
        for (int place = from + 1; place < to; place++) {
            if (!skippable.contains(stages.get(place))) {
                required.add(stages.get(place));
            }
        }
        return required;
    }
}

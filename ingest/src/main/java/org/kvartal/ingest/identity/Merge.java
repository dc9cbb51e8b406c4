package org.kvartal.ingest.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is the same as whom, by decisions and declared rules.
 *
 * <p>Decisions always hold. A rule holds for all rows with one key, unless a source has two of them that are not decided
 * to be the same: a name that a source has twice does not say which of the two is meant. A group in which two rows are
 * decided to be different is not merged by any rule. All keys of all rules are seen before any holds, so neither their
 * order nor that of the rows decides who is merged.
 */
final class Merge {
    private static final String DECISION = "decision";

    /** What merged a row, and why. */
    record Ground(String rule, String evidence) {}

    /** Rows of more than one source that have a key in common. */
    private record Agreement(Ground ground, List<Row> rows) {
        List<String> ids() {
            return rows.stream().map(Row::id).toList();
        }
    }

    private final List<Row> rows;
    private final List<Decision> decisions;
    private final Links decided;
    private final Links merged;
    private final Set<String> conflicts = new HashSet<>();
    private final Map<String, Ground> grounds = new HashMap<>();
    private final Map<String, String> masters = new HashMap<>();

    /** @param rows in the order of precedence: the first one of a group stands for it */
    Merge(List<Row> rows, Collection<MatchRule> rules, List<Decision> decisions) {
        this.rows = List.copyOf(rows);
        this.decisions = List.copyOf(decisions);
        this.decided = Links.of(decisions);
        this.merged = Links.of(decisions);
        groundOnDecisions();
        apply(agreements(rules));
        rows.forEach(row -> masters.putIfAbsent(merged.group(row.id()), row.id()));
    }

    private void groundOnDecisions() {
        decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.SAME)
                .forEach(decision ->
                        decision.ids().forEach(id -> grounds.putIfAbsent(id, new Ground(DECISION, decision.place()))));
    }

    private List<Agreement> agreements(Collection<MatchRule> rules) {
        List<Agreement> agreements = new ArrayList<>();
        for (MatchRule rule : rules) {
            Map<String, List<Row>> byKey = new TreeMap<>();
            rows.forEach(row -> byKey.computeIfAbsent(rule.key(row), key -> new ArrayList<>())
                    .add(row));
            byKey.remove("");
            byKey.forEach((key, alike) -> {
                if (alike.stream().map(Row::source).distinct().count() > 1) {
                    agreements.add(new Agreement(new Ground(rule.label(), key), alike));
                }
            });
        }
        return agreements;
    }

    private void apply(List<Agreement> agreements) {
        Links wanted = Links.of(decisions);
        List<Agreement> clear = agreements.stream().filter(this::isClear).toList();
        clear.forEach(agreement -> wanted.join(agreement.ids()));
        Set<String> contradictory = contradictory(wanted);
        for (Agreement agreement : clear) {
            if (contradictory.contains(wanted.group(agreement.ids().get(0)))) {
                conflicts.addAll(agreement.ids());
            } else {
                merged.join(agreement.ids());
                agreement.ids().forEach(id -> grounds.putIfAbsent(id, agreement.ground()));
            }
        }
    }

    /** Whether each source has one row only, those decided the same counting as one. */
    private boolean isClear(Agreement agreement) {
        Map<String, String> ofSource = new HashMap<>();
        for (Row row : agreement.rows()) {
            String group = decided.group(row.id());
            if (!group.equals(ofSource.computeIfAbsent(row.source(), source -> group))) {
                conflicts.addAll(agreement.ids());
                return false;
            }
        }
        return true;
    }

    /** The groups in which two rows are decided to be different. */
    private Set<String> contradictory(Links wanted) {
        return decisions.stream()
                .filter(decision -> decision.verdict() == Verdict.DIFFERENT)
                .filter(decision -> wanted.joined(decision.leftId(), decision.rightId()))
                .map(decision -> wanted.group(decision.leftId()))
                .collect(Collectors.toSet());
    }

    /** The id of the row that stands for this one. */
    String master(String id) {
        return masters.getOrDefault(merged.group(id), id);
    }

    /** Why another row stands for this one; null when none does. */
    @Nullable
    Ground ground(Row row) {
        return isMerged(row) ? grounds.get(row.id()) : null;
    }

    boolean isMerged(Row row) {
        return !master(row.id()).equals(row.id());
    }

    /** How many rows a rule would have merged if nothing had contradicted it. */
    long conflicts() {
        return conflicts.size();
    }
}

package org.kvartal.ingest.identity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was found on one kind of rows, as the rows of {@link IdentityTables} in the order of their keys. */
record Findings(Kind kind, List<Row> rows, List<Decision> decisions, Merge merge, SuggestionSearch search) {
    Stream<Object[]> members() {
        return rows.stream().sorted(Comparator.comparing(Row::id)).map(row -> {
            Merge.@Nullable Ground ground = merge.ground(row);
            return new Object[] {
                kind.label(),
                row.id(),
                merge.master(row.id()),
                ground == null ? null : ground.rule(),
                ground == null ? null : ground.evidence()
            };
        });
    }

    Stream<Object[]> suggestions() {
        return search.found().stream()
                .sorted(Comparator.comparing(
                                (Suggestion suggestion) -> suggestion.left().id())
                        .thenComparing(suggestion -> suggestion.right().id()))
                .map(suggestion -> new Object[] {
                    kind.label(),
                    suggestion.left().id(),
                    suggestion.right().id(),
                    suggestion.left().name(),
                    suggestion.right().name(),
                    suggestion.score(),
                    suggestion.isOfOneSource(),
                    suggestion.reason()
                });
    }

    Stream<Object[]> decided() {
        Set<String> known = new HashSet<>();
        rows.forEach(row -> known.add(row.id()));
        return decisions.stream()
                .sorted(Comparator.comparing(Decision::leftId).thenComparing(Decision::rightId))
                .map(decision -> new Object[] {
                    kind.label(),
                    decision.leftId(),
                    decision.rightId(),
                    decision.verdict().label(),
                    decision.place(),
                    decision.ids().stream()
                            .filter(id -> !known.contains(id))
                            .findFirst()
                            .orElse(null)
                });
    }

    Stream<Object[]> counts() {
        return Stream.<Object[]>of(new Object[] {
            kind.label(),
            (long) rows.size(),
            rows.stream().filter(merge::isMerged).count(),
            merge.conflicts(),
            (long) search.found().size(),
            search.compared(),
            search.skippedBlocks(),
            (long) search.largestSkippedBlock()
        });
    }
}

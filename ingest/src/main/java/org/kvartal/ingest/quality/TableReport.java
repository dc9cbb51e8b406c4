package org.kvartal.ingest.quality;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What the load of one clean table counted. */
public final class TableReport {
    private record SourceStatus(String source, Status status) {}

    private record RuleColumn(String rule, String column) {}

    private final Map<SourceStatus, Long> rows = new HashMap<>();
    private final Map<String, Map<String, Long>> filtered = new HashMap<>();
    private final Map<String, Long> derived = new HashMap<>();
    private final Map<RuleColumn, Long> failures = new HashMap<>();
    private final Set<RuleColumn> ofReaders = new LinkedHashSet<>();
    private long unread;

    /** Counts one row. */
    public void add(MappedRow row, Judgement judgement) {
        String source = row.origin().source();
        rows.merge(new SourceStatus(source, judgement.status()), 1L, Long::sum);
        if (row.origin().derived()) {
            derived.merge(source, 1L, Long::sum);
        }
        @Nullable String filter = judgement.filter();
        if (filter != null) {
            filtered.computeIfAbsent(source, name -> new TreeMap<>()).merge(filter, 1L, Long::sum);
        }
        judgement
                .issues()
                .forEach(issue -> failures.merge(new RuleColumn(issue.rule(), issue.column()), 1L, Long::sum));
    }

    /** Counts a row that its source's reader could not even read. */
    public void addUnread(String rule, String column) {
        unread++;
        RuleColumn broken = new RuleColumn(rule, column);
        failures.merge(broken, 1L, Long::sum);
        ofReaders.add(broken);
    }

    /** Rows that could not be read. */
    long unreadRows() {
        return unread;
    }

    /** Hands over every rule and column for which rows could not be read. */
    void forEachOfReaders(BiConsumer<String, String> consumer) {
        ofReaders.forEach(broken -> consumer.accept(broken.rule(), broken.column()));
    }

    public long rows(String source, Status status) {
        return rows.getOrDefault(new SourceStatus(source, status), 0L);
    }

    /** Rows that the mapping of a source made beside those that were read. */
    long derivedRows(String source) {
        return derived.getOrDefault(source, 0L);
    }

    /** All rows of a source. */
    public long rows(String source) {
        return List.of(Status.values()).stream()
                .mapToLong(status -> rows(source, status))
                .sum();
    }

    /** Rows that the rules looked at: those of a status, over all sources. */
    long rows(Status status) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getKey().status() == status)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Rows that broke this rule on this column. */
    long failures(String rule, String column) {
        return failures.getOrDefault(new RuleColumn(rule, column), 0L);
    }

    /** Filtered rows of a source by the rule that left them out. */
    Map<String, Long> filtered(String source) {
        return filtered.getOrDefault(source, Map.of());
    }
}

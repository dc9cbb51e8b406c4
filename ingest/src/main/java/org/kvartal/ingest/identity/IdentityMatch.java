package org.kvartal.ingest.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.QualityTables;

/**
 * Says which accounts and products are the same one, in tables beside them: no row is rewritten, so a merge is gone with
 * the rule or decision that made it.
 */
public final class IdentityMatch {
    private final Lake lake;
    private final IdentitySettings settings;
    private final List<String> sources;

    /** @param sources by name, in the order of precedence */
    public IdentityMatch(Lake lake, IdentitySettings settings, List<String> sources) {
        this.lake = lake;
        this.settings = settings;
        this.sources = List.copyOf(sources);
    }

    /** Replaces the tables of {@link IdentityTables}. */
    public void run() {
        List<Findings> findings = Stream.of(Kind.values()).map(this::findings).toList();
        write(IdentityTables.MEMBERS, findings, Findings::members);
        write(IdentityTables.SUGGESTIONS, findings, Findings::suggestions);
        write(IdentityTables.DECISIONS, findings, Findings::decided);
        write(IdentityTables.COUNTS, findings, Findings::counts);
    }

    private void write(TableSpec table, List<Findings> findings, Function<Findings, Stream<Object[]>> rows) {
        lake.replace(table, findings.stream().flatMap(rows));
    }

    private Findings findings(Kind kind) {
        List<Row> rows = rows(kind);
        List<Decision> decisions = settings.decisionsOn(kind);
        Merge merge = new Merge(rows, settings.rulesOf(kind), decisions);
        return new Findings(kind, rows, decisions, merge, new SuggestionSearch(rows, merge, decisions));
    }

    /** In the order of precedence: the source that the configuration names first, then the least id. */
    private List<Row> rows(Kind kind) {
        String key = kind.table().key().get(0);
        List<Row> rows = new ArrayList<>();
        lake.scan(QualityTables.stored(kind.table()), List.of(key, "name", QualityTables.SOURCE.name()), row -> {
            String name = String.valueOf(row.getField("name"));
            rows.add(new Row(
                    String.valueOf(row.getField(key)),
                    String.valueOf(row.getField(QualityTables.SOURCE.name())),
                    name,
                    kind.words(name)));
        });
        rows.sort(
                Comparator.comparing((Row row) -> sources.indexOf(row.source())).thenComparing(Row::id));
        return rows;
    }
}

package org.kvartal.ingest.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.Preset;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.sql.SqlQuery;

/** The mappings of all sources over the raw tables that tonight's extraction has filled. */
public final class Mappings {
    private final List<SourceSettings> sources;
    private final List<Record> receipts;
    private final String projectCurrency;

    /**
     * @param receipts rows of {@code raw.extractions} of the night
     * @param projectCurrency ISO 4217 code
     */
    public Mappings(List<SourceSettings> sources, List<Record> receipts, String projectCurrency) {
        this.sources = List.copyOf(sources);
        this.receipts = List.copyOf(receipts);
        this.projectCurrency = projectCurrency;
    }

    /** The mappings that fill a clean table, one a source; a source that has no rows for it has none. */
    public List<Mapping> of(TableSpec table) {
        return sources.stream()
                .flatMap(source -> mapping(source, table).stream())
                .toList();
    }

    /** The names of the sources that fill a clean table. */
    public Set<String> sourcesOf(TableSpec table) {
        return of(table).stream().map(Mapping::source).collect(Collectors.toSet());
    }

    private Optional<Mapping> mapping(SourceSettings source, TableSpec table) {
        @Nullable SqlQuery query = source.preset().mappings().get(table.name());
        if (query == null) {
            return Optional.empty();
        }
        Set<String> extracted = extracted(source.name());
        if (!hasRows(source.preset(), table, query.relations(), extracted::contains)) {
            return Optional.empty();
        }
        Map<String, RawRows> raw = new HashMap<>();
        for (String name : query.relations()) {
            raw.put(name, rawRows(source, query, name, extracted));
        }
        Map<String, Object> currencies = Map.of(
                "project_currency",
                projectCurrency,
                "source_currency",
                source.currency().orElse(projectCurrency));
        return Optional.of(new Mapping(source.name(), table, query, raw, currencies));
    }

    private static boolean hasRows(
            Preset preset, TableSpec table, SortedSet<String> read, Predicate<String> isExtracted) {
        List<String> driving = preset.extracts().stream()
                .filter(extract -> extract.into().equals(table.name()))
                .map(Extract::name)
                .toList();
        return (driving.isEmpty() ? read : driving).stream().anyMatch(isExtracted);
    }

    private static RawRows rawRows(SourceSettings source, SqlQuery query, String name, Set<String> extracted) {
        Extract extract = source.preset().extracts().stream()
                .filter(declared -> declared.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Invalid mapping " + query.origin() + ": it reads "
                        + name + ", which is no extract of preset "
                        + source.preset().name()));
        return extracted.contains(name)
                ? new RawRows.Extracted(RawTables.qualifiedName(source.name(), name))
                : new RawRows.Absent(RawTables.of(source.name(), name, extract.declaredColumns())
                        .columns());
    }

    private Set<String> extracted(String source) {
        return receipts.stream()
                .filter(receipt -> source.equals(receipt.getField("source")))
                .map(receipt -> (String) receipt.getField("extract"))
                .collect(Collectors.toSet());
    }
}

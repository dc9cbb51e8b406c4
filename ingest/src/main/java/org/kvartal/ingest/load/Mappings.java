package org.kvartal.ingest.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.sql.SqlQuery;

/** The mappings of all sources over the raw tables that tonight's extraction has filled. */
public final class Mappings {
    private final List<SourceSettings> sources;
    private final List<Record> receipts;

    /** @param receipts rows of {@code raw.extractions} of the night */
    public Mappings(List<SourceSettings> sources, List<Record> receipts) {
        this.sources = List.copyOf(sources);
        this.receipts = List.copyOf(receipts);
    }

    /** The mappings that fill a clean table, one a source; a source without the extracts that its SQL reads has none. */
    public List<Mapping> of(TableSpec table) {
        return sources.stream()
                .flatMap(source -> mapping(source, table).stream())
                .toList();
    }

    private Optional<Mapping> mapping(SourceSettings source, TableSpec table) {
        @Nullable Path file = source.preset().mappings().get(table.name());
        if (file == null) {
            return Optional.empty();
        }
        SqlQuery query = SqlQuery.ofFile(file);
        Map<String, String> raw = rawTables(source.name());
        return raw.keySet().containsAll(query.relations())
                ? Optional.of(new Mapping(source.name(), table, query, raw))
                : Optional.empty();
    }

    private Map<String, String> rawTables(String source) {
        return receipts.stream()
                .filter(receipt -> source.equals(receipt.getField("source")))
                .map(receipt -> (String) receipt.getField("extract"))
                .collect(Collectors.toMap(Function.identity(), extract -> RawTables.qualifiedName(source, extract)));
    }
}

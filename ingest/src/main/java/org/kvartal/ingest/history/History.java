package org.kvartal.ingest.history;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

/** Keeps the versions of all clean tables whose rows change, and the changes of sources that keep none. */
public final class History {
    private final Lake lake;
    private final AsOf asOf;
    private final @Nullable LocalDate previous;
    private final Function<TableSpec, Set<String>> sourcesOf;

    /** @param sourcesOf the names of the sources that fill a clean table */
    public History(Night night, Function<TableSpec, Set<String>> sourcesOf) {
        this.lake = night.lake();
        this.asOf = night.asOf();
        this.previous = night.previous().orElse(null);
        this.sourcesOf = sourcesOf;
    }

    /** Brings everything up to tonight. Can be repeated. */
    public void record() {
        for (TableSpec clean : HistoryTables.KEPT) {
            Optional<TableSpec> changes = CrmTables.changesOf(clean);
            Set<String> audited = changes.map(sourcesOf).orElse(Set.of());
            new RowHistory(lake, asOf, previous, clean, audited).record();
            boolean allAudited = audited.containsAll(sourcesOf.apply(clean));
            changes.filter(table -> !allAudited)
                    .ifPresent(table -> new DerivedChanges(lake, asOf.zone(), clean, table).write(audited));
        }
    }
}

package org.kvartal.ingest.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.PublishedLake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.Preset;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.ingest.sql.SqlQuery;

/**
 * Brings the raw tables of one source to the state that it had on the date of a night before the newest one: by what the
 * first night after it found and the last one before it had. The source itself is not read. Can be repeated.
 */
public final class PastExtraction {
    private final Lake lake;
    private final PublishedLake later;
    private final AsOf asOf;
    private final SourceSettings source;

    /** @param later the first night published after this one */
    public PastExtraction(Lake lake, PublishedLake later, AsOf asOf, SourceSettings source) {
        this.lake = lake;
        this.later = later;
        this.asOf = asOf;
        this.source = source;
    }

    /** Fills the raw tables, and stores the receipts, what could not be read and what was not taken. */
    public void run() {
        try (LakeWriter receipts = lake.replacing(QualityTables.EXTRACTIONS, ofTonight("night"))) {
            for (Record found : later.rows(QualityTables.EXTRACTIONS, ofLater("night"))) {
                Optional<Extract> extract = source.preset().extracts().stream()
                        .filter(known -> known.name().equals(found.getField("extract")))
                        .findFirst();
                extract.ifPresent(known ->
                        receipts.write(receipt(known, Receipt.of(found)).row(asOf.date(), source.name(), known)));
            }
            receipts.commit();
        }
        copy(RawTables.REJECTIONS, ofLater(RawTables.NIGHT_OF), ofTonight(RawTables.NIGHT_OF));
        Map<String, Object> notices = Map.of("kind", QualityTables.FILE_KIND, "source", source.name());
        copy(QualityTables.FLAGS, notices, notices);
    }

    private Map<String, Object> ofTonight(String night) {
        return Map.of(night, asOf.date(), "source", source.name());
    }

    private Map<String, Object> ofLater(String night) {
        return Map.of(night, later.asOf().toString(), "source", source.name());
    }

    private Receipt receipt(Extract extract, Receipt found) {
        List<Column> stored = later.columns(RawTables.of(source.name(), extract.name(), List.of()));
        TableSpec raw = RawTables.of(source.name(), extract.name(), RawTables.extracted(stored));
        StoredRows before = StoredRows.of(lake, raw);
        PastRows.Changes changes = tellsThePast(extract) ? PastRows.Changes.TAKEN_BACK : PastRows.Changes.LAST_ONE;
        PastRows rows = new PastRows(asOf, raw, before, changes, extract.changed());
        try (LakeWriter writer = lake.replacing(raw)) {
            later.scan(raw, raw.columnNames(), Expressions.alwaysTrue(), row -> rows.found(row, writer::write));
            lake.scan(raw, raw.columnNames(), row -> rows.had(row, writer::write));
            writer.commit();
        }
        return rows.receipt(found);
    }

    /** Whether the mapping, or an audit that the source keeps, takes back what was changed after the date. */
    private boolean tellsThePast(Extract extract) {
        Preset preset = source.preset();
        @Nullable SqlQuery query = preset.mappings().get(extract.into());
        boolean isDated = query != null && query.parameters().stream().anyMatch(Mapping.DATES::contains);
        return isDated
                || CrmTables.named(extract.into())
                        .flatMap(CrmTables::changesOf)
                        .filter(changes -> preset.mappings().containsKey(changes.name()))
                        .isPresent();
    }

    private void copy(TableSpec table, Map<String, Object> from, Map<String, Object> to) {
        try (LakeWriter writer = lake.replacing(table, to)) {
            for (Record row : later.rows(table, from)) {
                writer.write(table.columnNames().stream()
                        .map(column -> to.getOrDefault(column, row.getField(column)))
                        .toArray());
            }
            writer.commit();
        }
    }
}

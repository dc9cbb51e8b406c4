package org.kvartal.ingest.load;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeUpsert;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.quality.Severity;
import org.kvartal.ingest.source.ChangePolicy;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.IncrementalSource;
import org.kvartal.ingest.source.RawTable;
import org.kvartal.ingest.source.Source;
import org.kvartal.ingest.source.SourceNotice;
import org.kvartal.ingest.source.SourceProblem;
import org.kvartal.ingest.source.UnreadableSource;

/**
 * Brings the raw tables of one source to the state that the source has tonight: by what has changed where it tells that,
 * else by reading everything. In bounded memory but for some 40 bytes a row; can be repeated.
 */
public final class Extraction {
    /** Fewer rows may always be gone: a share of a short table says nothing. */
    private static final long FEW_ROWS = 10;

    private final Lake lake;
    private final AsOf asOf;
    private final String source;
    private final ChangePolicy policy;

    public Extraction(Lake lake, AsOf asOf, String source, ChangePolicy policy) {
        this.lake = lake;
        this.asOf = asOf;
        this.source = source;
        this.policy = policy;
    }

    /** Reads every extract, and stores the receipts; the number of extracts. */
    public long run(Source opened) {
        Map<String, Object> rejected = Map.of(RawTables.NIGHT_OF, asOf.date(), "source", source);
        Map<String, Object> received = Map.of("night", asOf.date(), "source", source);
        try (LakeWriter rejections = lake.replacing(RawTables.REJECTIONS, rejected);
                LakeWriter receipts = lake.replacing(QualityTables.EXTRACTIONS, received)) {
            RejectedRows rejectedRows = new RejectedRows(source, asOf, rejections);
            for (Extract extract : opened.extracts()) {
                receipts.write(read(opened, extract, rejectedRows).row(asOf.date(), source, extract));
            }
            rejections.commit();
            receipts.commit();
            flag(opened.notices());
            return receipts.rowCount();
        }
    }

    private void flag(List<SourceNotice> notices) {
        Map<String, Object> replaced = Map.of("kind", QualityTables.FILE_KIND, "source", source);
        try (LakeWriter flags = lake.replacing(QualityTables.FLAGS, replaced)) {
            for (SourceNotice notice : notices) {
                flags.write(new Object[] {
                    notice.table(),
                    QualityTables.FILE_KIND,
                    notice.rule(),
                    Severity.WARNING.label(),
                    notice.file(),
                    notice.column(),
                    null,
                    notice.reason(),
                    source,
                    notice.file(),
                    null
                });
            }
            flags.commit();
        }
    }

    private Receipt read(Source opened, Extract extract, RejectedRows rejected) {
        RawTable table = opened.describe(extract);
        TableSpec raw = RawTables.of(source, extract.name(), table.columns());
        StoredRows before = StoredRows.of(lake, raw);
        Optional<Receipt> increment = opened instanceof IncrementalSource incremental
                ? increment(incremental, extract, table, raw, before)
                : Optional.empty();
        return increment.orElseGet(() -> readAll(opened, extract, table, raw, before, rejected));
    }

    private Optional<Receipt> increment(
            IncrementalSource opened, Extract extract, RawTable table, TableSpec raw, StoredRows before) {
        Optional<Receipt> last = last(extract)
                .filter(receipt -> receipt.rejected() == 0 && receipt.increments() < policy.fullEvery())
                .filter(receipt -> receipt.knownUntil().isPresent() && receipt.content() == before.content());
        if (last.isEmpty() || !before.areTold() || !lake.hasShape(raw) || !opened.tellsChanges(extract)) {
            return Optional.empty();
        }
        try (LakeUpsert upsert = lake.upserting(raw, RawTables.KEY_PRINT)) {
            Increment increment = new Increment(extract, table, asOf, before, upsert);
            Optional<Receipt> receipt =
                    increment.read(opened, last.get(), last.get().knownUntil().orElseThrow(), policy.lagDays());
            receipt.ifPresent(read -> {
                requireFewGone(extract, read, before);
                upsert.commit();
            });
            return receipt;
        }
    }

    private Receipt readAll(
            Source opened, Extract extract, RawTable table, TableSpec raw, StoredRows before, RejectedRows rejected) {
        if (!lake.hasShape(raw)) {
            lake.reshape(raw);
        }
        try (LakeWriter writer = lake.replacing(raw)) {
            FullReading reading = new FullReading(extract, table, asOf, before, writer, rejected);
            opened.read(extract, reading);
            Receipt receipt = reading.receipt();
            requireFewGone(extract, receipt, before);
            writer.commit();
            requireStored(extract, raw, receipt);
            return receipt;
        }
    }

    private void requireStored(Extract extract, TableSpec raw, Receipt receipt) {
        long held = lake.rowCount(raw);
        if (held != receipt.stored()) {
            throw new IllegalStateException("Cannot store " + extract.name() + " of source " + source + ": of "
                    + receipt.stored() + " rows the lake holds " + held);
        }
    }

    private void requireFewGone(Extract extract, Receipt receipt, StoredRows before) {
        double goneAtMost = extract.goneAtMost().orElse(policy.goneAtMost());
        if (receipt.gone() > Math.max(FEW_ROWS, goneAtMost * before.count())) {
            throw new UnreadableSource(new SourceProblem(
                    source,
                    extract.name(),
                    receipt.gone() + " of its " + before.count() + " rows are gone since the night before; if that is"
                            + " right, raise sources." + source + ".gone-at-most from " + goneAtMost));
        }
    }

    /** The receipt of the newest night. */
    private Optional<Receipt> last(Extract extract) {
        return lake
                .rows(
                        QualityTables.EXTRACTIONS,
                        Expressions.and(
                                Expressions.equal("source", source), Expressions.equal("extract", extract.name())))
                .stream()
                .max(Comparator.comparing((Record row) -> row.getField("night").toString()))
                .map(Receipt::of);
    }
}

package org.kvartal.ingest.load;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.ExtractFrom;
import org.kvartal.ingest.source.Rejection;
import org.kvartal.ingest.source.RowSink;
import org.kvartal.ingest.source.Source;

/** Copies the rows of one source into raw tables, in bounded memory, and counts them. Can be repeated. */
public final class Extraction {
    private final Lake lake;
    private final AsOf asOf;
    private final String source;

    public Extraction(Lake lake, AsOf asOf, String source) {
        this.lake = lake;
        this.asOf = asOf;
        this.source = source;
    }

    /** Replaces tonight's rows of every raw table of the source, and the receipts for them; the number of tables. */
    public long run(Source opened) {
        Map<String, Object> tonight = Map.of(RawTables.NIGHT_OF, asOf.date(), "source", source);
        try (LakeWriter rejections = lake.replacing(RawTables.REJECTIONS, tonight);
                LakeWriter receipts = lake.replacing(RawTables.EXTRACTIONS, tonight)) {
            for (Extract extract : opened.extracts()) {
                receipts.write(receipt(opened, extract, rejections));
            }
            rejections.commit();
            receipts.commit();
            return receipts.rowCount();
        }
    }

    private Object[] receipt(Source opened, Extract extract, LakeWriter rejections) {
        TableSpec raw =
                RawTables.of(source, extract.name(), opened.describe(extract).columns());
        try (LakeWriter writer = lake.replacing(raw, Map.of(RawTables.NIGHT_OF, asOf.date()))) {
            Rows rows = new Rows(extract, writer, rejections);
            opened.read(extract, rows);
            writer.commit();
            return rows.receipt();
        }
    }

    private final class Rows implements RowSink {
        private final Extract extract;
        private final LakeWriter writer;
        private final LakeWriter rejections;
        private long rejectedRows;

        Rows(Extract extract, LakeWriter writer, LakeWriter rejections) {
            this.extract = extract;
            this.writer = writer;
            this.rejections = rejections;
        }

        @Override
        public void row(@Nullable Object[] values, String file, long line) {
            @Nullable Object[] row = Arrays.copyOf(values, values.length + 3);
            row[values.length] = file;
            row[values.length + 1] = extract.from() instanceof ExtractFrom.FromFile ? line : null;
            row[values.length + 2] = asOf.date();
            writer.write(row);
        }

        @Override
        public void rejected(Rejection rejection) {
            rejectedRows++;
            rejections.write(new Object[] {
                asOf.date(),
                source,
                extract.name(),
                extract.into(),
                rejection.file(),
                rejection.line(),
                rejection.column(),
                rejection.value(),
                rejection.rule(),
                (rejection.column() + " " + rejection.reason()).strip(),
                rejection.rowText()
            });
        }

        Object[] receipt() {
            return new Object[] {
                asOf.date(),
                source,
                extract.name(),
                extract.into(),
                writer.rowCount() + rejectedRows,
                writer.rowCount(),
                rejectedRows
            };
        }
    }
}

package org.kvartal.ingest.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** Copies the rows of sources into raw tables, in bounded memory, and counts them. */
public final class Extraction {
    private final Lake lake;
    private final AsOf asOf;
    private final LakeWriter rejections;
    private final List<Object[]> receipts = new ArrayList<>();

    /** @param rejections takes the rows that could not be read; the caller commits it */
    public Extraction(Lake lake, AsOf asOf, LakeWriter rejections) {
        this.lake = lake;
        this.asOf = asOf;
        this.rejections = rejections;
    }

    /** Replaces tonight's rows of every raw table of a source. */
    public void run(String name, Source source) {
        for (Extract extract : source.extracts()) {
            TableSpec raw =
                    RawTables.of(name, extract.name(), source.describe(extract).columns());
            try (LakeWriter writer = lake.replacing(raw, Map.of(RawTables.NIGHT_OF, asOf.date()))) {
                Rows rows = new Rows(name, extract, writer);
                source.read(extract, rows);
                writer.commit();
                receipts.add(rows.receipt());
            }
        }
    }

    /** One row of {@link RawTables#EXTRACTIONS} for each raw table so far. */
    public List<Object[]> receipts() {
        return List.copyOf(receipts);
    }

    private final class Rows implements RowSink {
        private final String source;
        private final Extract extract;
        private final LakeWriter writer;
        private long rejectedRows;
        private long rejectedLine = -1;

        Rows(String source, Extract extract, LakeWriter writer) {
            this.source = source;
            this.extract = extract;
            this.writer = writer;
        }

        @Override
        public void row(@Nullable Object[] values, long line) {
            @Nullable Object[] row = Arrays.copyOf(values, values.length + 3);
            row[values.length] = extract.from().label();
            row[values.length + 1] = extract.from() instanceof ExtractFrom.FromFile ? line : null;
            row[values.length + 2] = asOf.date();
            writer.write(row);
        }

        @Override
        public void rejected(Rejection rejection) {
            // A row with two values at fault comes twice, one after the other, and is one row.
            if (rejection.line() != rejectedLine) {
                rejectedRows++;
                rejectedLine = rejection.line();
            }
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

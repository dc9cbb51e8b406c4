package org.kvartal.ingest.load;

import java.util.HashMap;
import java.util.Map;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.source.Extract;
import org.kvartal.ingest.source.Rejection;

/** Takes the rows of a source that cannot be read; the caller commits them. */
final class RejectedRows {
    private final String source;
    private final AsOf asOf;
    private final LakeWriter writer;
    private final Map<String, Long> counts = new HashMap<>();

    RejectedRows(String source, AsOf asOf, LakeWriter writer) {
        this.source = source;
        this.asOf = asOf;
        this.writer = writer;
    }

    void add(Extract extract, Rejection rejection) {
        counts.merge(extract.name(), 1L, Long::sum);
        writer.write(new Object[] {
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

    long count(Extract extract) {
        return counts.getOrDefault(extract.name(), 0L);
    }
}

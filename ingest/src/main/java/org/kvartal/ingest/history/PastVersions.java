package org.kvartal.ingest.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.PublishedLake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.QualityTables;

/**
 * Takes back, on a night before the newest one, what an audit says was changed after its date: the versions that the next
 * published night has made of the audit are known to the day. In memory: the rows altered between the two dates.
 */
public final class PastVersions {
    private final Lake lake;
    private final PublishedLake later;
    private final LocalDate date;

    /** @param later the first night published after the date */
    public PastVersions(Lake lake, PublishedLake later, LocalDate date) {
        this.lake = lake;
        this.later = later;
        this.date = date;
    }

    /** @param audited the sources that keep the changes of the table themselves */
    public void takeBack(TableSpec clean, Set<String> audited) {
        Map<String, Record> then = endedLater(clean, audited);
        if (then.isEmpty()) {
            return;
        }
        TableSpec stored = QualityTables.stored(clean);
        try (LakeWriter writer = lake.replacing(stored)) {
            lake.scan(stored, stored.columnNames(), row -> {
                @Nullable Record version = then.get(clean.keyText(row::getField));
                writer.write(stored.columnNames().stream()
                        .map(column -> version != null && clean.columnNames().contains(column)
                                ? version.getField(column)
                                : row.getField(column))
                        .toArray());
            });
            writer.commit();
        }
    }

    /** The versions of the date that ended before the later night, by the key of the row. */
    private Map<String, Record> endedLater(TableSpec clean, Set<String> audited) {
        String day = date.toString();
        Expression ofTheDate = Expressions.and(
                Expressions.lessThanOrEqual(HistoryTables.VALID_FROM, day),
                Expressions.greaterThan(HistoryTables.VALID_TO, day));
        TableSpec history = HistoryTables.of(clean);
        Map<String, Record> versions = new HashMap<>();
        List<String> columns = history.columnNames();
        later.scan(history, columns, ofTheDate, version -> {
            String id = (String) version.getField(clean.key().get(0));
            if (audited.contains(RowHistory.source(id))) {
                versions.put(clean.keyText(version::getField), version.copy());
            }
        });
        return versions;
    }
}

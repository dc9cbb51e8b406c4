package org.kvartal.ingest.load;

import java.util.StringJoiner;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.MappedRow;

/** A row as one line of text, {@code column=value} for each column that has one. */
final class RowText {
    private RowText() {}

    static String of(TableSpec table, MappedRow row) {
        StringJoiner text = new StringJoiner(", ");
        for (int i = 0; i < table.columns().size(); i++) {
            String value = row.text(i);
            if (value != null) {
                text.add(table.columns().get(i).name() + "=" + value);
            }
        }
        return text.toString();
    }
}

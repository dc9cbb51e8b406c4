package org.kvartal.ingest.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.source.ExtractFrom.FromFile;
import org.kvartal.ingest.sql.SqlQuery;

/** Files that are laid out as the clean tables are: {@code accounts.csv} has the columns of {@code accounts}. */
final class CanonicalFiles {
    private CanonicalFiles() {}

    /** The file of a table; it may be absent, and so may its columns that need no value. */
    static Extract extract(TableSpec table) {
        Map<String, ColumnType> required = new LinkedHashMap<>();
        Map<String, ColumnType> mayHave = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            (column.required() ? required : mayHave).put(column.name(), column.type());
        }
        return new Extract(
                table.name(),
                new FromFile(List.of(table.name() + ".csv", table.name() + ".xlsx", table.name() + ".parquet")),
                table.name(),
                List.of(),
                new DeclaredColumns(required, mayHave, Map.of(), OtherColumns.MISTAKEN),
                Optional.empty(),
                Optional.empty(),
                Presence.OPTIONAL);
    }

    /** Each column as it is, but for what is mended by name. */
    static SqlQuery mapping(TableSpec table) {
        return new SqlQuery("the contract of " + table.name(), new CanonicalSql(table).text());
    }
}

package org.kvartal.ingest.source;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The tables and views of a database, by name: only what it has can get into a statement, and only quoted. */
final class JdbcTables {
    private static final Set<String> TYPES =
            Set.of("TABLE", "BASE TABLE", "VIEW", "MATERIALIZED VIEW", "PARTITIONED TABLE", "FOREIGN TABLE");

    private final List<Table> tables;
    private final String ownSchema;
    private final String quote;

    private record Table(String schema, String name) {}

    private JdbcTables(List<Table> tables, String ownSchema, String quote) {
        this.tables = tables;
        this.ownSchema = ownSchema;
        this.quote = quote;
    }

    static JdbcTables of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        List<Table> tables = new ArrayList<>();
        try (ResultSet rows = metaData.getTables(connection.getCatalog(), null, "%", null)) {
            while (rows.next()) {
                if (TYPES.contains(String.valueOf(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT))) {
                    String schema = Objects.requireNonNullElse(rows.getString("TABLE_SCHEM"), "");
                    tables.add(new Table(schema, rows.getString("TABLE_NAME")));
                }
            }
        }
        String ownSchema = Objects.requireNonNullElse(connection.getSchema(), "");
        return new JdbcTables(tables, ownSchema, metaData.getIdentifierQuoteString());
    }

    /** The table of this name, quoted; the case of letters matters only where two names differ in nothing else. */
    Optional<String> quoted(String name) {
        int dot = name.indexOf('.');
        String schema = dot < 0 ? ownSchema : name.substring(0, dot);
        String table = name.substring(dot + 1);
        return only(found -> found.schema.equals(schema) && found.name.equals(table))
                .or(() -> only(found -> found.schema.equalsIgnoreCase(schema) && found.name.equalsIgnoreCase(table)))
                .map(found -> found.schema.isEmpty()
                        ? quotedName(found.name)
                        : quotedName(found.schema) + "." + quotedName(found.name));
    }

    private Optional<Table> only(Predicate<Table> condition) {
        List<Table> found = tables.stream().filter(condition).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    String quotedName(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}

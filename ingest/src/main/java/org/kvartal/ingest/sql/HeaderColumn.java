package org.kvartal.ingest.sql;

import java.util.Optional;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.ColumnType;
import org.kvartal.ingest.lake.Sensitivity;
import org.kvartal.ingest.lake.TableSpec;

/**
 * A column as the header of a SQL model declares it; its type is known once the SQL has a result.
 *
 * @param unit what stands in brackets: the unit of a number, the clean table that an id names; empty without brackets
 */
record HeaderColumn(String name, String unit, String description) {

    /** Ids say which table they name: a person must be recognised as one before anything is published. */
    boolean isId() {
        return name.endsWith("_id") || name.contains("_id_");
    }

    Optional<TableSpec> namedTable() {
        return CrmTables.named(unit);
    }

    Column ofType(ColumnType type) {
        if (!isId()) {
            return Column.of(name, type, description).in(unit);
        }
        Column id = Column.reference(name, unit, description);
        return namesPerson() ? id.ofPerson() : id;
    }

    private boolean namesPerson() {
        return namedTable()
                .map(table -> table.column(table.key().get(0)).sensitivity() == Sensitivity.PERSON)
                .orElse(false);
    }
}

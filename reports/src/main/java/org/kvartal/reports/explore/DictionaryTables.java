package org.kvartal.reports.explore;

import org.kvartal.reports.dictionary.PublishedDictionary;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The data dictionary of a release as tables. */
record DictionaryTables(PublishedDictionary dictionary) {

    Table tables() {
        StringColumn name = StringColumn.create("table");
        StringColumn grain = StringColumn.create("one row per");
        LongColumn rows = LongColumn.create("rows");
        StringColumn meaning = StringColumn.create("meaning");
        for (String table : dictionary.tables()) {
            name.append(table);
            grain.append(String.join(", ", dictionary.grain(table)));
            rows.append(dictionary.rowCount(table));
            meaning.append(dictionary.description(table));
        }
        return Table.create("tables", name, grain, rows, meaning).sortAscendingOn("table");
    }

    /** @param name of a table of the release */
    Table columns(String name) {
        StringColumn column = StringColumn.create("column");
        StringColumn type = StringColumn.create("type");
        StringColumn unit = StringColumn.create("unit");
        StringColumn meaning = StringColumn.create("meaning");
        dictionary.described(name).forEach(one -> {
            column.append(one.name());
            type.append(one.type());
            unit.append(one.unit());
            meaning.append(one.description());
        });
        return Table.create(name, column, type, unit, meaning);
    }
}

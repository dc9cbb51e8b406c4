package org.kvartal.reports.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.FiscalDays;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.gate.GateTables;
import org.kvartal.ingest.identity.IdentityTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.sql.SqlModel;
import org.kvartal.reports.mart.Marts;

/** What a release contains, in the order of the data dictionary. */
public final class PublishedTables {
    private PublishedTables() {}

    /** @param marts the declarations of the marts as they were built */
    public static List<TableSpec> all(List<TableSpec> marts) {
        List<TableSpec> tables = new ArrayList<>(marts);
        tables.addAll(ForecastTables.ALL);
        CrmTables.ALL.stream().map(QualityTables::stored).forEach(tables::add);
        tables.addAll(HistoryTables.ALL);
        tables.addAll(IdentityTables.ALL);
        tables.addAll(QualityTables.ALL);
        tables.addAll(GateTables.ALL);
        CrmTables.ALL.stream().map(QualityTables::quarantineOf).forEach(tables::add);
        return tables;
    }

    /** The names of all, marts first. */
    public static List<String> names() {
        Stream<String> marts = Stream.concat(
                Stream.of(FiscalDays.TABLE.qualifiedName()),
                Marts.all().stream().map(SqlModel::qualifiedName));
        return Stream.concat(marts, all(List.of()).stream().map(TableSpec::qualifiedName))
                .toList();
    }

    /** Whether this is a published table or the namespace of some. */
    public static boolean isName(String name) {
        return names().stream().anyMatch(table -> table.equals(name) || table.startsWith(name + "."));
    }
}

package org.kvartal.reports.publish;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.identity.IdentityTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.quality.QualityTables;

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
        CrmTables.ALL.stream().map(QualityTables::quarantineOf).forEach(tables::add);
        return tables;
    }
}

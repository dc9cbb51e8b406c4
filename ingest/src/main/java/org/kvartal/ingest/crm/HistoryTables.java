package org.kvartal.ingest.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

/** The tables of versions, one for each clean table whose rows change. */
public final class HistoryTables {
    /** First day on whose end the row was so. */
    public static final String VALID_FROM = "valid_from";

    /** First day on whose end it was no longer so. */
    public static final String VALID_TO = "valid_to";

    /** The clean tables whose versions are kept. */
    public static final List<TableSpec> KEPT = List.of(
            CrmTables.USERS,
            CrmTables.ACCOUNTS,
            CrmTables.PRODUCTS,
            CrmTables.LEADS,
            CrmTables.OPPORTUNITIES,
            CrmTables.QUOTES,
            CrmTables.ORDERS,
            CrmTables.REQUESTS,
            CrmTables.QUOTAS,
            CrmTables.PLANS);

    /** All tables of versions. */
    public static final List<TableSpec> ALL =
            KEPT.stream().map(HistoryTables::of).toList();

    private HistoryTables() {}

    /** The versions of a clean table. As of a day: {@code valid_from <= day and (valid_to is null or day < valid_to)}. */
    public static TableSpec of(TableSpec clean) {
        List<Column> columns = new ArrayList<>(clean.columns());
        columns.add(Column.date(VALID_FROM, "First day on whose end the row was so."));
        columns.add(Column.date(VALID_TO, "First day on whose end it was no longer so; empty while it is."));
        return new TableSpec(
                "history",
                clean.name(),
                "A version of a row of " + clean.qualifiedName() + ".",
                Stream.concat(clean.key().stream(), Stream.of(VALID_FROM)).toList(),
                columns);
    }
}

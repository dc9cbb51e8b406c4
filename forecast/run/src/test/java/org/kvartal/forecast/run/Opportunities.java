package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/** Rows of {@code crm.opportunities} for tests; instants are noon in UTC. */
final class Opportunities {
    private final List<Object[]> rows = new ArrayList<>();

    Opportunities won(String product, String closedOn, @Nullable String amount) {
        return add(product, "won", LocalDate.parse(closedOn).minusDays(30).toString(), closedOn, amount);
    }

    Opportunities lost(String product, String closedOn) {
        return add(product, "lost", LocalDate.parse(closedOn).minusDays(30).toString(), closedOn, null);
    }

    Opportunities open(String product, @Nullable String createdOn, @Nullable String amount) {
        return add(product, "open", createdOn, null, amount);
    }

    Opportunities add(
            String product,
            String outcome,
            @Nullable String createdOn,
            @Nullable String closedOn,
            @Nullable String amount) {
        Object[] row = new Object[CrmTables.OPPORTUNITIES.columns().size()];
        put(row, "opportunity_id", "crm:" + (rows.size() + 1));
        put(row, "product_id", product);
        put(row, "stage", outcome);
        put(row, "outcome", outcome);
        put(row, "created_at", instant(createdOn));
        put(row, "closed_at", instant(closedOn));
        put(row, "amount", amount == null ? null : new BigDecimal(amount));
        rows.add(row);
        return this;
    }

    private static void put(Object[] row, String column, @Nullable Object value) {
        row[CrmTables.OPPORTUNITIES.columnNames().indexOf(column)] = value;
    }

    private static @Nullable OffsetDateTime instant(@Nullable String day) {
        return day == null ? null : OffsetDateTime.of(LocalDate.parse(day), LocalTime.NOON, ZoneOffset.UTC);
    }

    void storeIn(Lake lake) {
        lake.replace(CrmTables.OPPORTUNITIES, rows.stream());
    }
}

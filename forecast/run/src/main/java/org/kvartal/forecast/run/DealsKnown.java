package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.pipeline.Deal;
import org.kvartal.forecast.pipeline.DealHistory;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

/** Reads the opportunities of the lake as the deals of the pipeline methods. */
final class DealsKnown {
    private DealsKnown() {}

    static DealHistory read(Lake lake, AsOf asOf) {
        List<Deal> deals = lake.rows(CrmTables.OPPORTUNITIES).stream()
                .map(row -> deal(row, asOf.zone()))
                .toList();
        return DealHistory.knownAt(asOf.date(), deals);
    }

    private static Deal deal(Record row, ZoneId zone) {
        String id = (String) row.getField("opportunity_id");
        LocalDate closedOn = day(row.getField("closed_at"), zone);
        Deal deal = switch ((String) row.getField("outcome")) {
            case "won" -> Deal.won(id, closedOn);
            case "lost" -> Deal.lost(id, closedOn);
            default -> Deal.open(id);
        };
        deal = deal.group(text(row.getField("product_id"))).stage(text(row.getField("stage")));
        LocalDate createdOn = day(row.getField("created_at"), zone);
        if (createdOn != null) {
            deal = deal.createdOn(createdOn);
        }
        if (row.getField("amount") instanceof BigDecimal amount) {
            deal = deal.amount(amount);
        }
        if (row.getField("expected_close_date") instanceof LocalDate promised) {
            deal = deal.expectedCloseOn(promised);
        }
        return deal;
    }

    private static @Nullable LocalDate day(@Nullable Object instant, ZoneId zone) {
        return instant instanceof OffsetDateTime at ? at.atZoneSameInstant(zone).toLocalDate() : null;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

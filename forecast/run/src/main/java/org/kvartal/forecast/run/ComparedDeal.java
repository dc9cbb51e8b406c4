package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/**
 * A deal and one of the competitors met in it; see {@code wins/compared_deals.sql}. Numbers not known are {@code NaN}, texts
 * not known are empty.
 */
record ComparedDeal(
        String opportunity,
        String competitor,
        String outcome,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate createdOn,
        BigDecimal amount,
        String source,
        String segment,
        String lostReason,
        boolean isCustomer,
        boolean hasCampaign,
        boolean isPromoted,
        double responseDays,
        double gap,
        double offerListGap,
        double marketListGap) {
    private static final SqlModel COMPARED =
            SqlModel.ofResource("forecast", ComparedDeal.class.getClassLoader(), "wins/compared_deals.sql");

    static List<ComparedDeal> read(Night night) {
        return ModelRuns.rowsOf(night, COMPARED, night.asOf().parameters()).stream()
                .map(ComparedDeal::of)
                .sorted(Comparator.comparing(ComparedDeal::opportunity).thenComparing(ComparedDeal::competitor))
                .toList();
    }

    private static ComparedDeal of(Row row) {
        @Nullable BigDecimal amount = row.getAs("amount");
        return new ComparedDeal(
                row.getAs("opportunity_id"),
                text(row, "competitor_id"),
                row.getAs("outcome"),
                row.<@Nullable LocalDate>getAs("closed_on"),
                row.<@Nullable LocalDate>getAs("created_on"),
                amount == null ? BigDecimal.ZERO : amount,
                text(row, "source"),
                text(row, "segment"),
                text(row, "lost_reason"),
                row.<Boolean>getAs("is_customer"),
                row.<Boolean>getAs("has_campaign"),
                row.<Boolean>getAs("is_promoted"),
                number(row, "response_days"),
                number(row, "gap"),
                number(row, "offer_list_gap"),
                number(row, "market_list_gap"));
    }

    private static String text(Row row, String column) {
        @Nullable String text = row.getAs(column);
        return text == null ? "" : text;
    }

    private static double number(Row row, String column) {
        @Nullable Double number = row.getAs(column);
        return number == null ? Double.NaN : number;
    }

    boolean isClosed() {
        return closedOn != null;
    }

    boolean isWon() {
        return outcome.equals("won");
    }

    int won() {
        return isWon() ? 1 : 0;
    }

    /** Closed in the twelve months that end with a day. */
    boolean isClosedInYearTo(LocalDate day) {
        return closedOn != null && closedOn.isAfter(day.minusYears(1));
    }

    boolean hasGap() {
        return isClosed() && Double.isFinite(gap);
    }
}

package org.kvartal.forecast.run;

import java.math.RoundingMode;
import java.util.Locale;
import java.util.stream.Stream;
import org.kvartal.forecast.pipeline.BookingPeriod;
import org.kvartal.forecast.pipeline.BookingsDistribution;
import org.kvartal.forecast.pipeline.DealForecast;
import org.kvartal.forecast.pipeline.Outlook;
import org.kvartal.forecast.pipeline.OutlookResult;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalQuarter;

/** Estimates where the quarter will land, and what each open deal adds to it. */
final class QuarterForecast {
    private final Outlook outlook;

    QuarterForecast(Outlook outlook) {
        this.outlook = outlook;
    }

    void run(Lake lake, AsOf asOf, FiscalQuarter quarter) {
        OutlookResult result =
                outlook.outlook(DealsKnown.read(lake, asOf), new BookingPeriod(quarter.firstDay(), quarter.lastDay()));
        lake.replace(ForecastTables.QUARTER_OUTLOOK, Stream.<Object[]>of(row(quarter, result)));
        Stream<Object[]> deals = result instanceof OutlookResult.Estimated estimated
                ? estimated.deals().stream().map(QuarterForecast::dealRow)
                : Stream.empty();
        lake.replace(ForecastTables.DEAL_OUTLOOK, deals);
    }

    private static Object[] row(FiscalQuarter quarter, OutlookResult result) {
        Object[] row = new Object[ForecastTables.QUARTER_OUTLOOK.columns().size()];
        put(row, "quarter", quarter.toString());
        put(row, "first_day", quarter.firstDay());
        put(row, "last_day", quarter.lastDay());
        put(row, "booked_amount", result.booked().setScale(2, RoundingMode.HALF_UP));
        put(row, "evidence", "none");
        put(row, "reason", result.reason());
        if (result instanceof OutlookResult.Estimated estimated) {
            putEstimate(row, estimated);
        }
        return row;
    }

    private static void putEstimate(Object[] row, OutlookResult.Estimated estimated) {
        BookingsDistribution total = estimated.total();
        put(row, "open_mean", Money.of(estimated.openMean()));
        put(row, "new_mean", Money.of(estimated.newMean()));
        put(row, "mean", Money.of(total.mean()));
        for (int percent : new int[] {5, 10, 25, 50, 75, 90, 95}) {
            put(row, "p" + percent, Money.of(total.quantile(percent / 100.0)));
        }
        put(row, "open_count", (long) estimated.deals().size());
        put(
                row,
                "stale_count",
                estimated.deals().stream().filter(deal -> deal.winEver() == 0).count());
        put(row, "undated_count", (long) estimated.undatedDeals());
        put(row, "imputed_count", (long) estimated.imputedAmounts());
        put(row, "concentration", estimated.concentration());
        put(row, "evidence", estimated.evidence().name().toLowerCase(Locale.ROOT));
    }

    private static void put(Object[] row, String column, Object value) {
        row[ForecastTables.QUARTER_OUTLOOK.columnNames().indexOf(column)] = value;
    }

    private static Object[] dealRow(DealForecast deal) {
        Double expectedDays =
                deal.expectedDays().isPresent() ? deal.expectedDays().getAsDouble() : null;
        return new Object[] {deal.dealId(), deal.winInPeriod(), deal.winEver(), expectedDays};
    }
}

package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.forecast.pipeline.BookingPeriod;
import org.kvartal.forecast.pipeline.BookingsDistribution;
import org.kvartal.forecast.pipeline.DealForecast;
import org.kvartal.forecast.pipeline.Outlook;
import org.kvartal.forecast.pipeline.OutlookResult;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.CrmTables;
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
        lake.replace(ForecastTables.QUARTER_OUTLOOK, Stream.<Object[]>of(row(quarter, result, plan(lake, quarter))));
        if (result instanceof OutlookResult.Estimated estimated) {
            lake.replace(ForecastTables.DEAL_OUTLOOK, estimated.deals().stream().map(QuarterForecast::dealRow));
            lake.replace(ForecastTables.UNIT_OUTLOOK, UnitOutlook.rows(estimated));
        } else {
            lake.replace(ForecastTables.DEAL_OUTLOOK, Stream.empty());
            lake.replace(ForecastTables.UNIT_OUTLOOK, Stream.empty());
        }
    }

    /** The plan of the total; months belong to the quarter in which they begin. */
    private static Optional<BigDecimal> plan(Lake lake, FiscalQuarter quarter) {
        return lake.rows(CrmTables.PLANS).stream()
                .filter(row -> "total".equals(row.getField("scope")))
                .filter(row -> {
                    LocalDate month = (LocalDate) row.getField("month");
                    return !month.isBefore(quarter.firstDay()) && !month.isAfter(quarter.lastDay());
                })
                .map(row -> (BigDecimal) row.getField("amount"))
                .reduce(BigDecimal::add);
    }

    private static Object[] row(FiscalQuarter quarter, OutlookResult result, Optional<BigDecimal> plan) {
        Object[] row = new Object[ForecastTables.QUARTER_OUTLOOK.columns().size()];
        put(row, "quarter", quarter.toString());
        put(row, "first_day", quarter.firstDay());
        put(row, "last_day", quarter.lastDay());
        put(row, "booked_amount", result.booked().setScale(2, RoundingMode.HALF_UP));
        put(row, "evidence", "none");
        put(row, "reason", result.reason());
        plan.ifPresent(amount -> put(row, "plan_amount", amount));
        if (result instanceof OutlookResult.Estimated estimated) {
            putEstimate(row, estimated);
            plan.ifPresent(
                    amount -> put(row, "plan_probability", estimated.total().atLeast(amount.doubleValue())));
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
        put(row, "shock", estimated.shock().standardDeviation());
        put(row, "notes", String.join(" ", estimated.notes()));
        put(row, "evidence", estimated.evidence().name().toLowerCase(Locale.ROOT));
    }

    private static void put(Object[] row, String column, Object value) {
        row[ForecastTables.QUARTER_OUTLOOK.columnNames().indexOf(column)] = value;
    }

    private static Object[] dealRow(DealForecast deal) {
        Double expectedDays =
                deal.expectedDays().isPresent() ? deal.expectedDays().getAsDouble() : null;
        return new Object[] {
            deal.dealId(), deal.winInPeriod(), deal.winEver(), expectedDays, String.join("; ", deal.drivers())
        };
    }
}

package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.pipeline.BookingsDistribution;
import org.kvartal.forecast.pipeline.Deal;
import org.kvartal.forecast.pipeline.DealForecast;
import org.kvartal.forecast.pipeline.DealHistory;
import org.kvartal.forecast.pipeline.OutlookResult;

/** Writes what the pipeline is expected to bring. */
final class PipelineTables {
    private static final double[] LEVELS = {0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};
    private static final int MONEY = 2;
    private static final int PROBABILITY = 6;
    private static final int DAYS = 1;

    private PipelineTables() {}

    /** One row: what is still to be booked. */
    static void writeForecast(Path file, LocalDate until, OutlookResult.Estimated estimated) {
        BookingsDistribution remaining = estimated.remaining();
        List<String> row = new ArrayList<>(List.of(estimated.asOf().toString(), until.toString()));
        for (double level : LEVELS) {
            row.add(decimal(remaining.quantile(level), MONEY));
        }
        row.add(decimal(remaining.mean(), MONEY));
        OutputTable.write(
                file,
                OutputColumns.NONE
                        .times("as_of", "until")
                        .numbers("p5", "p10", "p25", "p50", "p75", "p90", "p95", "mean"),
                List.of(row));
    }

    /** One row per open deal. One without a creation date has no chance of its own: it counts as not yet created. */
    static void writeDeals(Path file, DealHistory known, OutlookResult.Estimated estimated, boolean explains) {
        OutputColumns usual =
                OutputColumns.NONE.text("opportunity_id").numbers("p_win_in_period", "p_win_ever", "expected_days");
        List<List<String>> rows = new ArrayList<>();
        for (DealForecast deal : estimated.deals()) {
            List<String> row = new ArrayList<>(List.of(
                    deal.dealId(),
                    decimal(deal.winInPeriod(), PROBABILITY),
                    decimal(deal.winEver(), PROBABILITY),
                    deal.expectedDays().isPresent()
                            ? decimal(deal.expectedDays().getAsDouble(), DAYS)
                            : ""));
            if (explains) {
                row.add(String.join("; ", deal.drivers()));
            }
            rows.add(row);
        }
        for (Deal deal : known.undated()) {
            List<String> row = new ArrayList<>(List.of(deal.id(), "", "", ""));
            if (explains) {
                row.add("no creation date");
            }
            rows.add(row);
        }
        OutputTable.write(file, explains ? usual.text("drivers") : usual, rows);
    }

    private static String decimal(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}

package org.kvartal.reports.section.outlook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/** Whether the outlook held: its forecasts of past quarters beside simple ones, all scored with what came. */
final class TrackRecord {
    private static final String TABLE = "forecast.outlook_backtest";
    private static final String OUTLOOK = Condition.is("method", "outlook");
    private static final String COVERED = "avg(case when actual between p10 and p90 then 1.0 else 0.0 end)";

    /** With a true coverage of 0.8, fewer than this share of the forecasts holding is bad luck once in twenty times. */
    private static final String ALARM = "(count(*) * 0.8 - 1.645 * sqrt(count(*) * 0.16)) / count(*)";

    private TrackRecord() {}

    /** Only forecasts that all three could make are compared. */
    private static final String SHARED = "origin in (select origin from " + TABLE
            + " group by origin having count(distinct method) = (select count(distinct method) from " + TABLE + "))";

    static List<Block> blocks(ReportData data) {
        if (!data.has(TABLE)) {
            return List.of(Notice.caveat(Text.of(
                    "The outlook has no track record yet: no past quarter has deals enough to forecast it from.")));
        }
        Fact covered = data.fact(TABLE, OUTLOOK, COVERED, Unit.RATE);
        Paragraph held = new Paragraph(Text.of(
                "Made for past quarters from what was known then, {0} forecasts would have had {1} of the outcomes in their"
                        + " range of eight in ten. So few cannot prove the range right; they can prove it wrong.",
                data.fact(TABLE, OUTLOOK, "count(*)", Unit.count("forecasts")), covered));
        return isAlarming(data, covered)
                ? List.of(
                        held,
                        Notice.caveat(
                                Text.of("That is too few to be bad luck: take the range for too narrow until it has"
                                        + " been looked into.")))
                : List.of(held);
    }

    static List<Block> details(ReportData data) {
        return data.has(TABLE) ? List.of(table(data)) : List.of();
    }

    private static boolean isAlarming(ReportData data, Fact covered) {
        Fact least = data.fact(TABLE, OUTLOOK, ALARM, Unit.RATE);
        return covered.number()
                .flatMap(share -> least.number().map(limit -> share.compareTo(limit) < 0))
                .orElse(false);
    }

    private static DataTable table(ReportData data) {
        DataTable table = DataTable.of(
                "How forecasts made at the start and in the middle of past quarters would have done",
                Column.text("Forecast"),
                Column.number("Forecasts", Unit.count("forecasts")),
                Column.number("Loss", data.money()),
                Column.number("Error of the middle", data.money()),
                Column.number("Bias", data.money().asChange()));
        Map<String, Text> methods = new LinkedHashMap<>();
        methods.put("outlook", Text.of("This outlook"));
        methods.put("stage_weighted", Text.of("Stage probability times amount"));
        methods.put("last_year", Text.of("Same days a year before"));
        for (Map.Entry<String, Text> method : methods.entrySet()) {
            String rows = Condition.all(Condition.is("method", method.getKey()), SHARED);
            table = table.row(
                    method.getValue(),
                    data.fact(TABLE, rows, "count(*)", Unit.count("forecasts")),
                    data.fact(TABLE, rows, "avg(pinball)", data.money()),
                    data.fact(TABLE, rows, "avg(abs(p50 - actual))", data.money()),
                    data.fact(TABLE, rows, "avg(mean - actual)", data.money().asChange()));
        }
        return table;
    }
}

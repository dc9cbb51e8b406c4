package org.kvartal.reports.section.honesty;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.BandRecord;
import org.kvartal.reports.section.Condition;

/** The outlook's forecasts of past quarters beside simple ones, all scored with what came. */
final class TrackRecord {
    private static final String TABLE = BandRecord.TABLE;

    private TrackRecord() {}

    /** Only forecasts that all three could make are compared. */
    private static final String SHARED = "origin in (select origin from " + TABLE
            + " group by origin having count(distinct method) = (select count(distinct method) from " + TABLE + "))";

    static DataTable table(ReportData data) {
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
                    data.fact(Origin.of(TABLE, "count(*)").where(rows), Unit.count("forecasts")),
                    data.fact(Origin.of(TABLE, "avg(pinball)").where(rows), data.money()),
                    data.fact(Origin.of(TABLE, "avg(abs(p50 - actual))").where(rows), data.money()),
                    data.fact(
                            Origin.of(TABLE, "avg(mean - actual)").where(rows),
                            data.money().asChange()));
        }
        return table;
    }
}

package org.kvartal.reports.section.honesty;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.BandRecord;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.MeasureAhead;
import tech.tablesaw.api.Table;

/** The outcomes that fell outside the band of eight in ten, by name: one by one, the worst first. */
final class Misses {
    private static final int MOST = 10;

    /** Quarters and months of bookings under the same names. */
    private static final String FORECASTS =
            "(select 'quarter' as span, origin, last_day as until, p10 as low, p50 as middle,"
                    + " p90 as high, actual from " + BandRecord.TABLE
                    + " where method = 'outlook' union all by name select 'month'"
                    + " as span, origin, last_day(month) as until, cast(coherent_lower_80 as decimal(18, 2)) as low,"
                    + " cast(coherent_mean as decimal(18, 2)) as middle, cast(coherent_upper_80 as decimal(18, 2)) as high,"
                    + " cast(actual as decimal(18, 2)) as actual from " + MeasureAhead.MADE + " where "
                    + MeasureAhead.BOOKINGS.past(1) + ") as forecasts";

    private static final String MISSED = "not (actual between low and high)";

    private Misses() {}

    static Block block(ReportData data) {
        Table missed =
                data.table("select span, cast(origin as varchar) as origin, cast(until as varchar) as until from "
                        + FORECASTS + " where " + MISSED
                        + " order by span desc, abs(actual - middle) / greatest(abs(middle), 1) desc,"
                        + " origin, until limit " + MOST);
        return missed.isEmpty()
                ? new Paragraph(
                        Text.of("No outcome of a past quarter or month of bookings fell outside the band of 80%."))
                : table(data, missed);
    }

    private static DataTable table(ReportData data, Table missed) {
        DataTable table = DataTable.of(
                "Misses: bookings outside the band of 80%, the worst first",
                Column.text("Of"),
                Column.exact("Until", Unit.DATE),
                Column.exact("Forecast on", Unit.DATE),
                Column.number("10% below", data.money()),
                Column.number("Middle", data.money()),
                Column.number("10% above", data.money()),
                Column.number("Came", data.money()),
                Column.number("Off the middle", data.money().asChange()));
        for (int i = 0; i < missed.rowCount(); i++) {
            String span = missed.stringColumn("span").get(i);
            String one = Condition.all(
                    Condition.is("span", span),
                    "origin = date "
                            + Condition.literal(missed.stringColumn("origin").get(i)),
                    "until = date "
                            + Condition.literal(missed.stringColumn("until").get(i)));
            table = table.row(
                    span.equals("month") ? Cell.label("Month") : Cell.label("Quarter"),
                    cell(data, one, "max(until)", Unit.DATE),
                    cell(data, one, "max(origin)", Unit.DATE),
                    cell(data, one, "max(low)", data.money()),
                    cell(data, one, "max(middle)", data.money()),
                    cell(data, one, "max(high)", data.money()),
                    cell(data, one, "max(actual)", data.money()),
                    cell(data, one, "max(actual - middle)", data.money().asChange()));
        }
        return table;
    }

    private static Cell cell(ReportData data, String rows, String measure, Unit unit) {
        Fact fact = data.fact(new Origin(FORECASTS, rows, measure), unit);
        return Cell.number(fact.ofRows(Fact.UNCOUNTED));
    }
}

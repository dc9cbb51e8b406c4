package org.kvartal.reports.section.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** Whether win rates differ at all; a ranking that chance explains is called noise. */
final class Rankings {
    private static final String TABLE = "forecast.win_rate_rankings";
    private static final String VERDICT = "max(case verdict when 'noise' then 'noise' when 'different' then 'more than"
            + " noise' else 'not measurable' end)";
    private static final Map<String, Text> LABELS = Map.of(
            "owner", Text.of("Owner"),
            "source", Text.of("Source"),
            "segment", Text.of("Segment"),
            "product", Text.of("Product"),
            "region", Text.of("Region"),
            "competitor", Text.of("Competitor"));
    private static final Unit MEMBERS = Unit.count("members");

    private Rankings() {}

    /** Empty when nothing was closed within twelve months. */
    static Optional<DataTable> table(ReportData data) {
        List<String> dimensions = dimensions(data);
        if (dimensions.isEmpty()) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "Does ranking by win rate say anything? Deals closed in twelve months",
                Column.text("Win rate by"),
                Column.number("Members", MEMBERS),
                Column.number("Deals closed", Unit.count("opportunities")),
                Column.number("Spread of true rates", Unit.RATE),
                Column.number("Chance alone gives as much", Unit.RATE),
                Column.text("The ranking is"));
        for (String dimension : dimensions) {
            table = table.row(
                    Cell.label(LABELS.getOrDefault(dimension, Text.name(dimension))),
                    cell(data, dimension, "max(member_count)", MEMBERS),
                    cell(data, dimension, "max(closed_count)", Unit.count("opportunities")),
                    cell(data, dimension, "max(spread)", Unit.RATE),
                    cell(data, dimension, "max(p)", Unit.RATE),
                    cell(data, dimension, VERDICT, Unit.PHRASE));
        }
        return Optional.of(table);
    }

    private static List<String> dimensions(ReportData data) {
        Table rows = data.table("select dimension from " + TABLE + " order by dimension");
        return IntStream.range(0, rows.rowCount())
                .mapToObj(rows.stringColumn("dimension")::get)
                .toList();
    }

    private static Cell cell(ReportData data, String dimension, String measure, Unit unit) {
        return Cell.number(data.fact(TABLE, Condition.is("dimension", dimension), measure, unit));
    }
}

package org.kvartal.reports.section.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** How long deals stay in each stage, how they leave it, and whether they keep to the order of stages. */
final class Velocity {
    private static final String TABLE = "forecast.stage_velocity";
    private static final String CONFORMANCE = "forecast.stage_conformance";
    private static final Unit DAYS = Unit.measure("days", 0);
    private static final Unit DEALS = Unit.count("opportunities");

    private Velocity() {}

    static List<Block> blocks(ReportData data) {
        List<String> stages = stages(data);
        if (stages.isEmpty()) {
            return List.of(Notice.noData(
                    Text.of("How fast deals move is not measurable: the data hold no changes of stage.")));
        }
        Block table = table(data, stages);
        return conformance(data).<List<Block>>map(said -> List.of(table, said)).orElse(List.of(table));
    }

    private static List<String> stages(ReportData data) {
        Table rows = data.table("select v.stage as stage from " + TABLE
                + " v left join forecast.stage_model m on m.stage = v.stage where v.exit = 'any'"
                + " order by m.position nulls last, v.stage");
        return IntStream.range(0, rows.rowCount())
                .mapToObj(rows.stringColumn("stage")::get)
                .toList();
    }

    private static DataTable table(ReportData data, List<String> stages) {
        DataTable table = DataTable.of(
                "Time in a stage, the deals still in it reckoned in; how stays end within 90 days",
                Column.text("Stage"),
                Column.number("Stays", Unit.count("stays")),
                Column.number("Median", DAYS),
                Column.number("from", DAYS),
                Column.number("to (95%)", DAYS),
                Column.number("Moved on", Unit.RATE),
                Column.number("Back", Unit.RATE),
                Column.number("Won", Unit.RATE),
                Column.number("Lost", Unit.RATE));
        for (String stage : stages) {
            table = table.row(
                    Text.name(stage),
                    fact(data, stage, "any", "max(stay_count)", Unit.count("stays")),
                    fact(data, stage, "any", "max(median_days)", DAYS),
                    fact(data, stage, "any", "max(median_low_days)", DAYS),
                    fact(data, stage, "any", "max(median_high_days)", DAYS),
                    share(data, stage, "advance"),
                    share(data, stage, "back"),
                    share(data, stage, "won"),
                    share(data, stage, "lost"));
        }
        return table;
    }

    /** A way in which no stay ended has no row, and its share is nothing. */
    private static Fact share(ReportData data, String stage, String exit) {
        return fact(data, stage, exit, "coalesce(max(within_90), 0)", Unit.RATE);
    }

    private static Fact fact(ReportData data, String stage, String exit, String measure, Unit unit) {
        String filter = Condition.all(Condition.is("stage", stage), Condition.is("exit", exit));
        return data.fact(TABLE, filter, measure, unit);
    }

    /** Empty when every deal kept to the order. */
    private static Optional<Block> conformance(ReportData data) {
        if (!data.has(CONFORMANCE)) {
            return Optional.empty();
        }
        return Optional.of(new Paragraph(Text.of(
                "Of {0} deals whose stages are known, required stages were skipped {1} times, deals went back {2} times"
                        + " and entered a stage again {3} times; the order of stages is the {4} one.",
                data.fact(Origin.of(CONFORMANCE, "max(checked_count)"), DEALS),
                times(data, "skipped"),
                times(data, "backward"),
                times(data, "reentered"),
                data.fact(Origin.of("forecast.stage_model", "max(origin)"), Unit.PHRASE))));
    }

    private static Fact times(ReportData data, String kind) {
        return data.fact(CONFORMANCE, Condition.is("kind", kind), "coalesce(sum(times_count), 0)", Unit.measure("", 0));
    }
}

package org.kvartal.reports.section.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Member;
import org.kvartal.reports.section.Members;
import org.kvartal.reports.section.OpenPipeline;
import org.kvartal.reports.section.Period;

/** The open pipeline by stage. */
final class Stages {
    private static final int MOST_STAGES = 10;
    private static final Unit COUNT = OpenPipeline.COUNT;

    private Stages() {}

    /** Amounts, or numbers of deals where no deal has an amount. */
    static BarChart chart(ReportData data, OpenPipeline pipeline) {
        List<Member> stages = stages(data);
        boolean inMoney = pipeline.hasAmounts();
        Unit unit = inMoney ? data.money() : COUNT;
        String measure = inMoney ? "sum(open_amount)" : "sum(open_count)";
        List<Fact> facts = stages.stream()
                .map(stage -> data.fact(OpenPipeline.STAGES, stage.condition(), measure, unit))
                .toList();
        Heading heading = new Heading(
                Text.of("{0} holds {1} of the open pipeline", stages.get(0).label(), facts.get(0)),
                data.project().name(),
                inMoney ? "Open amount by stage" : "Open deals by stage",
                unit,
                Period.day(data.asOf()));
        return new BarChart(
                heading,
                stages.stream().map(Member::label).toList(),
                List.of(Series.actual(facts.toArray(Fact[]::new))));
    }

    /** Columns that would be empty in every row are left out. */
    static DataTable table(ReportData data, OpenPipeline pipeline) {
        List<Shown> shown = new ArrayList<>(List.of(new Shown("Deals", "open_count", COUNT)));
        if (pipeline.hasAmounts()) {
            shown.add(new Shown("Amount", "open_amount", data.money()));
        }
        shown.add(new Shown("Without amount", "without_amount_count", COUNT));
        if (pipeline.hasPromises()) {
            shown.add(new Shown("Overdue", "overdue_count", COUNT));
            shown.add(new Shown("Overdue amount", "overdue_amount", data.money()));
        }
        if (pipeline.hasLimits()) {
            shown.add(new Shown("Stuck", "stuck_count", COUNT));
            shown.add(new Shown("Stuck amount", "stuck_amount", data.money()));
        }
        return table(data, shown);
    }

    /** A column of the mart that is shown. */
    private record Shown(@Message String title, String column, Unit unit) {}

    private static DataTable table(ReportData data, List<Shown> shown) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("Stage")));
        shown.forEach(column -> columns.add(Column.number(column.title(), column.unit())));
        DataTable table = DataTable.of(
                Text.of("Open pipeline by stage, {0}", Span.day(data.asOf())), columns.toArray(Column[]::new));
        for (Member stage : stages(data)) {
            table = table.row(stage.label(), facts(data, shown, stage.condition()));
        }
        return table.total("Total", facts(data, shown, ""));
    }

    private static Fact[] facts(ReportData data, List<Shown> shown, String condition) {
        return shown.stream()
                .map(column -> data.fact(OpenPipeline.STAGES, condition, "sum(" + column.column() + ")", column.unit()))
                .toArray(Fact[]::new);
    }

    private static List<Member> stages(ReportData data) {
        Origin size = Origin.of(OpenPipeline.STAGES, "(sum(open_amount), sum(open_count))");
        return Members.largest(data, Dimension.STAGE, size, MOST_STAGES);
    }
}

package org.kvartal.reports.section.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.chart.DotPlot;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Member;

/** How what is promised for a priority is kept. */
final class Promises {
    static final String TABLE = "forecast.request_promises";

    private Promises() {}

    static boolean areKnown(ReportData data) {
        return dueCount(data).number().map(count -> count.signum() > 0).orElse(false);
    }

    private static Fact dueCount(ReportData data) {
        return count(data, "total", "", "due_count");
    }

    /** Of the promises whose time was over in the quarter so far. */
    static Estimate kept(ReportData data) {
        return kept(data, "total", "");
    }

    static List<Block> blocks(ReportData data) {
        if (!areKnown(data)) {
            return List.of(
                    Notice.noData(Text.of("Whether promises are kept is not measurable: the section service.sla of"
                            + " the configuration promises nothing for the priorities of these requests, or no promise was due in"
                            + " the quarter.")));
        }
        List<Member> priorities = Requests.priorities(data).stream()
                .filter(member -> kept(data, "priority", member.condition()).hasInterval())
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (priorities.size() > 1) {
            blocks.add(new Figure(chart(data, priorities)));
        }
        blocks.add(table(data, priorities));
        return blocks;
    }

    private static DotPlot chart(ReportData data, List<Member> priorities) {
        Heading heading = new Heading(
                Text.of(
                        "{0} of the promises due were kept; {1} requests are open and late",
                        kept(data).value(), count(data, "total", "", "open_late_count")),
                data.project().name(),
                "Promises kept by priority",
                Unit.RATE,
                Comparison.soFar(data).name() + ", 95% interval");
        List<Estimate> shares = priorities.stream()
                .map(member -> kept(data, "priority", member.condition()))
                .toList();
        return new DotPlot(
                heading,
                priorities.stream().map(Member::label).toList(),
                List.of(Series.of(Scenario.ACTUAL, shares)),
                List.of(new Item("All priorities", kept(data).value())));
    }

    private static DataTable table(ReportData data, List<Member> priorities) {
        DataTable table = DataTable.of(
                "Promises in working hours whose time was over in "
                        + Comparison.soFar(data).name(),
                Column.text("Priority"),
                Column.exact("Promised", Requests.HOURS),
                Column.number("Due", Requests.COUNT),
                Column.number("Met", Requests.COUNT),
                Column.number("Only just", Requests.COUNT),
                Column.number("Ended late", Requests.COUNT),
                Column.number("Open, late", Requests.COUNT),
                Column.number("Kept", Unit.RATE),
                Column.number("from", Unit.RATE),
                Column.number("to", Unit.RATE));
        for (Member member : priorities) {
            table = table.row(member.label(), facts(data, "priority", member.condition()));
        }
        return table.total("All priorities", facts(data, "total", ""));
    }

    private static Fact[] facts(ReportData data, String grouping, String member) {
        Estimate kept = kept(data, grouping, member);
        String ofPriority = member.replace("member", "priority");
        return new Fact[] {
            data.fact(
                    new Origin(
                            "forecast.request_times",
                            ofPriority,
                            "case when min(target_hours) = max(target_hours) then max(target_hours) end"),
                    Requests.HOURS),
            count(data, grouping, member, "due_count"),
            count(data, grouping, member, "met_count"),
            count(data, grouping, member, "near_count"),
            count(data, grouping, member, "late_count"),
            count(data, grouping, member, "open_late_count"),
            kept.value(),
            kept.low(),
            kept.high()
        };
    }

    private static Estimate kept(ReportData data, String grouping, String member) {
        long due = count(data, grouping, member, "due_count")
                .number()
                .map(BigDecimal::longValue)
                .orElse(0L);
        return Estimate.between(
                fact(data, grouping, member, "max(low)", Unit.RATE).ofRows(due),
                fact(data, grouping, member, "max(kept_share)", Unit.RATE).ofRows(due),
                fact(data, grouping, member, "max(high)", Unit.RATE).ofRows(due));
    }

    private static Fact count(ReportData data, String grouping, String member, String column) {
        return fact(data, grouping, member, "sum(" + column + ")", Requests.COUNT);
    }

    private static Fact fact(ReportData data, String grouping, String member, String measure, Unit unit) {
        String rows = Condition.all(
                Condition.is("grouping", grouping),
                member,
                "first_day = " + Condition.literal(data.quarter().firstDay()));
        return data.fact(new Origin(TABLE, rows, measure), unit);
    }
}

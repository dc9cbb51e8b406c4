package org.kvartal.reports.section.service;

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
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Member;

/** By when requests are resolved, with the open ones counted. */
final class HandlingTimes {
    private static final String TOTAL = Requests.resolved("total", "");
    private static final String PERIOD = "opened in twelve months and the running one";

    private HandlingTimes() {}

    static Fact median(ReportData data) {
        return Requests.working(data, TOTAL, "median");
    }

    static Fact p90(ReportData data) {
        return Requests.working(data, TOTAL, "p90");
    }

    static List<Block> blocks(ReportData data) {
        if (median(data).number().isEmpty()) {
            return List.of(Notice.noData(
                    Text.of("How long requests take is not measurable: fewer than half were seen to be resolved.")));
        }
        return List.of();
    }

    static List<Block> details(ReportData data) {
        if (median(data).number().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        List<Member> priorities = known(data, "priority", Requests.priorities(data));
        if (priorities.size() > 1) {
            blocks.add(new Figure(chart(data, priorities)));
        }
        blocks.add(table(
                data, "priority", "Working hours to resolution by priority", "Priority", Requests.priorities(data)));
        List<Member> teams = Requests.teams(data);
        if (teams.size() > 1) {
            blocks.add(table(data, "team", "Working hours to resolution by team", "Team", teams));
        }
        return blocks;
    }

    private static List<Member> known(ReportData data, String grouping, List<Member> members) {
        return members.stream()
                .filter(member -> Requests.quantile(
                                data, Requests.resolved(grouping, member.condition()), "median", Requests.WORKING)
                        .hasInterval())
                .toList();
    }

    private static DotPlot chart(ReportData data, List<Member> members) {
        Fact naive = Requests.working(data, TOTAL, "naive_median");
        Heading heading = new Heading(
                Text.of(
                        "Half of all requests are resolved within {0}, nine in ten within {1}; of the resolved alone the"
                                + " median is {2}",
                        median(data), p90(data), naive),
                data.project().name(),
                "Median time from arrival to resolution",
                Requests.WORKING,
                PERIOD + ", 95% interval");
        List<Estimate> medians = members.stream()
                .map(member -> Requests.quantile(
                        data, Requests.resolved("priority", member.condition()), "median", Requests.WORKING))
                .toList();
        return new DotPlot(
                heading,
                members.stream().map(Member::label).toList(),
                List.of(Series.of(Scenario.ACTUAL, medians)),
                List.of(new Item("All requests", median(data))));
    }

    private static DataTable table(
            ReportData data, String grouping, @Message String caption, @Message String title, List<Member> members) {
        DataTable table = DataTable.of(
                caption,
                Column.text(title),
                Column.number("Requests", Requests.COUNT),
                Column.number("Open", Requests.COUNT),
                Column.exact("Median", Requests.HOURS),
                Column.exact("from", Requests.HOURS),
                Column.exact("to", Requests.HOURS),
                Column.exact("P90", Requests.HOURS),
                Column.exact("from", Requests.HOURS),
                Column.exact("to", Requests.HOURS));
        for (Member member : members) {
            table = table.row(member.label(), facts(data, Requests.resolved(grouping, member.condition())));
        }
        return table.total("All requests", facts(data, TOTAL));
    }

    private static Fact[] facts(ReportData data, String condition) {
        Estimate median = Requests.quantile(data, condition, "median", Requests.HOURS);
        Estimate p90 = Requests.quantile(data, condition, "p90", Requests.HOURS);
        return new Fact[] {
            data.cell(Requests.SURVIVAL, condition, "request_count", Requests.COUNT),
            data.cell(Requests.SURVIVAL, condition, "open_count", Requests.COUNT),
            median.value(),
            median.low(),
            median.high(),
            p90.value(),
            p90.low(),
            p90.high()
        };
    }
}

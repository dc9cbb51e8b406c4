package org.kvartal.reports.section.marketing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.DotPlot;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Share;
import tech.tablesaw.api.Table;

/** Leads by how they arrived and when: how many of them became opportunities, and customers. */
final class LeadSources {
    private static final String TABLE = "mart.leads_by_cohort";
    private static final int MONTHS = 12;
    private static final int MOST_SOURCES = 10;
    private static final String SHARE_ONCE_WATCHED = "case when sum(watched_90_count) = sum(lead_count)"
            + " then sum(converted_within_90_count) / sum(watched_90_count) end";
    private static final Unit LEADS = Unit.count("leads");

    private LeadSources() {}

    static boolean known(ReportData data) {
        return data.fact(TABLE, "", "coalesce(sum(lead_count), 0)", LEADS)
                        .number()
                        .orElseThrow()
                        .signum()
                > 0;
    }

    private static Period year(ReportData data) {
        return Period.lastMonths(MONTHS, data.asOf());
    }

    private static Estimate converted(ReportData data, String filter) {
        return Share.of(data, new Origin(TABLE, filter, "*"), "converted_within_90_count", "watched_90_count");
    }

    static Text sentence(ReportData data) {
        String year = year(data).includes("created_month");
        Estimate converted = converted(data, year);
        Fact leads = data.fact(TABLE, year, "coalesce(sum(lead_count), 0)", LEADS);
        return converted.isMissing()
                ? Text.of("{0} leads arrived in {1}; none was watched for 90 days yet.", leads, words(data))
                : Text.of(
                        "{0} leads arrived in {1}; of those watched for 90 days {2} became opportunities by then (95% interval"
                                + " {3} to {4}).",
                        leads, words(data), converted.value(), converted.low(), converted.high());
    }

    private static Span words(ReportData data) {
        return year(data).name();
    }

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        List<String> sources = sources(data);
        Optional<Figure> chart = chart(data, sources).map(Figure::new);
        // The chart says what matters of the table; without it the table has to.
        blocks.add(chart.<Block>map(figure -> figure).orElseGet(() -> bySource(data, sources)));
        return blocks;
    }

    static List<Block> details(ReportData data) {
        List<String> sources = sources(data);
        return chart(data, sources).isPresent()
                ? List.of(bySource(data, sources), byMonth(data))
                : List.of(byMonth(data));
    }

    private static List<String> sources(ReportData data) {
        Table rows = data.table("select coalesce(source, '') as source from " + TABLE + " where "
                + year(data).includes("created_month")
                + " group by source order by sum(lead_count) desc, source limit " + MOST_SOURCES);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> rows.stringColumn("source").get(i))
                .toList();
    }

    private static String of(ReportData data, String source) {
        return Condition.all(
                year(data).includes("created_month"),
                source.isEmpty() ? "source is null" : Condition.is("source", source));
    }

    private static Text label(String source) {
        return source.isBlank() ? Text.of("not stated") : Text.name(source);
    }

    /** Empty unless two sources were watched for long enough. */
    private static Optional<DotPlot> chart(ReportData data, List<String> sources) {
        List<String> watched = sources.stream()
                .filter(source -> !converted(data, of(data, source)).isMissing())
                .toList();
        if (watched.size() < 2) {
            return Optional.empty();
        }
        Estimate all = converted(data, year(data).includes("created_month"));
        Heading heading = new Heading(
                Text.of("Of all leads {0} became opportunities within 90 days", all.value()),
                data.project().name(),
                "Leads that became opportunities within 90 days, by source",
                Unit.RATE,
                Text.of("{0}, 95% interval", year(data).name()));
        Series rates = Series.of(
                Scenario.ACTUAL,
                watched.stream()
                        .map(source -> converted(data, of(data, source)))
                        .toList());
        return Optional.of(new DotPlot(
                heading,
                watched.stream().map(LeadSources::label).toList(),
                List.of(rates),
                List.of(new Item("All leads", all.value()))));
    }

    private static DataTable bySource(ReportData data, List<String> sources) {
        DataTable table = DataTable.of(
                Text.of("Leads by source, arrived in {0}", year(data).name()),
                Column.text("Source"),
                Column.number("Leads", LEADS),
                Column.number("Converted within 90 days", Unit.RATE),
                Column.number("95% from", Unit.RATE),
                Column.number("95% to", Unit.RATE),
                Column.number("Won so far", LEADS),
                Column.number("Won amount", data.money()));
        for (String source : sources) {
            table = table.row(cells(data, label(source), of(data, source)));
        }
        return table.total(cells(data, Text.of("All leads"), year(data).includes("created_month")));
    }

    private static Cell[] cells(ReportData data, Text label, String filter) {
        Estimate converted = converted(data, filter);
        return new Cell[] {
            Cell.label(label),
            Cell.number(data.fact(TABLE, filter, "coalesce(sum(lead_count), 0)", LEADS)),
            Cell.number(converted.value()),
            Cell.number(converted.low()),
            Cell.number(converted.high()),
            Cell.number(data.fact(TABLE, filter, "coalesce(sum(won_count), 0)", LEADS)),
            Cell.number(data.fact(TABLE, filter, "coalesce(sum(won_amount), 0)", data.money()))
        };
    }

    /** A share is empty until every lead of the month was watched for its 90 days. */
    private static DataTable byMonth(ReportData data) {
        DataTable table = DataTable.of(
                "Leads by the month in which they arrived",
                Column.text("Arrived in"),
                Column.number("Leads", LEADS),
                Column.number("Converted so far", LEADS),
                Column.number("Converted within 90 days", Unit.RATE),
                Column.number("95% from", Unit.RATE),
                Column.number("95% to", Unit.RATE));
        LocalDate last = data.asOf().withDayOfMonth(1);
        for (LocalDate month = last; month.isAfter(last.minusMonths(MONTHS)); month = month.minusMonths(1)) {
            String filter = "created_month = " + Condition.literal(month);
            Estimate converted = onceWatched(data, filter);
            table = table.row(
                    Cell.label(Period.month(month)),
                    Cell.number(data.fact(TABLE, filter, "coalesce(sum(lead_count), 0)", LEADS)),
                    Cell.number(data.fact(TABLE, filter, "coalesce(sum(converted_count), 0)", LEADS)),
                    Cell.number(converted.value()),
                    Cell.number(converted.low()),
                    Cell.number(converted.high()));
        }
        return table;
    }

    private static Estimate onceWatched(ReportData data, String filter) {
        Fact share = data.fact(TABLE, filter, SHARE_ONCE_WATCHED, Unit.RATE);
        return share.number().isEmpty() ? Estimate.exact(share) : converted(data, filter);
    }
}

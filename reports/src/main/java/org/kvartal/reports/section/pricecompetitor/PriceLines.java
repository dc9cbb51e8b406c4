package org.kvartal.reports.section.pricecompetitor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;
import tech.tablesaw.api.Table;

/** Price indices over the last two years: own prices as sold and by the list, those of rivals, and the level between them. */
final class PriceLines {
    static final String TABLE = "forecast.price_indices";

    private static final int MOST_MONTHS = 25;
    private static final int MOST_RIVALS = 4;
    private static final Unit POINTS = Unit.measure("points", 1);

    /** An index of all families. */
    private record Line(Text name, String condition) {
        static Line of(@Message String name, String scope, String index) {
            return new Line(
                    Text.of(name),
                    Condition.all(Condition.is("scope", scope), Condition.is("index_name", index), "family is null"));
        }
    }

    private static final Line SALES = Line.of("Ours as sold", "sales", "geks-tornqvist");
    private static final Line CHAINED = Line.of("Ours as sold, chained", "sales", "chained-tornqvist");
    private static final Line LIST = Line.of("Our list", "list", "time-product-dummy");
    private static final Line RIVALS = Line.of("Rivals", "market", "time-product-dummy");
    private static final Line LEVEL = Line.of("All rivals", "market", "relative-price");

    private PriceLines() {}

    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        List<LocalDate> months = months(data, LIST, RIVALS);
        if (months.size() > 1) {
            blocks.add(new Figure(moves(data, months)));
        }
        return blocks;
    }

    /** What the lines rest on, and where each rival stands. */
    static List<Block> details(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        List<LocalDate> months = months(data, LIST, RIVALS);
        if (months.size() > 1) {
            blocks.add(matched(data, months.get(months.size() - 1)));
            drift(data).ifPresent(blocks::add);
        }
        List<LocalDate> compared = months(data, LEVEL, LEVEL);
        if (compared.size() > 1) {
            blocks.add(new Figure(levels(data, compared)));
        }
        return blocks;
    }

    /** The last months in which both lines have a value, oldest first. */
    private static List<LocalDate> months(ReportData data, Line one, Line other) {
        Table rows = data.table("select month from " + TABLE + " where value is not null and (" + one.condition()
                + " or " + other.condition() + ") group by month having count(*) >= "
                + (one.equals(other) ? 1 : 2) + " order by month desc limit " + MOST_MONTHS);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> rows.dateColumn("month").get(rows.rowCount() - 1 - i))
                .toList();
    }

    private static LineChart moves(ReportData data, List<LocalDate> months) {
        LocalDate base = months.get(0);
        LocalDate last = months.get(months.size() - 1);
        List<Series> lines = new ArrayList<>();
        for (Line line : List.of(LIST, RIVALS, SALES)) {
            Fact[] values = months.stream()
                    .map(month -> against(data, line, month, base, "100 * ", "", POINTS))
                    .toArray(Fact[]::new);
            if (values[0].number().isPresent()) {
                lines.add(Series.actual(values).named(line.name()));
            }
        }
        Heading heading = new Heading(
                Text.of(
                        "Since {2} our list prices moved by {0}, those of rivals by {1}",
                        against(data, LIST, last, base, "", " - 1", Unit.RATE.asChange()),
                        against(data, RIVALS, last, base, "", " - 1", Unit.RATE.asChange()),
                        Span.month(base)),
                data.project().name(),
                Text.of("Price index, {0} = 100", Span.month(base)),
                POINTS,
                Text.of("{0} to {1}", Span.month(base), Span.month(last)));
        return new LineChart(heading, labels(months), lines);
    }

    /** The index of a month by that of the base, neither of which is a share of cases. */
    private static Fact against(
            ReportData data, Line line, LocalDate month, LocalDate base, String before, String after, Unit unit) {
        String both = "month in (" + Condition.literal(base) + ", " + Condition.literal(month) + ")";
        return data.fact(
                        TABLE,
                        Condition.all(line.condition(), both),
                        before + "max(value) filter (where month = " + Condition.literal(month)
                                + ") / max(value) filter (where month = " + Condition.literal(base) + ")"
                                + after,
                        unit)
                .ofRows(Fact.UNCOUNTED);
    }

    private static List<Text> labels(List<LocalDate> months) {
        return Period.named(months.get(0), months.get(months.size() - 1)).months().stream()
                .filter(period -> months.contains(period.from()))
                .map(Period::name)
                .toList();
    }

    private static Paragraph matched(ReportData data, LocalDate month) {
        return new Paragraph(Text.of(
                "The indices of {2} rest on {0} own products and {1} of rivals that were priced in another month as well.",
                matched(data, LIST, month), matched(data, RIVALS, month), Span.month(month)));
    }

    private static Fact matched(ReportData data, Line line, LocalDate month) {
        return data.cell(
                TABLE,
                Condition.all(line.condition(), "month = " + Condition.literal(month)),
                "matched_items",
                Unit.count("products"));
    }

    /** What chaining month by month would have made of the same sales. */
    private static Optional<Block> drift(ReportData data) {
        Fact chained = roundTrip(data, CHAINED);
        Fact published = roundTrip(data, SALES);
        return chained.number().isPresent() && published.number().isPresent()
                ? Optional.of(new Paragraph(Text.of(
                        "Drift test: from the first month to the last and straight back an index has to end at 1. That of our"
                                + " sales (GEKS, 13 months, mean splice) ends at {0}; chained month by month it would end at"
                                + " {1}.",
                        published, chained)))
                : Optional.empty();
    }

    private static Fact roundTrip(ReportData data, Line line) {
        return data.fact(TABLE, line.condition(), "max_by(round_trip, month)", Unit.measure("", 3));
    }

    private static LineChart levels(ReportData data, List<LocalDate> months) {
        List<Series> lines = new ArrayList<>();
        lines.add(level(data, LEVEL, months));
        rivals(data).forEach(rival -> lines.add(level(data, rival, months)));
        Fact now = data.fact(
                TABLE,
                Condition.all(LEVEL.condition(), "month = " + Condition.literal(months.get(months.size() - 1))),
                "max(value) - 1",
                Unit.RATE.asChange());
        Heading heading = new Heading(
                Text.of(
                        "In {1} our list prices stood at {0} against those of all rivals",
                        now.ofRows(Fact.UNCOUNTED), Span.month(months.get(months.size() - 1))),
                data.project().name(),
                "Own list price where the rival's is 100, weighted by sales",
                POINTS,
                Text.of("{0} to {1}", Span.month(months.get(0)), Span.month(months.get(months.size() - 1))));
        return new LineChart(heading, labels(months), lines);
    }

    private static Series level(ReportData data, Line line, List<LocalDate> months) {
        Fact[] values = months.stream()
                .map(month -> data.fact(
                                TABLE,
                                Condition.all(line.condition(), "month = " + Condition.literal(month)),
                                "100 * max(value)",
                                POINTS)
                        .ofRows(Fact.UNCOUNTED))
                .toArray(Fact[]::new);
        return Series.actual(values).named(line.name());
    }

    /** Those that stand against most of our sales. */
    private static List<Line> rivals(ReportData data) {
        Table rows = data.table(
                "select p.competitor_id as id, coalesce(max(nullif(trim(c.name), '')), p.competitor_id) as name from"
                        + " mart.price_position p left join crm.competitors c on c.competitor_id = p.competitor_id"
                        + " where p.compared and p.competitor_id is not null group by p.competitor_id"
                        + " order by sum(p.competitor_sales_weight) desc nulls last, p.competitor_id limit "
                        + MOST_RIVALS);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> new Line(
                        Text.name(rows.stringColumn("name").get(i)),
                        Condition.all(
                                Condition.is("scope", "competitor"),
                                Condition.is("index_name", "relative-price"),
                                Condition.is(
                                        "competitor_id", rows.stringColumn("id").get(i)))))
                .toList();
    }
}

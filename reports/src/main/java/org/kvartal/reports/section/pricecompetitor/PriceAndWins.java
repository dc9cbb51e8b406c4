package org.kvartal.reports.section.pricecompetitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** What a dearer offer costs in chances to win: by what moves our price alone where that is known, else as it went together. */
final class PriceAndWins {
    private static final String TABLE = "forecast.price_gap_effect";
    private static final String MOVED = "control-function";
    private static final String TOGETHER = "association";
    private static final double WEAK = 10;

    /** By one percent of price: tenths of a point would hide much of it. */
    private static final Unit POINTS = Unit.points(2);

    private final ReportData data;
    private final String method;

    private PriceAndWins(ReportData data, String method) {
        this.data = data;
        this.method = method;
    }

    /** The effect in words, or why it cannot be told. */
    static List<Block> remarks(ReportData data) {
        PriceAndWins shown = shown(data);
        return shown.isKnown() ? shown.found() : shown.refused();
    }

    static Optional<Figure> figure(ReportData data) {
        return Optional.of(shown(data)).filter(PriceAndWins::isKnown).map(shown -> new Figure(shown.chart()));
    }

    private static PriceAndWins shown(ReportData data) {
        PriceAndWins moved = new PriceAndWins(data, MOVED);
        return moved.isReliable() ? moved : new PriceAndWins(data, TOGETHER);
    }

    private boolean isKnown() {
        return effect("estimate", POINTS).number().isPresent();
    }

    private boolean isReliable() {
        return isKnown()
                && strength().number().map(f -> f.doubleValue() >= WEAK).orElse(false);
    }

    private Fact term(String term, String column, Unit unit) {
        String filter = Condition.all(Condition.is("method", method), Condition.is("term", term));
        return data.cell(TABLE, filter, column, unit).ofRows(Fact.UNCOUNTED);
    }

    private Fact effect(String column, Unit unit) {
        return term("average_marginal_effect", column, unit);
    }

    private Fact strength() {
        return term("first_stage_F", "estimate", Unit.measure("", 0));
    }

    private List<Block> refused() {
        Fact deals = effect("deal_count", Unit.count("deals"));
        return List.of(Notice.noData(
                deals.number().isEmpty()
                        ? Text.of(
                                "What a dearer offer costs in wins needs competitors' offers: no closed deal has one.")
                        : Text.of(
                                "What a dearer offer costs in wins cannot be told from {0} closed deals with a competitor's"
                                        + " offer; at least 30 won and 30 lost are needed.",
                                deals)));
    }

    private List<Block> found() {
        List<Block> blocks = new ArrayList<>();
        Fact low = effect("low", POINTS);
        Fact high = effect("high", POINTS);
        Fact deals = effect("deal_count", Unit.count("deals"));
        Fact mean = effect("estimate", POINTS);
        if (method.equals(MOVED)) {
            blocks.add(new Paragraph(Text.of(
                    "One percent dearer changes the chance to win by {0} on average (95% interval {1} to {2}, {3} closed"
                            + " deals). What moves the price here is {4} (first stage F = {5}): discounts that go to weak deals"
                            + " do not blur it. As price and winning went together, it would be {6}.",
                    mean,
                    low,
                    high,
                    deals,
                    effect("instrument", Unit.PHRASE),
                    strength(),
                    new PriceAndWins(data, TOGETHER).effect("estimate", POINTS))));
        } else {
            blocks.add(new Paragraph(Text.of(
                    "One percent dearer goes with a change of {0} in the chance to win (95% interval {1} to {2}, {3} closed"
                            + " deals).",
                    mean, low, high, deals)));
            blocks.add(Notice.caveat(
                    Text.of("An association, not an effect: discounts go to weak deals, which hides part of"
                            + " what a price does, and nothing is known that moves our price and nothing else.")));
        }
        return blocks;
    }

    private LineChart chart() {
        Table points = data.table("select position, max(gap) as gap from " + TABLE + " where "
                + Condition.all(Condition.is("method", method), "term = 'curve'")
                + " group by position order by position");
        int count = points.rowCount();
        List<Text> labels = IntStream.range(0, count)
                .mapToObj(i -> label(points.doubleColumn("gap").get(i)))
                .toList();
        List<Series> series = new ArrayList<>();
        series.add(curve(method, "curve", count).named(method.equals(MOVED) ? "Effect of price" : "Went together"));
        series.add(curve("observed", "bin", count).named("Observed"));
        Fact mean = effect("estimate", POINTS);
        Text message = method.equals(MOVED)
                ? Text.of("One percent dearer changes the chance to win by {0}", mean)
                : Text.of("One percent dearer goes with {0} in the chance to win, which is not yet an effect", mean);
        Heading heading = new Heading(
                message,
                data.project().name(),
                "Win rate by our offer above the competitor's",
                Unit.RATE,
                "36 months, logarithmic gap, AC with 95% interval");
        return new LineChart(heading, labels, series);
    }

    private static Text label(double gap) {
        return Text.of("{0}%", Span.offset(Math.round(gap)));
    }

    private Series curve(String of, String term, int count) {
        return Series.of(
                Scenario.ACTUAL,
                IntStream.rangeClosed(1, count)
                        .mapToObj(position -> point(of, term, position))
                        .toList());
    }

    private Estimate point(String of, String term, int position) {
        String filter = Condition.all(Condition.is("method", of), Condition.is("term", term), "position = " + position);
        boolean isCurve = term.equals("curve");
        Fact value = fact(filter, "max(estimate)");
        return isCurve
                ? Estimate.between(fact(filter, "max(low)"), value, fact(filter, "max(high)"))
                : Estimate.exact(value);
    }

    private Fact fact(String filter, String measure) {
        return data.fact(TABLE, filter, measure, Unit.RATE).ofRows(Fact.UNCOUNTED);
    }
}

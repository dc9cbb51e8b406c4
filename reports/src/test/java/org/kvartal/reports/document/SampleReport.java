package org.kvartal.reports.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.BridgeChart;
import org.kvartal.reports.chart.CalibrationPlot;
import org.kvartal.reports.chart.ColumnChart;
import org.kvartal.reports.chart.DotPlot;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Item;
import org.kvartal.reports.chart.LineChart;
import org.kvartal.reports.chart.PanelChart;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/** A report of an invented company with every kind of block and chart, to look at and to test with. */
public final class SampleReport {
    private static final String COMPANY = "Northwind Instruments";
    private static final Unit EUR = Unit.money("EUR");
    private static final Unit DEALS = Unit.count("opportunities");
    private static final Unit HOURS = Unit.measure("hours", 1);
    private static final Origin BOOKINGS = Origin.of("mart.bookings_by_month", "sum(won_amount)");
    private static final int[] BOOKED = {
        262, 281, 402, 298, 315, 446, 287, 301, 431, 322, 340, 518, 291, 312, 455, 338, 349, 502, 318, 335, 489, 361,
        377, 588
    };

    private SampleReport() {}

    public static Report report() {
        Cover cover = new Cover(
                COMPANY,
                LocalDate.of(2025, 12, 31),
                "2025-12-31#1",
                Grade.B,
                "EUR",
                Text.of("fiscal year from January"),
                "0.1.0");
        return new Report(
                Text.of("Quarterly sales report"),
                Locale.ENGLISH,
                cover,
                List.of(result(), changes(), outlook(), pipeline(), competitors(), service(), stock(), quality()));
    }

    private static Section result() {
        Fact year = eur(4_815_300, "year(month) = 2025").ofRows(612);
        Fact growth = rate(0.1242, "mart.bookings_by_month", "growth").ofRows(612);
        Fact share = rate(0.331, "mart.bookings_by_month", "share_of_last_quarter");
        return Section.answering("result", "Result", "Did we deliver?")
                .lead(Text.of(
                        "{0} were won in 2025, {1} more than the year before; the last quarter alone brought {2} of it.",
                        year, growth, share))
                .with(
                        KeyFigures.of(
                                KeyFigure.of("Bookings 2025", year)
                                        .compared(KeyFigure.Verdict.GOOD, Text.of("{0} on 2024", growth.asChange()))
                                        .trend("last 24 months", months(0, 24)),
                                KeyFigure.of("Won", count(612, "outcome = 'won'"))
                                        .compared(
                                                KeyFigure.Verdict.GOOD,
                                                Text.of(
                                                        "{0} on 2024",
                                                        count(41, "outcome = 'won' and year = 2024")
                                                                .asChange()))
                                        .trend("last 24 months", months(2, 24)),
                                KeyFigure.of(
                                                "Win rate",
                                                rate(0.382, "mart.closed_by_month", "win_rate")
                                                        .ofRows(1602))
                                        .compared(KeyFigure.Verdict.BAD, Text.of("{0} on 2024", points(-0.021))),
                                KeyFigure.of(
                                                "Median cycle",
                                                hours(61.5, "cycle").ofRows(612))
                                        .compared(KeyFigure.Verdict.NEUTRAL, Text.of("no change that can be told"))),
                        new Figure(columns()),
                        new Paragraph(Text.of(
                                "The growth comes from {0}; the other regions together are level with the year before. "
                                        + "Half of the rise in the fourth quarter are orders that were expected in January 2026.",
                                Span.words("Region East"))),
                        regions());
    }

    private static ColumnChart columns() {
        List<String> labels =
                List.of("Q1 24", "Q2 24", "Q3 24", "Q4 24", "Q1 25", "Q2 25", "Q3 25", "Q4 25", "Q1 26", "Q2 26");
        List<Estimate> actual = new ArrayList<>();
        List<Estimate> plan = new ArrayList<>();
        List<Estimate> forecast = new ArrayList<>();
        for (int quarter = 0; quarter < 8; quarter++) {
            int sum = BOOKED[quarter * 3] + BOOKED[quarter * 3 + 1] + BOOKED[quarter * 3 + 2];
            actual.add(Estimate.exact(eur(sum * 1000L, "quarter = " + quarter)));
            plan.add(Estimate.exact(eur(900_000 + quarter * 50_000L, "plan and quarter = " + quarter)));
            forecast.add(missing());
        }
        for (int quarter = 8; quarter < 10; quarter++) {
            actual.add(missing());
            plan.add(Estimate.exact(eur(900_000 + quarter * 50_000L, "plan and quarter = " + quarter)));
            forecast.add(between(
                    1_090_000 + (quarter - 8) * 190_000L, 130_000 + (quarter - 8) * 40_000L, "quarter = " + quarter));
        }
        return new ColumnChart(
                heading(
                        "The fourth quarter carried the year, as in the year before",
                        "Bookings",
                        EUR,
                        "2024 to 2026, AC, PL and FC"),
                Text.names(labels),
                List.of(
                        Series.of(Scenario.ACTUAL, actual),
                        Series.of(Scenario.PLAN, plan),
                        Series.of(Scenario.FORECAST, forecast).named("FC with 80% interval")));
    }

    private static DataTable regions() {
        Unit points = Unit.POINTS;
        DataTable table = DataTable.of(
                "Bookings by region",
                Column.text("Region"),
                Column.exact("Won", DEALS),
                Column.exact("Bookings", EUR),
                Column.number("Mean deal", EUR),
                Column.number("Win rate", Unit.RATE),
                Column.gain("Bookings Δ PY", EUR),
                Column.gain("Win rate Δ PY", points));
        String[] names = {"East", "Central and South-Eastern Europe", "North", "West", "Overseas"};
        long[] won = {214, 168, 121, 84, 25};
        long[] amounts = {1_921_840, 1_204_115, 887_950, 633_310, 168_085};
        double[] rates = {0.441, 0.392, 0.371, 0.318, 0.268};
        long[] changes = {498_200, 61_870, -12_400, -24_305, 0};
        double[] pointsChange = {0.012, -0.004, -0.031, -0.052, 0};
        for (int i = 0; i < names.length; i++) {
            String where = "region = '" + names[i] + "'";
            table = table.row(
                    names[i],
                    count(won[i], where),
                    eur(amounts[i], where),
                    eur(amounts[i] / won[i], where + " mean"),
                    rate(rates[i], "mart.closed_by_month", where),
                    eur(changes[i], where + " change").asChange(),
                    points(pointsChange[i]));
        }
        return table.total(
                Cell.label("All regions"),
                Cell.number(count(612, "")),
                Cell.number(eur(4_815_300, "")),
                Cell.number(eur(7_868, "mean")),
                Cell.number(rate(0.382, "mart.closed_by_month", "all")),
                Cell.number(eur(523_365, "change").asChange()),
                Cell.blank());
    }

    private static Section changes() {
        return Section.answering("what-changed", "What changed", "Why does the outlook differ from the last report?")
                .graded(Grade.B)
                .lead(Text.of(
                        "Four large deals moved out of the quarter and cost {0} of the outlook.",
                        eur(-310_000, "pushed out")))
                .with(new Figure(new BridgeChart(
                        heading(
                                "Deals pushed out outweigh everything that came in",
                                "Outlook for Q1 2026",
                                EUR,
                                "30 Sep to 31 Dec 2025"),
                        item("Outlook on 30 Sep", 1_240_000),
                        List.of(
                                item("Won earlier than expected", 21_000),
                                item("New opportunities", 112_000),
                                item("Pushed out of the quarter", -310_000),
                                item("Amounts raised", 64_000),
                                item("Lost", -58_000),
                                item("Corrections of data", 21_000)),
                        item("Outlook on 31 Dec", 1_090_000))));
    }

    private static Section outlook() {
        List<String> labels = new ArrayList<>();
        List<Estimate> actual = new ArrayList<>();
        List<Estimate> forecast = new ArrayList<>();
        List<Estimate> prior = new ArrayList<>();
        for (int month = 0; month < 30; month++) {
            labels.add(LocalDate.of(2024, 1, 1)
                    .plusMonths(month)
                    .format(java.time.format.DateTimeFormatter.ofPattern("MMM uu", Locale.ENGLISH)));
            actual.add(month < 24 ? Estimate.exact(eur(BOOKED[month] * 1000L, "month = " + month)) : missing());
            prior.add(
                    month < 12
                            ? missing()
                            : Estimate.exact(eur(BOOKED[month - 12] * 1000L, "month = " + (month - 12))));
            forecast.add(
                    month < 24
                            ? missing()
                            : between(BOOKED[month - 12] * 1060L, 30_000 + (month - 24) * 14_000L, "month = " + month));
        }
        return Section.answering("outlook", "Outlook", "Where will we land?")
                .graded(Grade.B)
                .lead(Text.of(
                        "The first half of 2026 most likely brings {0}, and with four chances in five between {1} and {2}.",
                        eur(2_380_000, "p50"), eur(2_050_000, "p10"), eur(2_710_000, "p90")))
                .with(
                        new Figure(new LineChart(
                                heading(
                                        "The seasonal peak of March returns, a little higher",
                                        "Bookings by month",
                                        EUR,
                                        "Jan 2024 to Jun 2026, AC, PY and FC with 80% interval"),
                                Text.names(labels),
                                List.of(
                                        Series.of(Scenario.ACTUAL, actual),
                                        Series.of(Scenario.FORECAST, forecast),
                                        Series.of(Scenario.PRIOR_YEAR, prior)))),
                        Notice.caveat(Text.of(
                                "Over the last 36 months the 80% interval held {0} of the outcomes. Prices for 2026 are not in it.",
                                rate(0.81, "forecast.backtest", "coverage").ofRows(36))),
                        new Figure(promises()),
                        new Figure(small()));
    }

    /** Public, because tests look for it in the page. */
    public static CalibrationPlot promises() {
        double[] promised = {0.1, 0.25, 0.5, 0.75, 0.9};
        double[] came = {0.17, 0.27, 0.53, 0.70, 0.83};
        List<Estimate> stated = new ArrayList<>();
        List<Estimate> shares = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < promised.length; i++) {
            labels.add((int) Math.round(promised[i] * 100) + "% said");
            stated.add(Estimate.exact(rate(promised[i], "forecast.backtest", "stated " + i)));
            shares.add(Estimate.between(
                    rate(came[i] - 0.09, "forecast.backtest", "low " + i).ofRows(120),
                    rate(came[i], "forecast.backtest", "came " + i).ofRows(120),
                    rate(came[i] + 0.08, "forecast.backtest", "high " + i).ofRows(120)));
        }
        return new CalibrationPlot(
                heading(
                        "Outcomes stay below what is said of them as often as promised",
                        "Outcomes below the value said",
                        Unit.RATE,
                        "last 36 months, AC with 95% interval"),
                Text.names(labels),
                Series.of(Scenario.PLAN, stated).named("promised"),
                Series.of(Scenario.ACTUAL, shares).named("came"));
    }

    private static PanelChart small() {
        String[] products = {"Spectrometers", "Titrators", "Service", "Spare parts for all of them", "Training"};
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < products.length; i++) {
            int product = i;
            List<Estimate> values = IntStream.range(0, 24)
                    .mapToObj(month ->
                            Estimate.exact(eur(BOOKED[month] * 1000L / (2 + product), product + " in " + month)))
                    .toList();
            series.add(Series.of(Scenario.ACTUAL, values).named(Text.name(products[i])));
        }
        List<String> labels = IntStream.range(0, 24)
                .mapToObj(month -> (month < 12 ? "2024-" : "2025-") + (month % 12 + 1))
                .toList();
        return new PanelChart(
                heading("Every product has the same season", "Bookings by product", EUR, "2024 and 2025, AC"),
                Text.names(labels),
                series);
    }

    private static Section pipeline() {
        return Section.answering("pipeline", "Pipeline", "Is there enough, and is it alive?")
                .graded(Grade.A)
                .lead(Text.of(
                        "Open opportunities cover the plan of the next quarter {0}-fold; a quarter of them has not moved for 90 days.",
                        Fact.of(3.4, Unit.measure("", 1), Origin.of("mart.pipeline_by_stage", "coverage"))))
                .with(
                        new Figure(new BarChart(
                                heading(
                                        "Half of the value waits in negotiation",
                                        "Open pipeline by stage",
                                        EUR,
                                        "31 Dec 2025, AC and PY"),
                                Text.names(List.of(
                                        "Prospecting",
                                        "Engaging",
                                        "Proposal sent and acknowledged by the customer",
                                        "Negotiation",
                                        "Verbal agreement")),
                                List.of(
                                        Series.actual(
                                                eur(612_000, "s1"),
                                                eur(1_210_400, "s2"),
                                                eur(840_200, "s3"),
                                                eur(2_411_000, "s4"),
                                                eur(188_000, "s5")),
                                        Series.of(
                                                        Scenario.PRIOR_YEAR,
                                                        exact(
                                                                eur(702_000, "p1"),
                                                                eur(1_130_400, "p2"),
                                                                eur(990_200, "p3"),
                                                                eur(1_711_000, "p4"),
                                                                eur(268_000, "p5")))
                                                .named("PY")))),
                        stuck());
    }

    private static DataTable stuck() {
        DataTable table = DataTable.of(
                "Stuck opportunities, largest first",
                Column.text("Opportunity"),
                Column.text("Owner"),
                Column.text("Stage"),
                Column.exact("Amount", EUR),
                Column.exact("In stage", Unit.measure("days", 0)),
                Column.text("Last activity"));
        String[] owners = {"Darcel Schlecht", "Vicki Laflamme", "Kary Hendrixson", "Cassey Cress", "Donn Cantrell"};
        for (int i = 0; i < 38; i++) {
            String where = "opportunity_id = 'crm:" + (1000 + i) + "'";
            table = table.row(
                    Cell.label("Spectrometer line " + (char) ('A' + i % 26)),
                    Cell.label(owners[i % owners.length]),
                    Cell.label(i % 3 == 0 ? "Negotiation" : "Proposal"),
                    Cell.number(Fact.of(98_400L - i * 1_870L, EUR, stuck("amount", where))),
                    Cell.number(Fact.of(240L - i * 3, Unit.measure("days", 0), stuck("days_in_stage", where))),
                    Cell.number(Fact.of(LocalDate.of(2025, 9, 1).plusDays(i), stuck("last_activity", where))));
        }
        return table.total(
                Cell.label("38 opportunities"),
                Cell.blank(),
                Cell.blank(),
                Cell.number(eur(2_424_590, "stuck")),
                Cell.blank(),
                Cell.blank());
    }

    private static Origin stuck(String measure, String where) {
        return Origin.of("crm.opportunities", measure).where(where);
    }

    private static Section competitors() {
        List<String> rivals =
                List.of("Acme Analytical", "Borealis Lab Systems GmbH & Co. KG", "Cromwell", "No competitor known");
        double[] rates = {0.31, 0.44, 0.52, 0.40};
        double[] margins = {0.05, 0.11, 0.19, 0.03};
        long[] cases = {318, 74, 21, 1189};
        List<Estimate> values = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            values.add(Estimate.between(
                    rate(rates[i] - margins[i], "mart.rivals", "low " + i).ofRows(cases[i]),
                    rate(rates[i], "mart.rivals", "rate " + i).ofRows(cases[i]),
                    rate(rates[i] + margins[i], "mart.rivals", "high " + i).ofRows(cases[i])));
        }
        List<String> months = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> "2025-" + (month < 10 ? "0" : "") + month)
                .toList();
        Unit index = Unit.measure("index points", 0);
        return Section.answering("competitors", "Price, product, competitor", "Are we priced right?")
                .graded(Grade.C)
                .lead(Text.of(
                        "Against {0} we win {1} of contested deals, fewer than against anyone else.",
                        Span.words("Acme Analytical"), values.get(0).value()))
                .with(
                        new Figure(new DotPlot(
                                heading(
                                        "Only Acme is clearly below our overall rate",
                                        "Win rate by competitor",
                                        Unit.RATE,
                                        "2025, AC with 95% interval"),
                                Text.names(rivals),
                                List.of(Series.of(Scenario.ACTUAL, values)),
                                List.of(new Item(
                                        "all", rate(0.382, "mart.rivals", "all").ofRows(1602))))),
                        new Figure(new LineChart(
                                heading(
                                        "Acme has cut prices twice since May",
                                        "Price level, own list price = 100",
                                        index,
                                        "Jan to Dec 2025, AC"),
                                Text.names(months),
                                List.of(
                                        line("Acme Analytical", index, 99, 98, 98, 97, 92, 92, 92, 91, 86, 86, 87, 86),
                                        line(
                                                "Borealis Lab Systems GmbH & Co. KG",
                                                index,
                                                104,
                                                104,
                                                105,
                                                105,
                                                105,
                                                106,
                                                106,
                                                106,
                                                107,
                                                107,
                                                107,
                                                108),
                                        line(
                                                "Cromwell",
                                                index,
                                                101,
                                                101,
                                                100,
                                                100,
                                                101,
                                                101,
                                                102,
                                                102,
                                                101,
                                                101,
                                                100,
                                                100)))));
    }

    private static Series line(String name, Unit unit, int... values) {
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            estimates.add(Estimate.exact(Fact.of(
                    values[i],
                    unit,
                    Origin.of("mart.price_level", "index").where("rival = '" + name + "' and month = " + i))));
        }
        return Series.of(Scenario.ACTUAL, estimates).named(name);
    }

    private static Section service() {
        return Section.answering("service", "Service and training", "Do customers get answers?")
                .graded(Grade.A)
                .lead(Text.of(
                        "Half of all requests are closed within {0}.",
                        hours(9.5, "median").ofRows(2210)))
                .with(Notice.noData(Text.of(
                        "No training has taken place in the period, so nothing can be said about its effect.")));
    }

    private static Section stock() {
        return Section.answering("stock-cover", "Stock cover", "Can we deliver what we sell?")
                .blocked(
                        Text.of(
                                "The stock levels are 41 hours old; at most 24 are allowed. The section of 29 Dec 2025 is kept."));
    }

    private static Section quality() {
        DataTable table = DataTable.of(
                "Findings by rule",
                Column.text("Rule"),
                Column.text("Table"),
                Column.exact("Rows", Unit.count("rows")),
                Column.exact("Failing", Unit.count("rows")),
                Column.number("Share", Unit.RATE));
        table = table.row(
                        Cell.label("account is known"),
                        Cell.label("crm.opportunities"),
                        Cell.number(count(8800, "rows")),
                        Cell.number(count(1425, "failing")),
                        Cell.number(rate(0.1619, "quality.findings", "share")))
                .row(
                        Cell.label("close date after open date"),
                        Cell.label("crm.opportunities"),
                        Cell.number(count(8800, "rows2")),
                        Cell.number(count(0, "failing2")),
                        Cell.number(rate(0, "quality.findings", "share2")));
        return Section.answering("data-quality", "Data quality", "What should you not rely on?")
                .graded(Grade.B)
                .lead(Text.of(
                        "{0} open opportunities name no account; every other rule holds.", count(1425, "failing")))
                .with(table);
    }

    private static Heading heading(String message, String measure, Unit unit, String period) {
        return new Heading(Text.of(message), COMPANY, measure, unit, period);
    }

    private static List<Fact> months(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(month -> eur(BOOKED[month] * 1000L, "month = " + month))
                .toList();
    }

    private static List<Estimate> exact(Fact... facts) {
        return java.util.Arrays.stream(facts).map(Estimate::exact).toList();
    }

    private static Item item(String label, long amount) {
        return new Item(
                label,
                Fact.of(
                        amount,
                        EUR,
                        Origin.of("mart.outlook_changes", "sum(amount)").where("kind = '" + label + "'")));
    }

    private static Estimate between(long middle, long margin, String filter) {
        return Estimate.between(
                eur(middle - margin, filter + " p10"),
                eur(middle, filter + " p50"),
                eur(middle + margin, filter + " p90"));
    }

    private static Estimate missing() {
        return Estimate.exact(Fact.missing(EUR, BOOKINGS));
    }

    private static Fact eur(long amount, String filter) {
        return Fact.of(amount, EUR, BOOKINGS.where(filter));
    }

    private static Fact count(long number, String filter) {
        return Fact.of(number, DEALS, Origin.of("crm.opportunities", "count(*)").where(filter));
    }

    private static Fact rate(double rate, String table, String filter) {
        return Fact.of(rate, Unit.RATE, Origin.of(table, "rate").where(filter));
    }

    private static Fact points(double difference) {
        return Fact.of(
                difference,
                Unit.POINTS,
                Origin.of("mart.closed_by_month", "difference").where("d = " + difference));
    }

    private static Fact hours(double hours, String filter) {
        return Fact.of(
                hours,
                HOURS,
                Origin.of("mart.requests_by_month", "median(hours)").where(filter));
    }
}

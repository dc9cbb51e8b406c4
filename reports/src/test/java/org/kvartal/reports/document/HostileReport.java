package org.kvartal.reports.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.BridgeChart;
import org.kvartal.reports.chart.Chart;
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

/** Reports that try to break the renderers: names that attack, and numbers that fit no chart. */
public final class HostileReport {
    public static final String SCRIPT = "<script>alert(1)</script>";
    public static final String FORMULA = "=cmd|'/C calc'!A0";
    public static final String ENTITY = "\"'><img src=http://example.org/x onerror=alert(2)>&lt;b&gt;";
    public static final String CONTROLS = "bell\u0007 null\u0000 escape\u001b next\u0085 half\ud800";
    public static final String OVERRIDE = "invoice\u202Efdp.exe \u2066isolated";
    public static final String TEMPLATE = "{{ report.title }} {% include 'page.html' %} {0} ${jndi:ldap://x}";
    public static final String PERSIAN = "شرکت پخش نمونه، می\u200cشود ۱۲۳";
    public static final String LONG =
            "Endless " + "name without any space to break at ".replace(" ", "-").repeat(300);

    public static final List<String> NAMES = List.of(
            SCRIPT, FORMULA, ENTITY, CONTROLS, OVERRIDE, TEMPLATE, PERSIAN, LONG, "@SUM(1+1)", "+1", "-1", "\t=1+1");

    private static final Unit EUR = Unit.money("EUR");

    private HostileReport() {}

    /** Every name in every place where a name can stand. */
    public static Report ofNames() {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            sections.add(section("name-" + i, NAMES.get(i)));
        }
        Cover cover =
                new Cover(SCRIPT, LocalDate.of(2025, 12, 31), FORMULA, Grade.D, CONTROLS, Text.name(OVERRIDE), ENTITY);
        return new Report(Text.name(SCRIPT), Locale.ENGLISH, cover, sections);
    }

    private static Section section(String anchor, String name) {
        Fact fact = fact(1234, name);
        Text text = Text.name(name);
        List<Text> two = List.of(text, Text.of("plain"));
        Heading heading = new Heading(Text.of("{0} leads", Span.words(name)), name, text, EUR, text);
        return Section.answering(anchor, text, text)
                .lead(Text.of("{0} and {1}", Span.words(name), fact))
                .with(
                        new Paragraph(Text.of("{0}", Span.words(name))),
                        KeyFigures.of(KeyFigure.of(text, fact)
                                .compared(KeyFigure.Verdict.GOOD, Text.of("{0}", Span.words(name)))
                                .trend(text, List.of(fact, fact(5, name)))),
                        new Figure(new BarChart(heading, two, List.of(Series.actual(fact, fact(-5, "x"))))),
                        new Figure(new ColumnChart(
                                heading,
                                two,
                                List.of(Series.actual(fact, fact(0, "x")).named(text)))),
                        new Figure(new LineChart(
                                heading,
                                two,
                                List.of(Series.actual(fact, fact(7, "x")).named(text)))),
                        DataTable.of(text, Column.text(text), Column.exact(text, EUR), Column.text(text))
                                .row(Cell.label(text), Cell.number(fact), Cell.number(Fact.of(name, fact.origin())))
                                .total(Cell.label(text), Cell.number(fact), Cell.blank()),
                        Notice.caveat(Text.of("{0}", Span.words(name))));
    }

    /** Charts of too much, too little and the wrong sign. */
    public static Report ofNumbers() {
        List<Chart> charts = List.of(
                columns("sixty months", months(60), 60, 1_000, 0),
                columns("one month", months(1), 1, 1, 0),
                columns("all zero", months(6), 6, 0, 0),
                columns("below zero", months(12), 12, 900, -6000),
                lines("sixty months", 60, 40_000_000),
                lines("one month", 1, 1),
                lines("all the same", 12, 0),
                bars(
                        "negative and zero",
                        List.of(
                                "Up",
                                "A member with a name that does not end before the drawing does",
                                "Zero",
                                "Unknown"),
                        Estimate.exact(fact(1_200_000, "a")),
                        Estimate.exact(fact(-840_000, "b")),
                        Estimate.exact(fact(0, "c")),
                        Estimate.exact(Fact.missing(EUR, Origin.of("t", "m")))),
                bars("one bar", List.of("Only"), Estimate.exact(fact(3, "only"))),
                bars(
                        "all below zero",
                        List.of("First", "Second"),
                        Estimate.exact(fact(-3, "x")),
                        Estimate.exact(fact(-12, "y"))),
                new BridgeChart(
                        heading("through zero"),
                        item("Start", 400),
                        List.of(item("Fall", -900), item("Nothing", 0), item("Rise", 200)),
                        item("End", -300)),
                new DotPlot(
                        heading("few cases"),
                        Text.names(List.of("One", "Two", "None")),
                        List.of(
                                Series.of(
                                        Scenario.ACTUAL,
                                        List.of(
                                                estimate(10, 9),
                                                estimate(-5, 200),
                                                Estimate.exact(Fact.missing(EUR, Origin.of("t", "m"))))),
                                Series.of(
                                        Scenario.PRIOR_YEAR,
                                        List.of(estimate(12, 3), estimate(5, 20), estimate(1, 1)))),
                        List.of(item("no effect", 0))),
                panels("one of one month", 1, List.of("1")),
                panels("twelve of sixty months", 12, months(60)));
        Section section =
                Section.answering("numbers", "Numbers", "Does it fit?").lead(Text.of("It does."));
        for (Chart chart : charts) {
            section = section.with(new Figure(chart));
        }
        Cover cover = new Cover(
                "Example", LocalDate.of(2025, 12, 31), "1", Grade.A, "EUR", Text.of("calendar year"), "0.1.0");
        return new Report(Text.of("Numbers that fit no chart"), Locale.ENGLISH, cover, List.of(section));
    }

    private static Chart columns(String what, List<String> labels, int count, long step, long start) {
        List<Estimate> actual = IntStream.range(0, count)
                .mapToObj(i -> Estimate.exact(fact(start + i * step, what + i)))
                .toList();
        List<Estimate> prior = IntStream.range(0, count)
                .mapToObj(i -> Estimate.exact(fact(start + i * step / 2, what + "py" + i)))
                .toList();
        return new ColumnChart(
                heading("columns, " + what),
                Text.names(labels),
                List.of(Series.of(Scenario.ACTUAL, actual), Series.of(Scenario.PRIOR_YEAR, prior)));
    }

    private static Chart lines(String what, int count, long step) {
        List<Estimate> actual = IntStream.range(0, count)
                .mapToObj(i -> Estimate.exact(fact(5 * step + (i % 7) * step, what + i)))
                .toList();
        List<Estimate> close = IntStream.range(0, count)
                .mapToObj(i -> Estimate.exact(fact(5 * step + (i % 7) * step + 1, what + "c" + i)))
                .toList();
        return new LineChart(
                heading("lines, " + what),
                Text.names(months(count)),
                List.of(
                        Series.of(Scenario.ACTUAL, actual).named("One of two lines with nearly the same values"),
                        Series.of(Scenario.ACTUAL, close).named("The other"),
                        Series.of(Scenario.PLAN, close)));
    }

    /** The last of them has no number at all. */
    private static Chart panels(String what, int count, List<String> labels) {
        List<Series> series = IntStream.range(0, count)
                .mapToObj(member -> Series.of(
                                Scenario.ACTUAL,
                                labels.stream()
                                        .map(label -> member == 11
                                                ? Estimate.exact(Fact.missing(EUR, Origin.of("t", "m")))
                                                : estimate(member * 1000L - 4000, 700 * member))
                                        .toList())
                        .named(Text.name("Member " + member + " with a name that does not fit above its panel")))
                .toList();
        return new PanelChart(heading("panels, " + what), Text.names(labels), series);
    }

    private static Chart bars(String what, List<String> labels, Estimate... values) {
        return new BarChart(
                heading("bars, " + what), Text.names(labels), List.of(Series.of(Scenario.ACTUAL, List.of(values))));
    }

    private static List<String> months(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LocalDate.of(2021, 1, 1).plusMonths(i).toString().substring(0, 7))
                .toList();
    }

    private static Heading heading(String measure) {
        return new Heading(Text.of("It fits"), "Example", measure, EUR, "2025");
    }

    private static Item item(String label, long amount) {
        return new Item(label, fact(amount, label));
    }

    private static Estimate estimate(long middle, long margin) {
        return Estimate.between(
                fact(middle - margin, "low" + middle),
                fact(middle, "mid" + middle),
                fact(middle + margin, "high" + middle));
    }

    private static Fact fact(long amount, String name) {
        return Fact.of(amount, EUR, Origin.of("mart.bookings", "sum(amount)").where("name = '" + name + "'"));
    }
}

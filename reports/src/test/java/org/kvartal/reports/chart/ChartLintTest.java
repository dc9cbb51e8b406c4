package org.kvartal.reports.chart;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChartLintTest {
    private static final Unit EUR = Unit.money("EUR");
    private static final Text MESSAGE = Text.of("East leads");
    private static final Heading HEADING = new Heading(MESSAGE, "Example", "Bookings", EUR, "2025");

    @Test
    void asksWhoWhatWhenAndWhy() {
        refuses(
                () -> new Heading(MESSAGE, " ", "Bookings", EUR, "2025"),
                "Bookings",
                "says not whose numbers they are");
        refuses(() -> new Heading(MESSAGE, "Example", "", EUR, "2025"), "Example", "says not what it measures");
        refuses(
                () -> new Heading(MESSAGE, "Example", "Bookings", EUR, ""),
                "Bookings",
                "says not which period it covers");
        refuses(() -> new Heading(Text.of(""), "Example", "Bookings", EUR, "2025"), "Bookings", "has no message");
        refuses(
                () -> new Heading(MESSAGE, "Example", "Bookings", Unit.TEXT, "2025"),
                "Bookings",
                "has no numeric unit");
    }

    @Test
    void drawsNoForecastWithoutInterval() {
        refuses(
                () -> Series.of(Scenario.FORECAST, List.of(Estimate.exact(eur(1)))),
                "FC",
                "forecasts without interval");
        assertThatCode(() -> Series.of(Scenario.FORECAST, List.of(between(1, 2, 3))))
                .doesNotThrowAnyException();
    }

    @Test
    void drawsNoRateOfFewCasesWithoutInterval() {
        Heading rates = new Heading(MESSAGE, "Example", "Win rate", Unit.RATE, "2025");
        Fact few = Fact.of(0.5, Unit.RATE, Origin.of("t", "m")).ofRows(29);

        refuses(
                () -> new BarChart(rates, Text.names(List.of("East")), List.of(Series.actual(few))),
                "Win rate",
                "has a rate of 29 cases without interval in AC");
        assertThatCode(() -> new BarChart(rates, Text.names(List.of("East")), List.of(Series.actual(few.ofRows(30)))))
                .doesNotThrowAnyException();
    }

    @Test
    void wantsALabelForEveryValueAndAValueForEveryLabel() {
        refuses(() -> new BarChart(HEADING, List.of(), List.of(Series.actual())), "Bookings", "has nothing to draw");
        refuses(
                () -> new BarChart(HEADING, Text.names(List.of("East", " ")), List.of(Series.actual(eur(1), eur(2)))),
                "Bookings",
                "has a mark without label in [East,  ]");
        refuses(
                () -> new BarChart(HEADING, Text.names(List.of("East")), List.of(Series.actual(eur(1), eur(2)))),
                "Bookings",
                "has 1 labels and 2 values of AC");
    }

    @Test
    void drawsFewSeriesWithNamesOfTheirOwn() {
        Series series = Series.actual(eur(1));

        refuses(
                () -> new LineChart(HEADING, Text.names(List.of("Jan")), Collections.nCopies(6, series)),
                "Bookings",
                "has 6 series; from 1 to 5 can be told apart");
        refuses(
                () -> new LineChart(HEADING, Text.names(List.of("Jan")), List.of(series, series)),
                "Bookings",
                "has two series named AC");
        refuses(() -> series.named(" "), "AC", "has a series without name");
        refuses(
                () -> new ColumnChart(HEADING, Text.names(List.of("Jan")), List.of(series, series.named("other"))),
                "Bookings",
                "has two series of AC; compare members as small charts or lines");
    }

    @Test
    void keepsOneUnit() {
        Fact days = Fact.of(3L, Unit.measure("days", 0), Origin.of("t", "m"));

        refuses(
                () -> new ColumnChart(HEADING, Text.names(List.of("Jan")), List.of(Series.actual(days))),
                "Bookings",
                "is in EUR and has a value of AC in days");
    }

    @Test
    void wantsBridgesToAddUpToTheLastDigit() {
        Item start = new Item("start", eur(100));
        Item change = new Item("change", eur(-30));

        refuses(
                () -> new BridgeChart(HEADING, start, List.of(change), new Item("end", eur(71))),
                "Bookings",
                "does not add up: the changes lead to 70, not to 71");
        assertThatCode(() -> new BridgeChart(HEADING, start, List.of(change), new Item("end", eur(70))))
                .doesNotThrowAnyException();
    }

    @Test
    void wantsPromisesAndOutcomesAsShares() {
        Heading rates = new Heading(MESSAGE, "Example", "Outcomes", Unit.RATE, "2025");
        Series promised = Series.of(Scenario.PLAN, List.of(Estimate.exact(share(0.8))));
        Series came = Series.of(Scenario.ACTUAL, List.of(Estimate.between(share(0.6), share(0.75), share(0.9))));

        assertThatCode(() -> new CalibrationPlot(rates, Text.names(List.of("80%")), promised, came))
                .doesNotThrowAnyException();
        refuses(
                () -> new CalibrationPlot(rates, Text.names(List.of("80%")), promised, Series.actual(share(0.75))),
                "Outcomes",
                "has an outcome without interval");
        refuses(
                () -> new CalibrationPlot(
                        rates,
                        Text.names(List.of("80%")),
                        Series.of(Scenario.PLAN, List.of(Estimate.exact(share(1.8)))),
                        came),
                "Outcomes",
                "has a share below 0 or above 1");
        refuses(
                () -> new CalibrationPlot(rates, Text.names(List.of("80%")), came.named("other"), came),
                "Outcomes",
                "has promises that are not PL");
    }

    @Test
    void drawsAsManyPanelsAsAnEyeCanCompare() {
        List<Series> thirteen = IntStream.range(0, 13)
                .mapToObj(i -> Series.actual(eur(i)).named(Text.name("member " + i)))
                .toList();

        refuses(
                () -> new PanelChart(HEADING, Text.names(List.of("Jan")), thirteen),
                "Bookings",
                "has 13 series; from 1 to 12 can be told apart");
        assertThatCode(() -> new PanelChart(HEADING, Text.names(List.of("Jan")), thirteen.subList(0, 12)))
                .doesNotThrowAnyException();
    }

    private static Fact share(double share) {
        return Fact.of(share, Unit.RATE, Origin.of("t", "m"));
    }

    private static void refuses(ThrowingCallable chart, String name, String breach) {
        assertThatThrownBy(chart).hasMessage("Invalid chart \"" + name + "\": it " + breach);
    }

    private static Estimate between(long low, long middle, long high) {
        return Estimate.between(eur(low), eur(middle), eur(high));
    }

    private static Fact eur(long amount) {
        return Fact.of(amount, EUR, Origin.of("mart.bookings", "sum(amount)").where("amount = " + amount));
    }
}

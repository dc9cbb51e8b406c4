package org.kvartal.reports.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kvartal.reports.chart.BarChart;
import org.kvartal.reports.chart.Heading;
import org.kvartal.reports.chart.Scenario;
import org.kvartal.reports.chart.Series;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Scale;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SectionTest {
    private static final Unit EUR = Unit.money("EUR");

    private final Section section = Section.answering("win-rate", "Win rate", "Where do we win?");

    @Test
    void tellsItsFactsInReadingOrder() {
        Section written = section.lead(Text.of("{0} won", eur(1)))
                .with(
                        KeyFigures.of(
                                KeyFigure.of("Won", eur(2)).compared(KeyFigure.Verdict.GOOD, Text.of("{0}", eur(3)))),
                        table().row("East", eur(4)).total("All", eur(5)),
                        Notice.caveat(Text.of("but {0}", eur(6))));

        assertThat(written.facts()).containsExactly(eur(1), eur(2), eur(3), eur(4), eur(5), eur(6));
    }

    @Test
    void saysWhyItIsBlockedInPlaceOfWhatItSaid() {
        Section blocked = section.lead(Text.of("{0} won", eur(1))).blocked(Text.of("The prices are 9 days old."));

        assertThat(blocked.isBlocked()).isTrue();
        assertThat(blocked.lead().isEmpty()).isTrue();
        assertThat(blocked.facts()).isEmpty();
        assertThat(section.isBlocked()).isFalse();
    }

    @Test
    void refusesAnchorsThatAreNotKebabCase() {
        assertThatThrownBy(() -> Section.answering("Win rate", "Win rate", ""))
                .hasMessage("Invalid anchor \"Win rate\": must be kebab-case");
    }

    @Test
    void refusesTwoSectionsOfOneName() {
        Cover cover = new Cover(
                "Example", LocalDate.of(2025, 12, 31), "1", Grade.A, "EUR", Text.of("calendar year"), "0.1.0");

        assertThatThrownBy(() -> new Report(Text.of("Sales"), Locale.ENGLISH, cover, List.of(section, section)))
                .hasMessage("Invalid report \"Sales\": two sections have the anchor win-rate");
    }

    @Test
    void refusesRowsThatDoNotFitTheirTable() {
        assertThatThrownBy(() -> table().row("East", eur(1), eur(2)))
                .hasMessageStartingWith("Invalid table \"Won\": row [Label[text=East], ")
                .hasMessageEndingWith(" has 3 cells for 2 columns");
    }

    @Test
    void scalesAColumnByItsLargestNumberIncludingTheTotal() {
        assertThat(table().row("East", eur(9_000)).scale(1)).isEqualTo(new Scale(0, 0));
        assertThat(table().row("East", eur(9_000)).total("All", eur(900_000)).scale(1))
                .isEqualTo(new Scale(3, 0));
    }

    @Test
    void hasTheEndsOfIntervalsInTheTableBehindAChart() {
        Heading heading = new Heading(Text.of("East leads"), "Example", "Bookings", EUR, "2025");
        Series actual = Series.actual(eur(5));
        Series forecast = Series.of(Scenario.FORECAST, List.of(Estimate.between(eur(1), eur(2), eur(3))));
        Figure figure = new Figure(new BarChart(heading, Text.names(List.of("East")), List.of(actual, forecast)));

        DataTable table = figure.table();

        assertThat(table.columns())
                .extracting(column -> column.title().print(Language.of(Locale.ENGLISH)))
                .containsExactly("", "AC", "FC", "FC, low", "FC, high");
        assertThat(table.rows())
                .containsExactly(new Row(List.of(
                        Cell.label(Text.name("East")),
                        Cell.number(eur(5)),
                        Cell.number(eur(2)),
                        Cell.number(eur(1)),
                        Cell.number(eur(3)))));
    }

    private static DataTable table() {
        return DataTable.of("Won", Column.text("Region"), Column.number("Won", EUR));
    }

    private static Fact eur(long amount) {
        return Fact.of(amount, EUR, Origin.of("mart.bookings", "sum(amount)").where("amount = " + amount));
    }
}

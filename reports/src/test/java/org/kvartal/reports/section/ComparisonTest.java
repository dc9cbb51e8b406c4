package org.kvartal.reports.section;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.fact.Text;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {
    /** The fiscal year begins in July: 20 May 2024 is in the fourth quarter of 2024. */
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-05-20", 7);

    @RegisterExtension
    final SectionData lastDay = SectionData.asOf("2024-06-30", 7);

    private Comparison since(SectionData data, String firstClosing) {
        data.rows("mart.opportunities_as_of", "outcome, close_date", "('lost', date '" + firstClosing + "')");
        return Comparison.of(data.published());
    }

    @Test
    void takesTheSameDaysOfTheYearBefore() {
        Comparison comparison = since(given, "2023-04-08");
        assertThat(comparison.now())
                .isEqualTo(new Period(
                        Text.of("{0} so far", Period.name(fourth(2024))),
                        LocalDate.parse("2024-04-01"),
                        LocalDate.parse("2024-05-20")));
        assertThat(comparison.before())
                .contains(new Period(
                        Text.of("the same days of {0}", Period.name(fourth(2023))),
                        LocalDate.parse("2023-04-01"),
                        LocalDate.parse("2023-05-20")));
        assertThat(comparison.wholeQuarterBefore(given.published()))
                .contains(new Period(
                        Period.name(fourth(2023)), LocalDate.parse("2023-04-01"), LocalDate.parse("2023-06-30")));
    }

    @Test
    void takesAsManyDaysOfTheQuarterBeforeWhenTheYearIsNotCovered() {
        assertThat(since(given, "2023-04-09").before())
                .contains(new Period(
                        Text.of("the same days of {0}", Period.name(fourth(2024).previous())),
                        LocalDate.parse("2024-01-01"),
                        LocalDate.parse("2024-02-19")));
    }

    @Test
    void takesNothingWhenTheDataAreYounger() {
        assertThat(since(given, "2024-01-09").before()).isEmpty();
    }

    @Test
    void takesWholeQuartersOnTheLastDay() {
        Comparison comparison = since(lastDay, "2020-01-01");
        assertThat(comparison.now().name()).isEqualTo(Period.name(fourth(2024)));
        assertThat(comparison.before())
                .contains(new Period(
                        Period.name(fourth(2023)), LocalDate.parse("2023-04-01"), LocalDate.parse("2023-06-30")));
    }

    private static FiscalQuarter fourth(int year) {
        return new FiscalQuarter(new FiscalCalendar(7), year, 4);
    }
}

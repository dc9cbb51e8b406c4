package org.kvartal.reports.section.result;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.PersianYears;
import org.kvartal.reports.fact.Language;

import static org.assertj.core.api.Assertions.assertThat;

class FiscalMonthTest {
    private static final FiscalCalendar SOLAR = new FiscalCalendar(new PersianYears(1));

    @Test
    void namesCivilMonthsByTheirOwnName() {
        assertThat(FiscalMonth.upTo(
                        LocalDate.parse("2024-05-20"), LocalDate.parse("2024-03-31"), 18, new FiscalCalendar(4)))
                .extracting(month -> month.name().print(Language.of(Locale.ENGLISH)))
                .containsExactly("Mar 2024", "Apr 2024", "May 2024");
    }

    @Test
    void namesSolarMonthsAcrossTheNewYear() {
        var months = FiscalMonth.upTo(LocalDate.parse("2024-03-20"), LocalDate.parse("2000-01-01"), 2, SOLAR);

        assertThat(months)
                .extracting(month -> month.name().print(Language.of(Locale.ENGLISH)))
                .containsExactly("Esfand 1402", "Farvardin 1403");
        assertThat(months.get(0).days().from()).isEqualTo("2024-02-20");
        assertThat(months.get(0).days().to()).isEqualTo("2024-03-19");
        assertThat(months.get(1).yearBefore().days().from()).isEqualTo("2023-03-21");
    }
}

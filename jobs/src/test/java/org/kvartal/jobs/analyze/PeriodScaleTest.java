package org.kvartal.jobs.analyze;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodScaleTest {
    private static PeriodScale of(String... dates) {
        return PeriodScale.of(
                new TreeSet<>(List.of(dates).stream().map(LocalDate::parse).toList()));
    }

    private static String period(PeriodScale scale, String date) {
        return scale.name(scale.number(LocalDate.parse(date)));
    }

    @Test
    void putsADateIntoTheYearThatIsNamedByItsLastDay() {
        PeriodScale years = of("2003-12-31", "2004-12-31", "2005-12-31");
        assertThat(period(years, "2004-06-15")).isEqualTo("2004-12-31");
        assertThat(period(years, "2004-12-31")).isEqualTo("2004-12-31");
        assertThat(period(years, "2005-01-01")).isEqualTo("2005-12-31");
    }

    @Test
    void putsADateIntoTheQuarterThatIsNamedByItsLastDay() {
        PeriodScale quarters = of("2024-03-31", "2024-06-30", "2024-09-30");
        assertThat(period(quarters, "2024-04-01")).isEqualTo("2024-06-30");
        assertThat(period(quarters, "2024-09-12")).isEqualTo("2024-09-30");
    }

    @Test
    void putsADateIntoTheYearThatIsNamedByItsFirstDay() {
        PeriodScale years = of("2003-01-01", "2004-01-01", "2005-01-01");
        assertThat(period(years, "2004-12-31")).isEqualTo("2004-01-01");
        assertThat(period(years, "2005-01-01")).isEqualTo("2005-01-01");
    }
}

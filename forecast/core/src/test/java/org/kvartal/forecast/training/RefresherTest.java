package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RefresherTest {
    private static Refresher asOf(String day) {
        List<LocalDate> trained =
                List.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-03-01"), LocalDate.parse("2026-05-01"));
        return Refresher.of(4, trained, LocalDate.parse(day));
    }

    @Test
    void comesWhenHalfOfTheTrainedHaveLostHalf() {
        Refresher refresher = asOf("2026-05-15");

        assertThat(refresher.on()).as("122 days after the second of three").isEqualTo("2026-07-01");
        assertThat(refresher.due()).isOne();
    }

    @Test
    void isNeverInThePast() {
        assertThat(asOf("2026-12-31").on()).isEqualTo("2027-01-01");
        assertThat(asOf("2026-12-31").due()).isEqualTo(3);
    }
}

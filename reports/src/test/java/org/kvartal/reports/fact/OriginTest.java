package org.kvartal.reports.fact;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OriginTest {
    private final Origin origin = Origin.of("mart.bookings_by_month", "sum(won_amount)");

    @Test
    void saysHowToGetTheValue() {
        assertThat(origin.sql()).isEqualTo("select sum(won_amount) from mart.bookings_by_month");
        assertThat(origin.where("region = 'East'").sql())
                .isEqualTo("select sum(won_amount) from mart.bookings_by_month where region = 'East'");
    }

    /** Expected code computed with Python's hashlib: the top 30 bits of SHA-256, five at a time. */
    @Test
    void hasACodeThatFollowsFromTheStatementAlone() {
        assertThat(origin.where("region = 'East'").code()).isEqualTo("173S2C");
        assertThat(origin.code()).isNotEqualTo(origin.where("region = 'East'").code());
    }

    @Test
    void refusesToComeFromNowhere() {
        assertThatThrownBy(() -> Origin.of(" ", "count(*)"))
                .hasMessage("Invalid origin: table \" \" and measure \"count(*)\" must not be blank");
    }
}

package org.kvartal.jobs.demo;

import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RowTest {
    private static final Table TABLE = Table.of("T", "NAME varchar(20)");
    private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-06-01T18:00:00Z");

    private final Row row = new Row(TABLE, MORNING).set("NAME", "first");

    @Test
    void isAbsentBeforeItsEntry() {
        assertThat(row.before(MORNING)).isEmpty();
    }

    @Test
    void keepsWhatItHeldBeforeAChange() {
        row.number(5);
        row.change(NOON).set("NAME", "second");
        assertThat(row.before(NOON).orElseThrow()).containsExactly(5, "first", false, MORNING, MORNING);
        assertThat(row.before(EVENING).orElseThrow()).containsExactly(5, "second", false, MORNING, NOON);
    }

    @Test
    void staysWhereItIsWhenDeleted() {
        row.delete(NOON);
        assertThat(row.before(EVENING).orElseThrow()).containsExactly(null, "first", true, MORNING, NOON);
    }

    @Test
    void cannotBeChangedBeforeItsLastChange() {
        row.change(EVENING);
        assertThatThrownBy(() -> row.change(NOON))
                .hasMessage("Cannot change T: 2026-06-01T12:00:00Z is before its last change at 2026-06-01T18:00:00Z");
    }

    @Test
    void namesTheColumnsThatItHasWhenAskedForAnother() {
        assertThatThrownBy(() -> row.set("NAEM", "x"))
                .hasMessage(
                        "Invalid column NAEM: T has [ID integer primary key, NAME varchar(20), DELETED boolean not null,"
                                + " CREATED_AT timestamp(0) not null, MODIFIED_AT timestamp(0) not null]");
    }
}

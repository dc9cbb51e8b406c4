package org.kvartal.jobs.notify;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NoticeTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-31");

    @Test
    void saysWhatHappenedAndWhatToDo() {
        Notice notice = SomeNotifications.failed(MARCH, "Cannot reach the database");

        assertThat(notice.subject()).isEqualTo("[Meridian] night of 2026-03-31 failed");
        assertThat(notice.text()).isEqualTo("""
                [Meridian] night of 2026-03-31 failed

                project  Meridian
                as of    2026-03-31
                run      2026-03-31.1
                step     extract
                cause    Cannot reach the database
                next     kvartal run --as-of 2026-03-31
                """);
    }

    @Test
    void keepsOnOneLineWhatComesFromOutside() {
        Notice notice = new Notice(
                "Mer\r\nBcc: all@example.com\u0085idian",
                Event.FAILED,
                MARCH,
                "",
                "",
                "\u001b[31mred\u202Etxt.exe\u2028x\0" + "y".repeat(600),
                "");

        assertThat(notice.subject()).isEqualTo("[Mer Bcc: all@example.com idian] night of 2026-03-31 failed");
        assertThat(notice.cause())
                .startsWith("[31mred txt.exe x yyy")
                .endsWith("y ...")
                .hasSize(504);
    }

    @Test
    void knowsTheSameCauseWithOtherNumbers() {
        Notice first = SomeNotifications.failed(MARCH, "gave up after 28.1 s, port 50412");

        assertThat(first.kind())
                .isEqualTo(SomeNotifications.failed(MARCH, "gave up after 31.9 s, port 7")
                        .kind())
                .isNotEqualTo(SomeNotifications.failed(MARCH, "disk full").kind());
    }
}

package org.kvartal.jobs.preflight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.jobs.disk.Bytes;

/** Java, its memory, the clock and what Kvartal brings with it. */
final class Machine {
    private static final long LEAST_MEMORY = 600_000_000;
    private static final int FIRST_YEAR = 2025;
    private static final int LAST_YEAR = 2100;
    private static final List<String> FONTS = List.of(
            "IBMPlexSans-Regular", "IBMPlexSans-SemiBold", "IBMPlexSansArabic-Regular", "IBMPlexSansArabic-SemiBold");

    private Machine() {}

    static List<Finding> check(Clock clock, ZoneId zone) {
        return List.of(
                Finding.ok("java", "Java " + Runtime.version()),
                memory(Runtime.getRuntime().maxMemory()),
                clock(LocalDate.ofInstant(clock.instant(), zone), zone),
                fonts(FONTS.stream()));
    }

    static Finding memory(long most) {
        return most < LEAST_MEMORY
                ? Finding.warn(
                        "memory",
                        "memory " + Bytes.text(most) + ", and a small night takes " + Bytes.text(LEAST_MEMORY)
                                + ": set KVARTAL_OPTS=-Xmx2g")
                : Finding.ok("memory", "memory " + Bytes.text(most));
    }

    static Finding clock(LocalDate today, ZoneId zone) {
        boolean sane = today.getYear() >= FIRST_YEAR && today.getYear() <= LAST_YEAR;
        String text = "clock: today is " + today + " in " + zone;
        return sane ? Finding.ok("clock", text) : Finding.fail("clock", text + ": set the clock of this machine");
    }

    static Finding fonts(Stream<String> names) {
        List<String> missing = names.filter(name -> Finding.class.getResource("/fonts/" + name + ".ttf") == null)
                .toList();
        return missing.isEmpty()
                ? Finding.ok("fonts", "fonts of the PDF")
                : Finding.fail("fonts", "fonts of the PDF are missing " + missing + ": install Kvartal again");
    }
}

package org.kvartal.jobs.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.jobs.demo.Workforce.Seller;

/** Leaves of one or two weeks, four weeks a year, on which nobody uses the CRM. Two in three of them are on record. */
final class Leave {
    private static final Table ABSENCE = Table.of("ABSENCE", """
                    EMPLOYEE_ID integer not null
                    FIRST_DAY date not null
                    LAST_DAY date not null""");
    private static final int LEAVES_A_YEAR = 3;
    private static final double TWO_WEEKS = 0.33;
    private static final double ON_RECORD = 0.67;
    private static final int DAYS_OF_A_WEEK = 7;

    private final Map<Row, List<Away>> leaves = new HashMap<>();

    /** From a Monday to a Friday, both included. */
    private record Away(LocalDate first, LocalDate last) {}

    private Leave() {}

    static Leave take(World world, Workforce workforce) {
        Leave leave = new Leave();
        Dice dice = world.dice("leave");
        LocalDate last = world.span().last();
        for (Seller seller : workforce.sellers()) {
            for (int i = 0; i < LEAVES_A_YEAR; i++) {
                LocalDate first =
                        last.minusDays(dice.between(0, 360)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                int weeks = dice.chance(TWO_WEEKS) ? 2 : 1;
                Away away = new Away(first, first.plusDays(weeks * DAYS_OF_A_WEEK - 3L));
                leave.leaves
                        .computeIfAbsent(seller.row(), row -> new ArrayList<>())
                        .add(away);
                if (dice.chance(ON_RECORD) && seller.worksOn(first)) {
                    world.history()
                            .add(ABSENCE, WorkCalendar.moment(first.minusDays(30), 9))
                            .set("EMPLOYEE_ID", seller.row())
                            .set("FIRST_DAY", away.first())
                            .set("LAST_DAY", away.last());
                }
            }
        }
        return leave;
    }

    boolean isAway(Row person, LocalDate day) {
        return leaves.getOrDefault(person, List.of()).stream()
                .anyMatch(away -> !day.isBefore(away.first()) && !day.isAfter(away.last()));
    }
}

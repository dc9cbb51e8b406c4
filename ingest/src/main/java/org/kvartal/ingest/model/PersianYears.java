package org.kvartal.ingest.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Years of the Solar Hijri calendar, the official one of Iran: six months of 31 days, five of 30, and one of 29 or, in a
 * leap year, 30 days. The first month, Farvardin, begins with the spring equinox in Tehran.
 * <pre>
 *   leap(y)     = y mod 33 is one of 1, 5, 9, 13, 17, 22, 26, 30
 *   nowruz(y)   = nowruz(1403) + 365 (y - 1403) + L(y) - L(1403)     in days; L(y): leap years before y
 *   nowruz(1403) = 20 March 2024
 * </pre>
 * The cycle of 33 years agrees with the equinox in the years 1210 to 1501 and is refused beyond: 1502 is no leap year
 * by the equinox. Source of the cycle: Borkowski (1996), The Persian calendar for 3000 years, Earth, Moon, and Planets
 * 74, 223-230.
 *
 * @param firstMonth the solar month the fiscal year starts with, 1 to 12; 1 is Farvardin. A year has the number of the
 *     solar year in which it ends.
 */
public record PersianYears(int firstMonth) implements FiscalYears {
    private static final Set<Integer> LEAP_REMAINDERS = Set.of(1, 5, 9, 13, 17, 22, 26, 30);
    private static final int CYCLE = 33;
    private static final int FIRST_YEAR = 1210;
    private static final int LAST_YEAR = 1501;
    private static final int KNOWN_YEAR = 1403;
    private static final LocalDate KNOWN_NOWRUZ = LocalDate.of(2024, 3, 20);
    private static final List<String> MONTHS = List.of(
            "Farvardin",
            "Ordibehesht",
            "Khordad",
            "Tir",
            "Mordad",
            "Shahrivar",
            "Mehr",
            "Aban",
            "Azar",
            "Dey",
            "Bahman",
            "Esfand");

    public PersianYears {
        if (firstMonth < 1 || firstMonth > 12) {
            throw new IllegalArgumentException("Invalid first month " + firstMonth + ": must be from 1 to 12");
        }
    }

    @Override
    public FiscalYear year(int number) {
        int firstSolarYear = firstMonth == 1 ? number : number - 1;
        List<LocalDate> starts = new ArrayList<>();
        for (int i = 0; i <= FiscalYear.MONTHS; i++) {
            int month = firstMonth - 1 + i;
            starts.add(firstDay(firstSolarYear + month / FiscalYear.MONTHS, month % FiscalYear.MONTHS));
        }
        return new FiscalYear(
                number,
                starts.subList(0, FiscalYear.MONTHS),
                starts.get(FiscalYear.MONTHS).minusDays(1));
    }

    /** @param month 0 to 11 */
    private static LocalDate firstDay(int year, int month) {
        return nowruz(year).plusDays(30L * month + Math.min(month, 6));
    }

    /** The first day of a solar year. */
    static LocalDate nowruz(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR + 1) {
            throw new IllegalArgumentException(
                    "Invalid Solar Hijri year " + year + ": known are " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        int leapDays = leapYearsBefore(year) - leapYearsBefore(KNOWN_YEAR);
        return KNOWN_NOWRUZ.plusDays(365L * (year - KNOWN_YEAR) + leapDays);
    }

    private static int leapYearsBefore(int year) {
        int cycles = (year - 1) / CYCLE;
        int rest = (year - 1) % CYCLE;
        return cycles * LEAP_REMAINDERS.size()
                + (int) LEAP_REMAINDERS.stream()
                        .filter(remainder -> remainder <= rest)
                        .count();
    }

    @Override
    public int yearsBehind() {
        return 621;
    }

    @Override
    public String description() {
        return "Solar Hijri fiscal year from " + MONTHS.get(firstMonth - 1);
    }
}

package org.kvartal.forecast.timeseries.calendar;

import java.time.LocalDate;

/**
 * Easter Sunday of the western churches.
 *
 * <pre>
 *   a = year mod 19, b = year / 100, c = year mod 100, d = b / 4, e = b mod 4, f = (b + 8) / 25, g = (b - f + 1) / 3
 *   h = (19 a + b - d - g + 15) mod 30, i = c / 4, k = c mod 4, l = (32 + 2 e + 2 i - h - k) mod 7
 *   m = (a + 11 h + 22 l) / 451,  month = (h + l - 7 m + 114) / 31,  day = (h + l - 7 m + 114) mod 31 + 1
 * </pre>
 *
 * Source: Meeus (1991), Astronomical Algorithms, chapter 8 (the anonymous Gregorian algorithm of 1876); valid from 1583.
 */
public final class Easter {
    private static final int FIRST_YEAR = 1583;

    private Easter() {}

    public static LocalDate sunday(int year) {
        if (year < FIRST_YEAR) {
            throw new IllegalArgumentException("Invalid year: %d, must be at least %d".formatted(year, FIRST_YEAR));
        }
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (b - (b + 8) / 25 + 1) / 3;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int days = h + l - 7 * m + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}

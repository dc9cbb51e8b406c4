package org.kvartal.reports.fact;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;

/**
 * How one language writes days and civil months. By ICU and not by the JDK, whose forms change between releases. Persian
 * readers know days by the Solar Hijri calendar; civil months keep their civil names, since theirs begin on other days.
 */
final class Dates {
    private final DateFormat day;
    private final DateFormat month;
    private final DateFormat shortMonth;
    private final DateFormat solarMonth;

    private Dates(DateFormat day, DateFormat month, ULocale days, ULocale months) {
        this.day = utc(day);
        this.month = utc(month);
        shortMonth = utc(new SimpleDateFormat("LLL yy", months));
        solarMonth = utc(new SimpleDateFormat("LLLL y", solar(days)));
    }

    static Dates of(Locale locale) {
        return switch (locale.getLanguage()) {
            case "en" -> english();
            case "fa" -> of(solar(new ULocale("fa")), new ULocale("fa@calendar=gregorian"));
            default -> of(ULocale.forLocale(locale), ULocale.forLocale(locale));
        };
    }

    private static Dates of(ULocale days, ULocale months) {
        return new Dates(
                DateFormat.getInstanceForSkeleton("yMMMd", days),
                DateFormat.getInstanceForSkeleton("yMMM", months),
                days,
                months);
    }

    /** The day before the month as the world outside America writes it, the month in three letters in every case. */
    private static Dates english() {
        return new Dates(
                new SimpleDateFormat("d MMM y", ULocale.US),
                new SimpleDateFormat("MMM y", ULocale.US),
                ULocale.US,
                ULocale.US);
    }

    private static ULocale solar(ULocale locale) {
        return locale.setKeywordValue("calendar", "persian");
    }

    private static DateFormat utc(DateFormat format) {
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format;
    }

    String day(LocalDate date) {
        return day.format(start(date));
    }

    String month(LocalDate date) {
        return month.format(start(date));
    }

    String shortMonth(LocalDate date) {
        return shortMonth.format(start(date));
    }

    String solarMonth(LocalDate date) {
        return solarMonth.format(start(date));
    }

    private static Date start(LocalDate date) {
        return Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}

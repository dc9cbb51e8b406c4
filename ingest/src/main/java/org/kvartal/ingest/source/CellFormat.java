package org.kvartal.ingest.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the number format of a cell makes of its number. */
enum CellFormat {
    NUMBER,
    DATE,
    TIME,
    DATE_AND_TIME;

    private static final Set<Integer> DATES =
            Set.of(14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);
    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56);
    private static final int DATE_WITH_TIME = 22;

    /** Text in quotes, escaped and padding characters, colours and locales; elapsed hours {@code [h]} stay. */
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|[\\\\_*].|\\[(?!(?:h+|m+|s+)])[^\\]]*]");

    private static final Pattern FRACTION_OF_SECOND = Pattern.compile("(?<=s])\\.0+|(?<=s)\\.0+");
    private static final Pattern DIGIT = Pattern.compile("[#0?]");
    private static final Pattern DAY = Pattern.compile("[yd]");
    private static final Pattern HOUR = Pattern.compile("[hs]|am/pm");
    private static final Pattern MONTH_OR_MINUTE = Pattern.compile("m");

    /** One of the formats that every spreadsheet knows by number. */
    static CellFormat builtIn(int number) {
        return number == DATE_WITH_TIME
                ? DATE_AND_TIME
                : DATES.contains(number) ? DATE : TIMES.contains(number) ? TIME : NUMBER;
    }

    /** A format written out, as {@code yyyy-mm-dd hh:mm}. */
    static CellFormat of(String code) {
        String positive =
                TEXT.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("").split(";", 2)[0];
        boolean hasDigits = DIGIT.matcher(FRACTION_OF_SECOND.matcher(positive).replaceAll(""))
                .find();
        if (hasDigits || positive.contains("general") || positive.contains("@")) {
            return NUMBER;
        }
        boolean hasHour = HOUR.matcher(positive).find();
        boolean hasDay = DAY.matcher(positive).find()
                || !hasHour && MONTH_OR_MINUTE.matcher(positive).find();
        return hasDay ? hasHour ? DATE_AND_TIME : DATE : hasHour ? TIME : NUMBER;
    }
}

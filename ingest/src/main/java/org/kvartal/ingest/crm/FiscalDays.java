package org.kvartal.ingest.crm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.model.FiscalYear;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.text;

/**
 * The fiscal calendar as a table, by which marts find the period of a day and the periods that it is compared with. A
 * period is named by its first day. Days long past and far ahead are not in it: they belong to no period.
 */
public final class FiscalDays {
    public static final TableSpec TABLE = TableSpec.of(
            "mart",
            "fiscal_days",
            "A day, the fiscal periods it lies in, and those that these are compared with.",
            List.of("day"),
            date("day", "The day.").asRequired(),
            date("month", "First day of its fiscal month.").asRequired(),
            date("month_end", "Last day of its fiscal month.").asRequired(),
            text("month_label", "Number of the month and fiscal year, as M03 2026.")
                    .asRequired(),
            integer("day_of_month", "Position in the fiscal month, from 1.").in("days"),
            date("quarter", "First day of its fiscal quarter.").asRequired(),
            date("quarter_end", "Last day of its fiscal quarter.").asRequired(),
            text("quarter_label", "Fiscal quarter, as Q1 2026.").asRequired(),
            date("year", "First day of its fiscal year.").asRequired(),
            date("year_end", "Last day of its fiscal year.").asRequired(),
            text("year_label", "Fiscal year.").asRequired(),
            date("month_before", "First day of the fiscal month before."),
            date("quarter_before", "First day of the fiscal quarter before."),
            date("quarter_year_before", "First day of the same fiscal quarter a year before."),
            date("next_month", "First day of the fiscal month after."),
            date("month_next_quarter", "First day of the month at the same place in the quarter after."),
            date("month_next_year", "First day of the same fiscal month of the year after."),
            date("next_quarter", "First day of the fiscal quarter after."),
            date("quarter_next_year", "First day of the same fiscal quarter of the year after."),
            date("day_quarter_before", "The day as far into the quarter before, or that quarter's last."),
            date("day_year_before", "The day as far into the same month of the year before, or that month's last."));

    private static final int YEARS_BACK = 30;
    private static final int YEARS_AHEAD = 5;
    private static final int QUARTER = 3;

    private final FiscalCalendar calendar;

    private FiscalDays(FiscalCalendar calendar) {
        this.calendar = calendar;
    }

    /** The days from thirty years before a night to five years after it. */
    public static Stream<Object[]> around(AsOf asOf, FiscalCalendar calendar) {
        return between(asOf.date().minusYears(YEARS_BACK), asOf.date().plusYears(YEARS_AHEAD), calendar);
    }

    /** The whole fiscal years that these days lie in. */
    static Stream<Object[]> between(LocalDate from, LocalDate to, FiscalCalendar calendar) {
        FiscalDays days = new FiscalDays(calendar);
        return IntStream.rangeClosed(
                        calendar.yearOf(from).number(), calendar.yearOf(to).number())
                .mapToObj(calendar::year)
                .flatMap(days::ofYear);
    }

    private Stream<Object[]> ofYear(FiscalYear year) {
        return IntStream.rangeClosed(1, FiscalYear.MONTHS).boxed().flatMap(month -> {
            Object[] periods = periods(year, month);
            return year.firstDayOf(month)
                    .datesUntil(year.lastDayOf(month).plusDays(1))
                    .map(day -> row(day, year.firstDayOf(month), periods));
        });
    }

    private Object[] row(LocalDate day, LocalDate monthStart, Object[] periods) {
        Object[] row = periods.clone();
        row[0] = day;
        row[4] = ChronoUnit.DAYS.between(monthStart, day) + 1;
        row[row.length - 2] = calendar.quarterBefore(day);
        row[row.length - 1] = calendar.yearBefore(day);
        return row;
    }

    /** A row of the month, with gaps for what differs from day to day. */
    private Object[] periods(FiscalYear year, int month) {
        int number = year.number();
        int quarter = (month + QUARTER - 1) / QUARTER;
        int first = QUARTER * (quarter - 1) + 1;
        return new Object[] {
            null,
            year.firstDayOf(month),
            year.lastDayOf(month),
            "M%02d %d".formatted(month, number),
            null,
            year.firstDayOf(first),
            year.lastDayOf(first + QUARTER - 1),
            "Q" + quarter + " " + number,
            year.firstDay(),
            year.lastDay(),
            String.valueOf(number),
            month(number, month - 1),
            month(number, first - QUARTER),
            month(number - 1, first),
            month(number, month + 1),
            month(number, month + QUARTER),
            month(number + 1, month),
            month(number, first + QUARTER),
            month(number + 1, first),
            null,
            null
        };
    }

    /** First day of a month, which may lie in the year before or after. */
    private LocalDate month(int year, int month) {
        return calendar.year(year + Math.floorDiv(month - 1, FiscalYear.MONTHS))
                .firstDayOf(Math.floorMod(month - 1, FiscalYear.MONTHS) + 1);
    }
}

package org.kvartal.reports.section;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.fact.Value;

/**
 * The quarter so far, and what it is fairly compared with: the same days of the year before or, when the data do not
 * reach back so far, as many days of the quarter before. A period counts as covered when the first opportunity was
 * closed at most a week after its first day.
 */
public record Comparison(Period now, Optional<Period> before) {
    private static final int DAYS_OF_GRACE = 7;

    public static Comparison of(ReportData data) {
        Period now = soFar(data);
        Optional<Period> before = Stream.of(yearBefore(data), quarterBefore(data))
                .filter(period -> isCovered(data, period))
                .findFirst();
        return new Comparison(now, before);
    }

    /** Whether the data reach back to the first day of the period. */
    public static boolean isCovered(ReportData data, Period period) {
        return firstClosing(data)
                .filter(first -> !first.isAfter(period.from().plusDays(DAYS_OF_GRACE)))
                .isPresent();
    }

    /** The fiscal quarter up to the as-of date. */
    public static Period soFar(ReportData data) {
        FiscalQuarter quarter = data.quarter();
        return isOver(data)
                ? whole(quarter)
                : new Period(Text.of("{0} so far", Period.name(quarter)), quarter.firstDay(), data.asOf());
    }

    /** All days of a quarter. */
    public static Period whole(FiscalQuarter quarter) {
        return Period.of(quarter);
    }

    /** The quarter that {@link #before} belongs to, whole: for rates, which do not grow with the days. */
    public Optional<Period> wholeQuarterBefore(ReportData data) {
        return before.map(period -> data.project().fiscalCalendar().quarterOf(period.from()))
                .map(Comparison::whole);
    }

    private static Period yearBefore(ReportData data) {
        FiscalQuarter quarter = data.quarter().lastYear();
        return isOver(data)
                ? whole(quarter)
                : sameDays(quarter, data.project().fiscalCalendar().yearBefore(data.asOf()));
    }

    private static Period quarterBefore(ReportData data) {
        FiscalQuarter quarter = data.quarter().previous();
        LocalDate to = data.project().fiscalCalendar().quarterBefore(data.asOf());
        return isOver(data) || to.equals(quarter.lastDay()) ? whole(quarter) : sameDays(quarter, to);
    }

    private static Period sameDays(FiscalQuarter quarter, LocalDate to) {
        return new Period(Text.of("the same days of {0}", Period.name(quarter)), quarter.firstDay(), to);
    }

    private static boolean isOver(ReportData data) {
        return data.asOf().equals(data.quarter().lastDay());
    }

    /** The day from which on there is anything to compare. */
    public static Optional<LocalDate> firstClosing(ReportData data) {
        Fact first = data.fact(firstClosingOrigin(), Unit.DATE);
        return first.value() instanceof Value.Day day ? Optional.of(day.date()) : Optional.empty();
    }

    private static Origin firstClosingOrigin() {
        return Origin.of("mart.opportunities_as_of", "min(close_date)").where("outcome in ('won', 'lost')");
    }
}

package org.kvartal.reports.section;

import java.math.BigDecimal;
import java.util.Optional;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Unit;

/**
 * Whether two methods agree on the quarter: the months carry past bookings on, the outlook follows the deals. They
 * disagree when the months add up to something outside the range of eight outcomes in ten.
 */
public final class Agreement {
    private static final String MONTHS = "forecast.series_forecasts";

    private Agreement() {}

    /** What the months add up to; empty when they agree, or do not reach the end of the quarter. */
    public static Optional<Fact> otherTotal(ReportData data, Landing landing) {
        FiscalQuarter quarter =
                data.project().fiscalCalendar().quarterOf(data.asOf().plusDays(1));
        String ahead = Condition.all(
                "measure = 'bookings'",
                "scope = 'total'",
                "mean is not null",
                Condition.within("month", quarter.firstDay(), quarter.lastDay()));
        Fact months = data.fact(MONTHS, ahead, "sum(mean) + " + booked(quarter, ahead), data.money());
        return reachesTheEnd(data, ahead, quarter) && !isWithin(landing, months)
                ? Optional.of(months)
                : Optional.empty();
    }

    /** What was booked in the months of the quarter that are over, and thus not forecast. */
    private static String booked(FiscalQuarter quarter, String ahead) {
        return "coalesce((select sum(won_amount) from mart.bookings_by_month where month >= "
                + Condition.literal(quarter.firstDay()) + " and month < (select min(month) from " + MONTHS + " where "
                + ahead + ")), 0)";
    }

    private static boolean reachesTheEnd(ReportData data, String ahead, FiscalQuarter quarter) {
        String last = "month = " + Condition.literal(quarter.lastDay().withDayOfMonth(1));
        Fact count = data.fact(MONTHS, Condition.all(ahead, last), "count(*)", Unit.count("months"));
        return count.number().orElseThrow().signum() > 0;
    }

    private static boolean isWithin(Landing landing, Fact months) {
        return number(months).compareTo(number(landing.p10())) >= 0
                && number(months).compareTo(number(landing.p90())) <= 0;
    }

    private static BigDecimal number(Fact fact) {
        return fact.number().orElseThrow();
    }
}

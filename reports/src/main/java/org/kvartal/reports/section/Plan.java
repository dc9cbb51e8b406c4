package org.kvartal.reports.section;

import java.util.Locale;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;

/** What was planned, from {@code mart.plan_by_month}. */
public final class Plan {
    private Plan() {}

    /** Planned bookings of the whole in these months; missing when there is no plan. */
    public static Fact total(ReportData data, Period months) {
        return of(data, "total", months);
    }

    /** @param scope unit as plans name it: {@code region:East} */
    public static Fact of(ReportData data, String scope, Period months) {
        String filter = Condition.all(
                "lower(scope) = " + Condition.literal(scope.toLowerCase(Locale.ROOT)), months.includes("month"));
        return data.fact("mart.plan_by_month", filter, "sum(plan_amount)", data.money());
    }

    /** Amounts won as a share of the plan of the whole; missing when there is no plan. */
    public static Fact attainment(ReportData data, Period months) {
        String filter = Condition.all("lower(scope) = 'total'", months.includes("month"));
        return data.fact("mart.plan_by_month", filter, Measures.PLAN_ATTAINMENT.sql(), Unit.RATE);
    }
}

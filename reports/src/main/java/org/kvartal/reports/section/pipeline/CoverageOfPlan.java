package org.kvartal.reports.section.pipeline;

import java.util.Optional;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.OpenPipeline;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Plan;

/**
 * How often the open pipeline promised for the quarter that the next day belongs to covers what its plan still misses,
 * as {@link org.kvartal.reports.measure.Coverage} defines it.
 */
final class CoverageOfPlan {
    private static final int QUARTERS = 3;

    private CoverageOfPlan() {}

    static KeyFigure figure(ReportData data) {
        FiscalQuarter quarter =
                data.project().fiscalCalendar().quarterOf(data.asOf().plusDays(1));
        Period period = Comparison.whole(quarter);
        Fact times = times(data, period);
        KeyFigure figure = KeyFigure.of("Open deals cover what the plan misses", times);
        Fact plan = Plan.total(data, period);
        if (plan.number().isEmpty()) {
            return figure.compared(KeyFigure.Verdict.NEUTRAL, Text.of("no plan of {0} in the data", period.name()));
        }
        return figure.compared(
                KeyFigure.Verdict.NEUTRAL, Text.of("promised for {0}, of a plan of {1}", period.name(), plan));
    }

    private static Fact times(ReportData data, Period period) {
        return data.fact(
                "mart.plan_by_month",
                planned(period),
                "cast(" + promised(period)
                        + " as double) / nullif(greatest(cast(sum(plan_amount) - sum(won_amount) as double), 0), 0)",
                Unit.measure("times", 1));
    }

    private static String planned(Period period) {
        return Condition.all("lower(scope) = 'total'", period.includes("month"));
    }

    private static String promised(Period period) {
        return "(select sum(amount) from " + OpenPipeline.DEALS + " where " + period.includes("expected_close_date")
                + ")";
    }

    /** Quarter by quarter, from the one that the next day belongs to; empty with a plan for fewer than two. */
    static Optional<DataTable> byQuarter(ReportData data) {
        FiscalQuarter quarter =
                data.project().fiscalCalendar().quarterOf(data.asOf().plusDays(1));
        DataTable table = DataTable.of(
                "Does what is promised cover what the plan misses?",
                Column.text("Quarter"),
                Column.number("Plan", data.money()),
                Column.number("Booked", data.money()),
                Column.number("Promised, open", data.money()),
                Column.number("Covers the missing", Unit.measure("times", 1)));
        for (int i = 0; i < QUARTERS; i++) {
            Period period = Comparison.whole(quarter);
            if (Plan.total(data, period).number().isPresent()) {
                table = table.row(
                        Period.name(quarter),
                        Plan.total(data, period),
                        data.fact("mart.plan_by_month", planned(period), "sum(won_amount)", data.money()),
                        data.fact(
                                OpenPipeline.DEALS,
                                period.includes("expected_close_date"),
                                "coalesce(sum(amount), 0)",
                                data.money()),
                        times(data, period));
            }
            quarter = quarter.next();
        }
        return table.rows().size() < 2 ? Optional.empty() : Optional.of(table);
    }
}

package org.kvartal.reports.section.pipeline;

import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
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
    private CoverageOfPlan() {}

    static KeyFigure figure(ReportData data) {
        FiscalQuarter quarter =
                data.project().fiscalCalendar().quarterOf(data.asOf().plusDays(1));
        Period period = Comparison.whole(quarter);
        String planned = Condition.all("lower(scope) = 'total'", period.includes("month"));
        String promised = "(select sum(amount) from " + OpenPipeline.DEALS + " where "
                + period.includes("expected_close_date") + ")";
        Fact times = data.fact(
                new Origin(
                        "mart.plan_by_month",
                        planned,
                        "cast(" + promised
                                + " as double) / nullif(greatest(cast(sum(plan_amount) - sum(won_amount) as double), 0), 0)"),
                Unit.measure("times", 1));
        KeyFigure figure = KeyFigure.of("Open deals cover what the plan misses", times);
        Fact plan = Plan.total(data, period);
        if (plan.number().isEmpty()) {
            return figure.compared(
                    KeyFigure.Verdict.NEUTRAL, Text.of("no plan of {0} in the data", Span.words(period.name())));
        }
        return figure.compared(
                KeyFigure.Verdict.NEUTRAL,
                Text.of("promised for {0}, of a plan of {1}", Span.words(period.name()), plan));
    }
}

package org.kvartal.reports.section.summary;

import java.math.BigDecimal;
import java.util.Optional;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Landing;
import org.kvartal.reports.section.Plan;

/**
 * The plan of the quarter to land is nearly sure to be reached, or to be missed: it lies outside the range of eight
 * outcomes in ten. Between them it is open, and what is missing to the middle outcome is a need.
 */
final class OutlookRule implements Rule {
    @Override
    public Optional<Finding> judge(ReportData data) {
        if (!data.has(Landing.TABLE)) {
            return Optional.empty();
        }
        Landing landing = Landing.read(data);
        FiscalQuarter quarter =
                data.project().fiscalCalendar().quarterOf(data.asOf().plusDays(1));
        Fact plan = Plan.total(data, Comparison.whole(quarter));
        return landing.isRefused() || plan.number().isEmpty() ? Optional.empty() : finding(landing, plan);
    }

    private static Optional<Finding> finding(Landing landing, Fact plan) {
        if (number(landing.p10()).compareTo(number(plan)) >= 0) {
            return Optional.of(new Finding(
                    Topic.SUCCESS,
                    Text.of(
                            "{0} heads above its plan of {1}: nine outcomes in ten exceed {2}.",
                            landing.quarter(), plan, landing.p10())));
        }
        if (number(landing.p90()).compareTo(number(plan)) < 0) {
            return Optional.of(new Finding(
                    Topic.FAILURE,
                    Text.of(
                            "{0} heads below its plan of {1}: nine outcomes in ten stay under {2}.",
                            landing.quarter(), plan, landing.p90())));
        }
        return number(landing.p50()).compareTo(number(plan)) >= 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        Topic.NEED,
                        Text.of(
                                "The plan of {0} for {1} is open: the middle outcome is {2}, the range {3} to {4}.",
                                plan, landing.quarter(), landing.p50(), landing.p10(), landing.p90())));
    }

    private static BigDecimal number(Fact fact) {
        return fact.number().orElseThrow();
    }
}

package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.ingest.model.FiscalQuarter;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
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
    public Criterion criterion() {
        return Criterion.ofWhole(
                "outlook",
                Text.of("The outlook of the quarter to land against its plan"),
                Text.of(
                        "Success or failure when nine outcomes in ten lie on one side of the plan; a need when the middle"
                                + " outcome is below it."),
                Landing.TABLE,
                "mart.plan_by_month");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        if (!data.has(Landing.TABLE)) {
            return Optional.empty();
        }
        Landing landing = Landing.read(data);
        FiscalQuarter quarter =
                data.project().fiscalCalendar().quarterOf(data.asOf().plusDays(1));
        Fact plan = Plan.total(data, Comparison.whole(quarter));
        return landing.isRefused() || plan.number().isEmpty() ? Optional.empty() : finding(data, landing, plan);
    }

    private static Optional<Finding> finding(ReportData data, Landing landing, Fact plan) {
        double planned = Numbers.of(plan);
        double middle = Numbers.of(landing.p50());
        if (Numbers.of(landing.p10()) >= planned) {
            Text sentence = Text.of(
                    "{0} heads above its plan of {1}: nine outcomes in ten exceed {2}.",
                    landing.quarter(), plan, landing.p10());
            return Optional.of(
                    Finding.of(Topic.SUCCESS, sentence, ratio(middle - planned, middle - Numbers.of(landing.p10()))));
        }
        if (Numbers.of(landing.p90()) < planned) {
            Text sentence = Text.of(
                    "{0} heads below its plan of {1}: nine outcomes in ten stay under {2}.",
                    landing.quarter(), plan, landing.p90());
            return Optional.of(Finding.of(
                            Topic.FAILURE, sentence, ratio(planned - middle, Numbers.of(landing.p90()) - middle))
                    .asking(missing(data, landing, plan)));
        }
        return middle >= planned ? Optional.empty() : Optional.of(open(data, landing, plan));
    }

    private static Finding open(ReportData data, Landing landing, Fact plan) {
        double missing = Numbers.of(plan) - Numbers.of(landing.p50());
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "The plan of {0} for {1} is open: the middle outcome is {2}, the range {3} to {4}.",
                                plan, landing.quarter(), landing.p50(), landing.p10(), landing.p90()),
                        ratio(missing, Numbers.of(landing.p90()) - Numbers.of(landing.p50())))
                .asking(missing(data, landing, plan));
    }

    private static Text missing(ReportData data, Landing landing, Fact plan) {
        Fact gap = data.fact(Origin.of(Landing.TABLE, "(" + plan.origin().sql() + ") - max(p50)"), data.money());
        return Text.of(
                "Decide how the gap of {0} between the plan of {1} and its middle outcome is closed.",
                gap, landing.quarter());
    }

    /** Distance from the middle in halves of the range. */
    private static double ratio(double distance, double half) {
        return half > 0 ? distance / half : Double.MAX_VALUE;
    }
}

package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.BookedChange;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Plan;

/** The plan of a quarter that is over was reached or missed. Without a plan nobody can tell, which is a need. */
final class PlanRule implements Rule {
    private static final double TENTH = 0.1;

    @Override
    public Criterion criterion() {
        return Criterion.ofWhole(
                "plan",
                Text.of("Bookings of the quarter against its plan"),
                Text.of(
                        "On the last day of the quarter: the plan was reached or missed. On any day: there is no plan."),
                "mart.plan_by_month",
                "mart.opportunities_as_of");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Period quarter = Comparison.whole(data.quarter());
        Fact plan = Plan.total(data, quarter);
        if (plan.number().isEmpty()) {
            return Optional.of(unplanned(quarter));
        }
        return data.asOf().equals(quarter.to()) ? Optional.of(attained(data, quarter, plan)) : Optional.empty();
    }

    private static Finding unplanned(Period quarter) {
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "The data hold no plan of the whole for {0}: supply crm.plans, so that the result can be"
                                        + " judged.",
                                quarter.name()),
                        1)
                .asking(Text.of("Decide who plans {0} and supplies the plan.", quarter.name()));
    }

    private static Finding attained(ReportData data, Period quarter, Fact plan) {
        Fact booked = data.fact(BookedChange.booked(Comparison.soFar(data)), data.money());
        Fact attainment = Plan.attainment(data, quarter);
        boolean isReached = Numbers.of(booked) >= Numbers.of(plan);
        @Message
        String sentence = isReached
                ? "{0} reached its plan: {1} booked of {2} planned, {3} of it."
                : "{0} missed its plan: {1} booked of {2} planned, {3} of it.";
        return Finding.of(
                isReached ? Topic.SUCCESS : Topic.FAILURE,
                Text.of(sentence, quarter.name(), booked, plan, attainment),
                Math.abs(Numbers.of(booked) - Numbers.of(plan)) / Math.max(1, TENTH * Numbers.of(plan)));
    }
}

package org.kvartal.reports.section.summary;

import java.math.BigDecimal;
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
    @Override
    public Optional<Finding> judge(ReportData data) {
        Period quarter = Comparison.whole(data.quarter());
        Fact plan = Plan.total(data, quarter);
        if (plan.number().isEmpty()) {
            return Optional.of(new Finding(
                    Topic.NEED,
                    Text.of(
                            "The data hold no plan of the whole for {0}: supply crm.plans, so that the result can be"
                                    + " judged.",
                            quarter.name())));
        }
        return data.asOf().equals(quarter.to()) ? Optional.of(attained(data, quarter, plan)) : Optional.empty();
    }

    private static Finding attained(ReportData data, Period quarter, Fact plan) {
        Fact booked = data.fact(BookedChange.booked(Comparison.soFar(data)), data.money());
        boolean isReached = number(booked).compareTo(number(plan)) >= 0;
        @Message
        String sentence = isReached
                ? "{0} reached its plan: {1} booked of {2} planned, {3} of it."
                : "{0} missed its plan: {1} booked of {2} planned, {3} of it.";
        return new Finding(
                isReached ? Topic.SUCCESS : Topic.FAILURE,
                Text.of(sentence, quarter.name(), booked, plan, Plan.attainment(data, quarter)));
    }

    private static BigDecimal number(Fact fact) {
        return fact.number().orElseThrow();
    }
}

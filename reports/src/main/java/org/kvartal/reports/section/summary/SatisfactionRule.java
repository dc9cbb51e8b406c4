package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Satisfaction;

/** The mean mark of customers differs from that of the quarter before by more than its 95 % interval. */
final class SatisfactionRule implements Rule {
    @Override
    public Optional<Finding> judge(ReportData data) {
        Period now = Comparison.soFar(data);
        Period before = Comparison.whole(data.quarter().previous());
        Estimate mark = Satisfaction.of(data, now);
        Estimate base = Satisfaction.of(data, before);
        return switch (Satisfaction.between(mark, base)) {
            case UP ->
                Optional.of(new Finding(
                        Topic.SUCCESS,
                        sentence(
                                "Customers' satisfaction rose to {0} of 5 (95% interval {1} to {2}, {3} marks in {4}) from {5} in {6}.",
                                data, mark, base, now, before)));
            case DOWN ->
                Optional.of(new Finding(
                        Topic.FAILURE,
                        sentence(
                                "Customers' satisfaction fell to {0} of 5 (95% interval {1} to {2}, {3} marks in {4}) from {5} in {6}.",
                                data, mark, base, now, before)));
            case UNPROVEN -> Optional.empty();
        };
    }

    private static Text sentence(
            @Message String message, ReportData data, Estimate mark, Estimate base, Period now, Period before) {
        return Text.of(
                message,
                mark.value(),
                mark.low(),
                mark.high(),
                Satisfaction.count(data, now),
                now.name(),
                base.value(),
                before.name());
    }
}

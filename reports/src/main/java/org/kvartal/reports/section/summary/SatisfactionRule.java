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
    public Criterion criterion() {
        return Criterion.ofPart(
                "satisfaction",
                Text.of("The mean mark of customers against that of the quarter before"),
                Text.of("The 95% interval of the difference leaves out zero."),
                "mart.request_handling");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Period now = Comparison.soFar(data);
        Period before = Comparison.whole(data.quarter().previous());
        Estimate mark = Satisfaction.of(data, now);
        Estimate base = Satisfaction.of(data, before);
        return switch (Satisfaction.between(mark, base)) {
            case UP ->
                Optional.of(finding(
                        Topic.SUCCESS,
                        "Customers' satisfaction rose to {0} of 5 (95% interval {1} to {2}, {3} marks in {4}) from {5} in"
                                + " {6}.",
                        data,
                        mark,
                        base,
                        now,
                        before));
            case DOWN ->
                Optional.of(finding(
                        Topic.FAILURE,
                        "Customers' satisfaction fell to {0} of 5 (95% interval {1} to {2}, {3} marks in {4}) from {5} in"
                                + " {6}.",
                        data,
                        mark,
                        base,
                        now,
                        before));
            case UNPROVEN -> Optional.empty();
        };
    }

    private static Finding finding(
            Topic topic,
            @Message String sentence,
            ReportData data,
            Estimate mark,
            Estimate base,
            Period now,
            Period before) {
        return Finding.of(
                topic,
                Text.of(
                        sentence,
                        mark.value(),
                        mark.low(),
                        mark.high(),
                        Satisfaction.count(data, now),
                        now.name(),
                        base.value(),
                        before.name()),
                Math.abs(Satisfaction.timesBeyondChance(mark, base)));
    }
}

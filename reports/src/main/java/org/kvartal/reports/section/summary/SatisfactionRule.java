package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Span;
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
            case UP -> Optional.of(new Finding(Topic.SUCCESS, sentence("rose", data, mark, base, now, before)));
            case DOWN -> Optional.of(new Finding(Topic.FAILURE, sentence("fell", data, mark, base, now, before)));
            case UNPROVEN -> Optional.empty();
        };
    }

    private static Text sentence(
            String verb, ReportData data, Estimate mark, Estimate base, Period now, Period before) {
        return Text.of(
                "Customers' satisfaction " + verb
                        + " to {0} of 5 (95% interval {1} to {2}, {3} marks in {4}) from {5} in {6}.",
                mark.value(),
                mark.low(),
                mark.high(),
                Satisfaction.count(data, now),
                Span.words(now.name()),
                base.value(),
                Span.words(before.name()));
    }
}

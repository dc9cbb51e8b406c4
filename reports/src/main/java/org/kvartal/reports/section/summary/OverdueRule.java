package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.OpenPipeline;

/** At least three in ten open deals are past their promised close: the promises no longer tell when money comes. */
final class OverdueRule implements Rule {
    private static final double THREE_IN_TEN = 0.3;

    @Override
    public Optional<Finding> judge(ReportData data) {
        OpenPipeline pipeline = OpenPipeline.read(data);
        boolean isRare = number(pipeline.overdue()) < THREE_IN_TEN * number(pipeline.count());
        return isRare || number(pipeline.overdue()) == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        Topic.NEED,
                        Text.of(
                                "{0} of {1} open deals are past their promised close and need a new date or an end.",
                                pipeline.overdue(), pipeline.count())));
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

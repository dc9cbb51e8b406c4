package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.OpenPipeline;

/** At least three in ten open deals are past their promised close: the promises no longer tell when money comes. */
final class OverdueRule implements Rule {
    private static final double THREE_IN_TEN = 0.3;

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "overdue-deals",
                Text.of("Open deals past their promised close"),
                Text.of("They are at least 30% of the open deals."),
                OpenPipeline.DEALS);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        OpenPipeline pipeline = OpenPipeline.read(data);
        double share = Numbers.of(pipeline.overdue()) / Numbers.of(pipeline.count());
        return share >= THREE_IN_TEN ? Optional.of(finding(data, pipeline, share / THREE_IN_TEN)) : Optional.empty();
    }

    private static Finding finding(ReportData data, OpenPipeline pipeline, double effect) {
        Fact amount = data.fact(Origin.of(OpenPipeline.DEALS, "sum(amount)").where("overdue"), data.money());
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "{0} of {1} open deals are past their promised close and need a new date or an end.",
                                pipeline.overdue(), pipeline.count()),
                        effect)
                .asking(Text.of(
                        "Decide until when the overdue deals get a new date or an end: {0} of open amount has no"
                                + " believable date.",
                        amount));
    }
}

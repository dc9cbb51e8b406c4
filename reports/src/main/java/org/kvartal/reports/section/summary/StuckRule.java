package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.OpenPipeline;

/** At least a fifth of the open deals is stuck: that part of the pipeline is hope, not prospect. */
final class StuckRule implements Rule {
    private static final double FIFTH = 0.2;

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "stuck-deals",
                Text.of("Open deals older, or longer in their stage, than nearly all that were won"),
                Text.of("They are at least 20% of the open deals."),
                OpenPipeline.DEALS,
                OpenPipeline.STAGES);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        OpenPipeline pipeline = OpenPipeline.read(data);
        double share = Numbers.of(pipeline.stuck()) / Numbers.of(pipeline.count());
        return share >= FIFTH ? Optional.of(finding(data, pipeline, share / FIFTH)) : Optional.empty();
    }

    private static Finding finding(ReportData data, OpenPipeline pipeline, double effect) {
        if (!pipeline.hasAmounts()) {
            Text sentence = Text.of(
                    "{0} of {1} open deals are stuck: close them, or give them a next step.",
                    pipeline.stuck(), pipeline.count());
            return Finding.of(Topic.FAILURE, sentence, effect);
        }
        Text sentence = Text.of(
                "{0} of {1} open deals are stuck, {2} of the open amount: close them, or give them a next step.",
                pipeline.stuck(), pipeline.count(), pipeline.stuckShare());
        Fact amount = data.fact(Origin.of(OpenPipeline.DEALS, "sum(amount)").where("stuck"), data.money());
        return Finding.of(Topic.FAILURE, sentence, effect)
                .asking(Text.of(
                        "Decide which of the {0} stuck deals to end: {1} of open amount hangs on them.",
                        pipeline.stuck(), amount));
    }
}

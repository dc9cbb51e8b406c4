package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.OpenPipeline;

/** At least a fifth of the open deals is stuck: that part of the pipeline is hope, not prospect. */
final class StuckRule implements Rule {
    private static final double FIFTH = 0.2;

    @Override
    public Optional<Finding> judge(ReportData data) {
        OpenPipeline pipeline = OpenPipeline.read(data);
        if (number(pipeline.stuck()) == 0 || number(pipeline.stuck()) < FIFTH * number(pipeline.count())) {
            return Optional.empty();
        }
        Text sentence = pipeline.hasAmounts()
                ? Text.of(
                        "{0} of {1} open deals are stuck, {2} of the open amount: close them, or give them a next step.",
                        pipeline.stuck(), pipeline.count(), pipeline.stuckShare())
                : Text.of(
                        "{0} of {1} open deals are stuck: close them, or give them a next step.",
                        pipeline.stuck(), pipeline.count());
        return Optional.of(new Finding(Topic.FAILURE, sentence));
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

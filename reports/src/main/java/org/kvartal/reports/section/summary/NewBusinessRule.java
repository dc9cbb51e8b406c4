package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Landing;

/** At least half of what the quarter is expected to book rests on deals that do not exist yet. */
final class NewBusinessRule implements Rule {
    private static final double HALF = 0.5;

    @Override
    public Criterion criterion() {
        return Criterion.ofWhole(
                "new-business",
                Text.of("The part of the outlook that rests on deals not created yet"),
                Text.of("It is at least a half."),
                Landing.TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        if (!data.has(Landing.TABLE)) {
            return Optional.empty();
        }
        Fact share = Landing.shareOfNew(data);
        return Numbers.orNone(share) >= HALF ? Optional.of(finding(data, share)) : Optional.empty();
    }

    private static Finding finding(ReportData data, Fact share) {
        Fact quarter = Landing.read(data).quarter();
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "{0} of what {1} is expected to book rests on deals that are not created yet: the"
                                        + " pipeline has to be filled.",
                                share, quarter),
                        Numbers.of(share) / HALF)
                .asking(Text.of(
                        "Decide how the pipeline is filled: {0} of the outlook for {1} has no deal yet.",
                        Landing.fact(data, Landing.NEW, data.money()), quarter));
    }
}

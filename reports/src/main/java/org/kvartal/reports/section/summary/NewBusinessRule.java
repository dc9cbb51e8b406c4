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
    public Optional<Finding> judge(ReportData data) {
        if (!data.has(Landing.TABLE)) {
            return Optional.empty();
        }
        Fact share = Landing.shareOfNew(data);
        return share.number()
                .filter(number -> number.doubleValue() >= HALF)
                .map(number -> new Finding(
                        Topic.NEED,
                        Text.of(
                                "{0} of what {1} is expected to book rests on deals that are not created yet: the"
                                        + " pipeline has to be filled.",
                                share, Landing.read(data).quarter())));
    }
}

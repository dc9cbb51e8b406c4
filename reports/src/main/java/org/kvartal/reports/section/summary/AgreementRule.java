package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Agreement;
import org.kvartal.reports.section.Landing;

/** The two ways to forecast the quarter contradict each other: somebody has to find out why. */
final class AgreementRule implements Rule {
    @Override
    public Optional<Finding> judge(ReportData data) {
        return Optional.of(data)
                .filter(known -> known.has(Landing.TABLE))
                .map(Landing::read)
                .filter(landing -> !landing.isRefused())
                .flatMap(landing -> Agreement.otherTotal(data, landing)
                        .map(months -> new Finding(
                                Topic.NEED,
                                Text.of(
                                        "The months of the past carried on give {0} for {1}, outside the range from {2}"
                                                + " to {3} that the deals give: find out what has changed.",
                                        months, landing.quarter(), landing.p10(), landing.p90()))));
    }
}

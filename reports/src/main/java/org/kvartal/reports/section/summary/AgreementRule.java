package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Agreement;
import org.kvartal.reports.section.Landing;

/** The two ways to forecast the quarter contradict each other: somebody has to find out why. */
final class AgreementRule implements Rule {
    @Override
    public Criterion criterion() {
        return Criterion.ofWhole(
                "forecasts-agree",
                Text.of("Whether the months carried on and the open deals give the same quarter"),
                Text.of("The months add up to something outside the range of eight outcomes in ten of the deals."),
                Landing.TABLE,
                "forecast.series_forecasts");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        return Optional.of(data)
                .filter(known -> known.has(Landing.TABLE))
                .map(Landing::read)
                .filter(landing -> !landing.isRefused())
                .flatMap(landing -> Agreement.otherTotal(data, landing).map(months -> finding(landing, months)));
    }

    private static Finding finding(Landing landing, Fact months) {
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "The months of the past carried on give {0} for {1}, outside the range from {2} to {3}"
                                        + " that the deals give: find out what has changed.",
                                months, landing.quarter(), landing.p10(), landing.p90()),
                        effect(landing, Numbers.of(months)))
                .asking(Text.of(
                        "Decide which forecast of {0} to plan with until the cause is found: {1} by the deals, {2} by the"
                                + " months.",
                        landing.quarter(), landing.p50(), months));
    }

    /** How many half ranges the months are away from the middle. */
    private static double effect(Landing landing, double months) {
        double middle = Numbers.of(landing.p50());
        double half = months > middle ? Numbers.of(landing.p90()) - middle : middle - Numbers.of(landing.p10());
        return half > 0 ? Math.abs(months - middle) / half : Double.MAX_VALUE;
    }
}

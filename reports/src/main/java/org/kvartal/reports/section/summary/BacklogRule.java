package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Period;

/**
 * More requests came in than ended in the quarter, or fewer, by more than chance: as Poisson counts, the difference has the
 * standard deviation sqrt(opened + ended), and 1.96 of it count.
 */
final class BacklogRule implements Rule {
    private static final String TABLE = "mart.request_handling";
    private static final double Z = 1.96;

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "backlog",
                Text.of("Service requests that came in during the quarter against those that ended"),
                Text.of("They differ by more than 1.96 standard deviations of two Poisson counts."),
                TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Period quarter = Comparison.soFar(data);
        Fact opened = count(data, quarter.includes("opened_month"));
        Fact ended = count(data, quarter.includes("ended_month"));
        double growth = Numbers.of(opened) - Numbers.of(ended);
        double limit = Z * Math.sqrt(Numbers.of(opened) + Numbers.of(ended));
        return Math.abs(growth) <= limit
                ? Optional.empty()
                : Optional.of(finding(opened, ended, count(data, "censored"), growth / limit));
    }

    private static Finding finding(Fact opened, Fact ended, Fact open, double effect) {
        return effect > 0
                ? Finding.of(
                        Topic.FAILURE,
                        Text.of(
                                "{0} service requests came in during the quarter and {1} ended: the backlog grew to {2}.",
                                opened, ended, open),
                        effect)
                : Finding.of(
                        Topic.SUCCESS,
                        Text.of(
                                "{0} service requests ended in the quarter and {1} came in: the backlog shrank to {2}.",
                                ended, opened, open),
                        -effect);
    }

    private static Fact count(ReportData data, String condition) {
        return data.fact(TABLE, condition, "count(*)", Unit.count("requests"));
    }
}

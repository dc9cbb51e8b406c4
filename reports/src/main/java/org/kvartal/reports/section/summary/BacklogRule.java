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
    public Optional<Finding> judge(ReportData data) {
        Period quarter = Comparison.soFar(data);
        Fact opened = count(data, quarter.includes("opened_month"));
        Fact ended = count(data, quarter.includes("ended_month"));
        Fact open = count(data, "censored");
        double growth = number(opened) - number(ended);
        if (Math.abs(growth) <= Z * Math.sqrt(number(opened) + number(ended))) {
            return Optional.empty();
        }
        return Optional.of(
                growth > 0
                        ? new Finding(
                                Topic.FAILURE,
                                Text.of(
                                        "{0} service requests came in during the quarter and {1} ended: the"
                                                + " backlog grew to {2}.",
                                        opened, ended, open))
                        : new Finding(
                                Topic.SUCCESS,
                                Text.of(
                                        "{0} service requests ended in the quarter and {1} came in: the backlog"
                                                + " shrank to {2}.",
                                        ended, opened, open)));
    }

    private static Fact count(ReportData data, String condition) {
        return data.fact(TABLE, condition, "count(*)", Unit.count("requests"));
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

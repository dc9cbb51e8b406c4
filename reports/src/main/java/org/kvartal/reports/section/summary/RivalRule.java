package org.kvartal.reports.section.summary;

import java.util.Comparator;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Direction;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Share;
import org.kvartal.reports.section.WinRates;

/** Against a competitor we win less of the deals than of all deals: of those beyond chance, the one we win least of. */
final class RivalRule implements Rule {
    private static final int MONTHS_OF_CLOSINGS = 12;

    @Override
    public Optional<Finding> judge(ReportData data) {
        Period year = Period.lastMonths(MONTHS_OF_CLOSINGS, data.asOf());
        WinRates rates = WinRates.byCompetitor(data, year);
        return rates.standingOut().stream()
                .filter(rival -> rival.share().besideTheWhole(rates.whole()) == Direction.DOWN)
                .min(Comparator.comparing(
                        rival -> rival.share().rate().value().number().orElseThrow()))
                .map(rival -> finding(rival, rates.whole(), year));
    }

    private static Finding finding(WinRates.Rated rival, Share whole, Period year) {
        return new Finding(
                Topic.FAILURE,
                Text.of(
                        "When {0} is met, only {1} of the deals are won (95% interval {2} to {3}, {4} closed in {5}),"
                                + " against {6} of all deals.",
                        rival.label(),
                        rival.share().rate().value(),
                        rival.share().rate().low(),
                        rival.share().rate().high(),
                        rival.share().all(),
                        year.name(),
                        whole.rate().value()));
    }
}

package org.kvartal.reports.section.summary;

import java.util.Comparator;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Direction;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Share;
import org.kvartal.reports.section.WinRates;

/** Against a competitor we win less of the deals than of all deals: of those beyond chance, the one we win least of. */
final class RivalRule implements Rule {
    private static final int MONTHS_OF_CLOSINGS = 12;
    private static final String TABLE = "mart.closed_by_competitor";

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "rival",
                Text.of(
                        "The win rate of twelve months in the deals where a competitor is met, against that of all deals"),
                Text.of(
                        "The rate of all deals lies above the interval of the competitor's, widened because up to ten are"
                                + " compared (99.5%)."),
                TABLE,
                "mart.closed_by_month");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Period year = Period.lastMonths(MONTHS_OF_CLOSINGS, data.asOf());
        WinRates rates = WinRates.byCompetitor(data, year);
        return rates.standingOut().stream()
                .filter(rival -> rival.share().besideTheWhole(rates.whole()) == Direction.DOWN)
                .min(Comparator.comparing(
                        rival -> rival.share().rate().value().number().orElseThrow()))
                .map(rival -> finding(data, rival, rates.whole(), year));
    }

    private static Finding finding(ReportData data, WinRates.Rated rival, Share whole, Period year) {
        Finding finding = Finding.of(
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
                        whole.rate().value()),
                rival.share().timesBeyondChance(whole));
        Fact open = open(data, rival);
        return Numbers.orNone(open) > 0
                ? finding.asking(Text.of(
                        "Decide how to answer {0}: {1} of open deals name this competitor.", rival.label(), open))
                : finding;
    }

    /** The open deals have no month; the rest of the condition is that of the rate. */
    private static Fact open(ReportData data, WinRates.Rated rival) {
        return data.fact(Origin.of(TABLE, "sum(open_amount)").where(rival.condition()), data.money());
    }
}

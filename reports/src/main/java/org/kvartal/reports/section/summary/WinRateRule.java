package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Share;

/**
 * The win rate differs from that of the period it is compared with: the 95 % interval of the difference leaves out zero.
 */
final class WinRateRule implements Rule {
    @Override
    public Criterion criterion() {
        return Criterion.ofWhole(
                "win-rate",
                Text.of("The win rate of the quarter against that of the same quarter of the year before, else of the"
                        + " quarter before"),
                Text.of("The 95% interval of the difference (Newcombe) leaves out zero."),
                "mart.closed_by_month");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Comparison comparison = Comparison.of(data);
        return comparison.wholeQuarterBefore(data).flatMap(before -> judge(data, comparison.now(), before));
    }

    private static Optional<Finding> judge(ReportData data, Period now, Period before) {
        Share rate = Share.won(data, now.includes("month"));
        Share base = Share.won(data, before.includes("month"));
        return switch (rate.since(base)) {
            case UP ->
                Optional.of(finding(
                        Topic.SUCCESS,
                        "The win rate rose to {0} in {1} (95% interval {2} to {3}, {4} deals closed) from {5} in {6}.",
                        rate,
                        base,
                        now,
                        before));
            case DOWN ->
                Optional.of(finding(
                        Topic.FAILURE,
                        "The win rate fell to {0} in {1} (95% interval {2} to {3}, {4} deals closed) from {5} in {6}.",
                        rate,
                        base,
                        now,
                        before));
            case UNPROVEN -> Optional.empty();
        };
    }

    private static Finding finding(
            Topic topic, @Message String sentence, Share rate, Share base, Period now, Period before) {
        return Finding.of(
                topic,
                Text.of(
                        sentence,
                        rate.rate().value(),
                        now.name(),
                        rate.rate().low(),
                        rate.rate().high(),
                        rate.all(),
                        base.rate().value(),
                        before.name()),
                rate.timesBeyondChanceSince(base));
    }
}

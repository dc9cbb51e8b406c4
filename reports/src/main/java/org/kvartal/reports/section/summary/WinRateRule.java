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
    public Optional<Finding> judge(ReportData data) {
        Comparison comparison = Comparison.of(data);
        return comparison.wholeQuarterBefore(data).flatMap(before -> judge(data, comparison.now(), before));
    }

    private static Optional<Finding> judge(ReportData data, Period now, Period before) {
        Share rate = Share.won(data, now.includes("month"));
        Share base = Share.won(data, before.includes("month"));
        return switch (rate.since(base)) {
            case UP ->
                Optional.of(new Finding(
                        Topic.SUCCESS,
                        sentence(
                                "The win rate rose to {0} in {1} (95% interval {2} to {3}, {4} deals closed) from {5} in {6}.",
                                rate, base, now, before)));
            case DOWN ->
                Optional.of(new Finding(
                        Topic.FAILURE,
                        sentence(
                                "The win rate fell to {0} in {1} (95% interval {2} to {3}, {4} deals closed) from {5} in {6}.",
                                rate, base, now, before)));
            case UNPROVEN -> Optional.empty();
        };
    }

    private static Text sentence(@Message String message, Share rate, Share base, Period now, Period before) {
        return Text.of(
                message,
                rate.rate().value(),
                now.name(),
                rate.rate().low(),
                rate.rate().high(),
                rate.all(),
                base.rate().value(),
                before.name());
    }
}

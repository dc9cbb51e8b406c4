package org.kvartal.reports.section.summary;

import java.time.LocalDate;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Share;

/** The share of service promises kept in the quarter differs from that of the quarter before, beyond chance. */
final class PromiseRule implements Rule {
    private static final String TABLE = "forecast.request_promises";

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "service-promises",
                Text.of("The share of service promises kept against the quarter before"),
                Text.of("The 95% interval of the difference (Newcombe) leaves out zero."),
                TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Kept now = Kept.in(data, data.quarter().firstDay());
        Kept before = Kept.in(data, data.quarter().previous().firstDay());
        double ratio = now.timesBeyondChanceSince(before);
        if (!(Math.abs(ratio) > 1)) {
            return Optional.empty();
        }
        return Optional.of(
                ratio > 0
                        ? now.finding(
                                Topic.SUCCESS,
                                "{0} of the {1} service promises due this quarter were kept (95% interval {2} to {3}), more"
                                        + " than the {4} of the quarter before.",
                                before,
                                ratio)
                        : now.finding(
                                        Topic.FAILURE,
                                        "Only {0} of the {1} service promises due this quarter were kept (95% interval {2}"
                                                + " to {3}), fewer than the {4} of the quarter before.",
                                        before,
                                        -ratio)
                                .asking(Text.of(
                                        "Decide whether service gets help or customers get other promises: {0} requests are"
                                                + " open and late.",
                                        now.openLate())));
    }

    private record Kept(Estimate share, Fact due, Fact openLate) {
        static Kept in(ReportData data, LocalDate firstDay) {
            return new Kept(
                    Estimate.between(
                            fact(data, firstDay, "low", Unit.RATE),
                            fact(data, firstDay, "kept_share", Unit.RATE),
                            fact(data, firstDay, "high", Unit.RATE)),
                    fact(data, firstDay, "due_count", Unit.count("promises")),
                    fact(data, firstDay, "open_late_count", Unit.count("requests")));
        }

        private static Fact fact(ReportData data, LocalDate firstDay, String column, Unit unit) {
            String rows = Condition.all("\"grouping\" = 'total'", "first_day = " + Condition.literal(firstDay));
            return data.fact(new Origin(TABLE, rows, "max(" + column + ")"), unit);
        }

        /** The change in halves of its interval; not a number when a quarter has no promise due. */
        double timesBeyondChanceSince(Kept before) {
            return share.isMissing() || before.share.isMissing()
                    ? Double.NaN
                    : Share.timesBeyondChance(share, before.share);
        }

        Finding finding(Topic topic, @Message String sentence, Kept before, double effect) {
            return Finding.of(
                    topic,
                    Text.of(sentence, share.value(), due, share.low(), share.high(), before.share.value()),
                    effect);
        }
    }
}

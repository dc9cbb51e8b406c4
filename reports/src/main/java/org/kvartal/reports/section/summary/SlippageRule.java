package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Share;

/**
 * Of the deals promised for the last finished quarter at its start, many were open at its end: the lower end of the 95 %
 * interval of their share is above a quarter.
 */
final class SlippageRule implements Rule {
    private static final String TABLE = "mart.slippage_by_quarter";
    private static final double QUARTER = 0.25;

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "slippage",
                Text.of("Deals promised for the last finished quarter at its start and still open at its end"),
                Text.of("The lower end of the 95% interval of their share is above 25%."),
                TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        String last = "finished and quarter = (select max(quarter) from " + TABLE + " where finished)";
        Estimate slipped = Share.of(
                data, new Origin(TABLE, last, Measures.SLIPPAGE_RATE.sql()), "slipped_count", "promised_count");
        double low = Numbers.orNone(slipped.low());
        return low > QUARTER ? Optional.of(finding(data, last, slipped, low / QUARTER)) : Optional.empty();
    }

    private static Finding finding(ReportData data, String last, Estimate slipped, double effect) {
        Fact amount = data.fact(new Origin(TABLE, last, "sum(slipped_amount)"), data.money());
        return Finding.of(
                        Topic.FAILURE,
                        Text.of(
                                "{0} of the {1} deals promised for the last finished quarter were still open at its end (95%"
                                        + " interval {2} to {3}): {4} came later or not at all.",
                                slipped.value(),
                                data.fact(new Origin(TABLE, last, "sum(promised_count)"), Unit.count("opportunities")),
                                slipped.low(),
                                slipped.high(),
                                amount),
                        effect)
                .asking(Text.of(
                        "Decide what a promised close has to rest on: {0} slipped out of the last finished quarter.",
                        amount));
    }
}

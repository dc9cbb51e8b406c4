package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/**
 * Customers that are more likely gone than not bought at least a twentieth of what all bought in the twelve months before
 * the last: judged by their own rhythm of purchases.
 */
final class ChurnRule implements Rule {
    private static final String TABLE = "mart.customer_scorecard";
    private static final String GONE = "alive < 0.5 and amount = 0 and amount_before > 0";
    private static final double TWENTIETH = 0.05;

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "churn",
                Text.of(
                        "Customers who bought nothing in twelve months and, by their own rhythm, are more likely gone than"
                                + " not"),
                Text.of("They had at least 5% of the sales of the twelve months before."),
                TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Fact share = data.fact(
                Origin.of(
                        TABLE,
                        "cast(sum(amount_before) filter (where " + GONE
                                + ") as double) / nullif(cast(sum(amount_before) as double), 0)"),
                Unit.RATE);
        double lost = Numbers.orNone(share);
        return lost >= TWENTIETH ? Optional.of(finding(data, share, lost / TWENTIETH)) : Optional.empty();
    }

    private static Finding finding(ReportData data, Fact share, double effect) {
        Fact customers = data.fact(new Origin(TABLE, GONE, "count(*)"), Unit.count("customers"));
        Fact amount = data.fact(new Origin(TABLE, GONE, "sum(amount_before)"), data.money());
        return Finding.of(
                        Topic.FAILURE,
                        Text.of(
                                "{0} customers are more likely gone than not; they had {1} of the sales of the twelve months"
                                        + " before.",
                                customers, share),
                        effect)
                .asking(Text.of(
                        "Decide who calls the {0} customers that seem gone: they bought for {1} in the twelve months"
                                + " before.",
                        customers, amount));
    }
}

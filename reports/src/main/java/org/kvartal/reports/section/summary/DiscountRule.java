package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/**
 * Offers of the quarter are discounted more, or less, than those of the quarter before: the 95 % interval of the
 * difference of the mean discounts leaves out zero, and it is at least one percentage point.
 */
final class DiscountRule implements Rule {
    private static final String TABLE = "mart.offers";
    private static final String DISCOUNT = "cast(discount_amount as double) / cast(list_amount as double)";
    private static final String ERROR = "1.96 * sqrt(greatest(0, sum(pow(" + DISCOUNT + ", 2)) - pow(sum(" + DISCOUNT
            + "), 2) / count(*)) / (count(*) - 1) / count(*))";
    private static final double POINT = 0.01;
    private static final int FEWEST_OFFERS = 30;

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "discounts",
                Text.of("The mean discount of the offers sent in the quarter against the quarter before"),
                Text.of(
                        "It differs by at least one percentage point, both quarters have at least 30 offers with a known"
                                + " list value, and the 95% interval of the difference leaves out zero."),
                TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Period now = Comparison.soFar(data);
        Period before = Comparison.whole(data.quarter().previous());
        if (Numbers.of(count(data, now)) < FEWEST_OFFERS || Numbers.of(count(data, before)) < FEWEST_OFFERS) {
            return Optional.empty();
        }
        Estimate depth = depth(data, now);
        Estimate base = depth(data, before);
        double change = Numbers.of(depth.value()) - Numbers.of(base.value());
        double half = Math.hypot(half(depth), half(base));
        return Math.abs(change) < POINT || Math.abs(change) <= half
                ? Optional.empty()
                : Optional.of(finding(data, now, depth, base, change / Math.max(half, POINT)));
    }

    private static Finding finding(ReportData data, Period now, Estimate depth, Estimate base, double effect) {
        Fact given = data.fact(new Origin(TABLE, rows(now), "sum(discount_amount)"), data.money());
        return effect > 0
                ? sentence(
                                Topic.FAILURE,
                                "Offers of the quarter are discounted by {0} on average (95% interval {1} to {2}), up from"
                                        + " {3} in the quarter before.",
                                depth,
                                base,
                                effect)
                        .asking(Text.of(
                                "Decide who may grant discounts, and how deep: {0} was given away in the offers of the"
                                        + " quarter.",
                                given))
                : sentence(
                        Topic.SUCCESS,
                        "Offers of the quarter are discounted by {0} on average (95% interval {1} to {2}), down from {3} in"
                                + " the quarter before.",
                        depth,
                        base,
                        -effect);
    }

    private static Finding sentence(
            Topic topic, @Message String sentence, Estimate depth, Estimate base, double effect) {
        return Finding.of(topic, Text.of(sentence, depth.value(), depth.low(), depth.high(), base.value()), effect);
    }

    private static Estimate depth(ReportData data, Period period) {
        return Estimate.between(
                fact(data, period, "avg(" + DISCOUNT + ") - " + ERROR),
                fact(data, period, "avg(" + DISCOUNT + ")"),
                fact(data, period, "avg(" + DISCOUNT + ") + " + ERROR));
    }

    private static double half(Estimate estimate) {
        return Numbers.of(estimate.high()) - Numbers.of(estimate.value());
    }

    private static Fact fact(ReportData data, Period period, String measure) {
        return data.fact(new Origin(TABLE, rows(period), measure), Unit.RATE);
    }

    private static Fact count(ReportData data, Period period) {
        return data.fact(new Origin(TABLE, rows(period), "count(*)"), Unit.count("offers"));
    }

    private static String rows(Period period) {
        return Condition.all(period.includes("last_sent_date"), "discount_amount is not null and list_amount > 0");
    }
}

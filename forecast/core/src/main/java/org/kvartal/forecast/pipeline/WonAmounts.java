package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What won deals brought, for open deals without an amount: the amounts won in the deal's group, or in all groups when
 * the group won fewer than ten. The whole distribution is used: amounts are skewed, and their median in place of each
 * missing one would make the total far too small.
 */
final class WonAmounts {
    private static final int MIN_IN_GROUP = 10;

    private final AmountDistribution overall;
    private final Map<String, AmountDistribution> byGroup = new HashMap<>();

    WonAmounts(DealHistory history) {
        Map<String, List<Double>> amounts = history.won()
                .filter(WonAmounts::hasAmount)
                .collect(Collectors.groupingBy(
                        Deal::group, Collectors.mapping(deal -> value(deal), Collectors.toList())));
        overall = AmountDistribution.seen(
                amounts.values().stream().flatMap(List::stream).toList());
        amounts.forEach((group, values) -> {
            if (values.size() >= MIN_IN_GROUP) {
                byGroup.put(group, AmountDistribution.seen(values));
            }
        });
    }

    /** What the deal brings when it is won. */
    AmountDistribution of(Deal deal) {
        return hasAmount(deal) ? AmountDistribution.certain(value(deal)) : byGroup.getOrDefault(deal.group(), overall);
    }

    /** Whether the deal has an amount of its own; a negative one is none. */
    static boolean hasAmount(Deal deal) {
        return deal.amount().filter(amount -> amount.signum() >= 0).isPresent();
    }

    static double value(Deal deal) {
        return deal.amount().map(BigDecimal::doubleValue).orElse(0.0);
    }
}

package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a deal brings relative to the amount it has while it is open: discounts at closing, and what is added on the way.
 * <pre>
 *   log(final / amount then) = m(stage) + residual,   m(stage) = (sum of the stage + 20 m) / (n of the stage + 20)
 * </pre>
 * Each won deal is seen once, halfway through its life, in the stage it then had. The residuals of all deals stand in
 * nine equally likely points. Without a log of amounts, or with fewer than twenty deals, amounts stay as they are.
 */
final class ClosingRatio {
    private static final int MIN_DEALS = 20;
    private static final double PRIOR_DEALS = 20;
    private static final int POINTS = 9;
    private static final double LIMIT = Math.log(5);

    private final double mean;
    private final Map<String, Double> byStage;
    private final double[] residuals;

    private ClosingRatio(double mean, Map<String, Double> byStage, double[] residuals) {
        this.mean = mean;
        this.byStage = byStage;
        this.residuals = residuals;
    }

    private record Seen(String stage, double logRatio) {}

    static ClosingRatio of(DealHistory history) {
        boolean complete = history.isComplete(DealChange.AMOUNT);
        List<Seen> seen = history.won()
                .filter(deal -> complete || deal.hasChanges(DealChange.AMOUNT))
                .flatMap(deal -> seen(deal).stream())
                .toList();
        if (seen.size() < MIN_DEALS) {
            return new ClosingRatio(0, Map.of(), new double[] {0});
        }
        double mean = seen.stream().mapToDouble(Seen::logRatio).average().orElseThrow();
        Map<String, Double> byStage = new HashMap<>();
        Map<String, List<Double>> ratios = new HashMap<>();
        seen.forEach(one ->
                ratios.computeIfAbsent(one.stage(), stage -> new ArrayList<>()).add(one.logRatio()));
        ratios.forEach((stage, values) -> byStage.put(
                stage,
                (values.stream().mapToDouble(Double::doubleValue).sum() + PRIOR_DEALS * mean)
                        / (values.size() + PRIOR_DEALS)));
        double[] residuals = seen.stream()
                .mapToDouble(one -> one.logRatio() - byStage.get(one.stage()))
                .sorted()
                .toArray();
        return new ClosingRatio(mean, byStage, points(residuals));
    }

    private static Optional<Seen> seen(Deal deal) {
        if (deal.createdOn().isEmpty() || deal.closedOn().isEmpty() || !WonAmounts.hasAmount(deal)) {
            return Optional.empty();
        }
        LocalDate created = deal.createdOn().orElseThrow();
        LocalDate then =
                created.plusDays(deal.ageDays(deal.closedOn().orElseThrow()).orElse(0) / 2);
        BigDecimal amount = deal.valueAt(DealChange.AMOUNT, then)
                .map(text -> text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text))
                .orElse(deal.amount().orElseThrow());
        if (amount.signum() <= 0 || WonAmounts.value(deal) <= 0) {
            return Optional.empty();
        }
        double logRatio = Math.log(WonAmounts.value(deal) / amount.doubleValue());
        String stage = deal.valueAt(DealChange.STAGE, then).orElse("");
        return Optional.of(new Seen(stage, Math.max(-LIMIT, Math.min(LIMIT, logRatio))));
    }

    private static double[] points(double[] sorted) {
        return IntStream.range(0, POINTS)
                .mapToDouble(k -> {
                    int from = k * sorted.length / POINTS;
                    int to = Math.max(from + 1, (k + 1) * sorted.length / POINTS);
                    return IntStream.range(from, to)
                            .mapToDouble(i -> sorted[i])
                            .average()
                            .orElse(0);
                })
                .toArray();
    }

    /** What an open deal brings when it is won. */
    AmountDistribution of(Deal deal) {
        double amount = WonAmounts.value(deal);
        double log = byStage.getOrDefault(deal.stage(), mean);
        List<Double> amounts = new ArrayList<>();
        for (double residual : residuals) {
            amounts.add(amount * Math.exp(log + residual));
        }
        return residuals[0] == residuals[residuals.length - 1]
                ? AmountDistribution.certain(amounts.get(0))
                : AmountDistribution.seen(amounts);
    }
}

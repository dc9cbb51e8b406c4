package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The outlook of one quarter from the ages of its deals.
 * <pre>
 *   total = booked + sum over open deals of A_i B_i + new business
 * </pre>
 * B_i by {@link ClosingHazard}, new business by {@link NewBusiness}; given the {@link QuarterShock} all are independent,
 * and the distribution is computed exactly for 31 equally likely shocks. Needs nothing but the dates on which deals were
 * created and closed, and amounts.
 */
public final class QuarterOutlook implements Outlook {
    /** Changes whenever the same deals would give another outlook. */
    public static final String VERSION = "hazards 1";

    private static final int LARGEST_DEALS = 5;
    private static final int MAX_ROWS = 80_000;

    private final Quarters quarters;
    private final int maxRows;

    /**
     * @param quarters where the quarters of the seller end
     */
    public QuarterOutlook(Quarters quarters) {
        this(quarters, MAX_ROWS);
    }

    private QuarterOutlook(Quarters quarters, int maxRows) {
        this.quarters = quarters;
        this.maxRows = maxRows;
    }

    /** The same with a smaller sample of deals to fit on: faster, and a little less sharp. */
    public QuarterOutlook sampling(int rows) {
        return new QuarterOutlook(quarters, rows);
    }

    /** With quarters of the calendar year. */
    public QuarterOutlook() {
        this(Quarters.ofYearStartingIn(1));
    }

    @Override
    public OutlookResult outlook(DealHistory history, BookingPeriod period) {
        BigDecimal booked = history.wonBetween(period.firstDay(), period.lastDay());
        EvidenceLevel evidence = EvidenceLevel.of(history);
        Optional<String> refusal = refusal(history, period, evidence);
        if (refusal.isPresent()) {
            return new OutlookResult.Refused(history.asOf(), period, booked, refusal.get());
        }
        return estimate(history, period, booked, evidence);
    }

    private static Optional<String> refusal(DealHistory history, BookingPeriod period, EvidenceLevel evidence) {
        int days = period.daysAfter(history.asOf());
        if (days < 1) {
            return Optional.of("The period is over: it ended on %s.".formatted(period.lastDay()));
        }
        if (history.asOf().isBefore(period.firstDay().minusDays(1))) {
            return Optional.of("The period is too far ahead: it begins on %s.".formatted(period.firstDay()));
        }
        if (evidence == EvidenceLevel.NONE) {
            return Optional.of(evidence.reason(history));
        }
        if (history.won().noneMatch(WonAmounts::hasAmount)) {
            return Optional.of("Not enough data: no won deal has an amount.");
        }
        int needed = evidence == EvidenceLevel.EVERYTHING_ON_RECORD ? days : NewBusiness.MIN_WINDOWS * days;
        return history.lengthDays() >= needed
                ? Optional.empty()
                : Optional.of("Not enough data: %d days of deals, %d needed to estimate deals not yet created."
                        .formatted(history.lengthDays(), needed));
    }

    private OutlookResult estimate(
            DealHistory history, BookingPeriod period, BigDecimal booked, EvidenceLevel evidence) {
        PipelineModel model = evidence == EvidenceLevel.EVERYTHING_ON_RECORD
                ? RecordModel.fit(history, period, quarters, maxRows)
                : AgeModel.fit(history, period, evidence);
        List<Deal> open = history.open();
        List<Stake> stakes = stakes(history, open, model);
        return new OutlookResult.Estimated(
                history.asOf(),
                period,
                booked,
                evidence.reason(history),
                evidence,
                stakes.stream().mapToDouble(Stake::mean).sum(),
                model.newMean(),
                BookingsDistribution.mixture(Scenario.of(stakes, everyPlace(stakes), model, 1)),
                concentration(stakes),
                new QuarterShock(model.shockDeviation(), model.shockPeriods()),
                model.deals(),
                (int) open.stream().filter(deal -> !WonAmounts.hasAmount(deal)).count(),
                (int) history.count(Outcome.OPEN) - open.size(),
                model.notes(),
                new OutlookSlices(history, period, stakes, model));
    }

    private static List<Integer> everyPlace(List<Stake> stakes) {
        return IntStream.range(0, stakes.size()).boxed().toList();
    }

    /** Stakes at their mean probability, one per open deal. */
    private static List<Stake> stakes(DealHistory history, List<Deal> open, PipelineModel model) {
        WonAmounts unknown = new WonAmounts(history);
        ClosingRatio ratio = ClosingRatio.of(history);
        List<Stake> stakes = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Deal deal = open.get(i);
            AmountDistribution amount = WonAmounts.hasAmount(deal) ? ratio.of(deal) : unknown.of(deal);
            stakes.add(new Stake(model.deals().get(i).winInPeriod(), amount));
        }
        return stakes;
    }

    private static double concentration(List<Stake> stakes) {
        double total = stakes.stream().mapToDouble(Stake::variance).sum();
        double largest = stakes.stream()
                .map(Stake::variance)
                .sorted(Comparator.reverseOrder())
                .limit(LARGEST_DEALS)
                .mapToDouble(Double::doubleValue)
                .sum();
        return total > 0 ? largest / total : 0;
    }
}

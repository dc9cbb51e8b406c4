package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    private static final int LARGEST_DEALS = 5;

    @Override
    public OutlookResult outlook(DealHistory history, BookingPeriod period) {
        BigDecimal booked = history.wonBetween(period.firstDay(), period.lastDay());
        EvidenceLevel evidence = EvidenceLevel.of(history);
        Optional<String> refusal = refusal(history, period, evidence);
        if (refusal.isPresent()) {
            return new OutlookResult.Refused(history.asOf(), period, booked, refusal.get());
        }
        NewBusiness newBusiness = NewBusiness.estimate(history, period.daysAfter(history.asOf()));
        return estimate(history, period, booked, evidence, newBusiness);
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
        int needed = NewBusiness.MIN_WINDOWS * days;
        return history.lengthDays() >= needed
                ? Optional.empty()
                : Optional.of("Not enough data: %d days of deals, %d needed to estimate deals not yet created."
                        .formatted(history.lengthDays(), needed));
    }

    private static OutlookResult estimate(
            DealHistory history,
            BookingPeriod period,
            BigDecimal booked,
            EvidenceLevel evidence,
            NewBusiness newBusiness) {
        DealModel model = evidence.fit(history);
        List<Deal> open = history.open();
        List<DealForecast> forecasts = open.stream()
                .map(deal -> model.forecast(deal, period.lastDay()))
                .toList();
        QuarterShock shock = QuarterShock.estimate(history, period.daysAfter(history.asOf()), evidence::fit);
        List<Stake> stakes = stakes(open, forecasts, new WonAmounts(history));
        return new OutlookResult.Estimated(
                history.asOf(),
                period,
                booked,
                evidence.reason(history),
                evidence,
                stakes.stream().mapToDouble(Stake::mean).sum(),
                newBusiness.mean(),
                BookingsDistribution.mixture(scenarios(stakes, newBusiness, shock)),
                concentration(stakes),
                shock,
                forecasts,
                (int) open.stream().filter(deal -> !WonAmounts.hasAmount(deal)).count(),
                (int) history.count(Outcome.OPEN) - open.size());
    }

    private static List<Stake> stakes(List<Deal> open, List<DealForecast> forecasts, WonAmounts amounts) {
        List<Stake> stakes = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (forecasts.get(i).winInPeriod() > 0) {
                stakes.add(new Stake(forecasts.get(i).winInPeriod(), amounts.of(open.get(i))));
            }
        }
        return stakes;
    }

    private static List<Scenario> scenarios(List<Stake> stakes, NewBusiness newBusiness, QuarterShock shock) {
        double[] scores = QuarterShock.scores();
        double[] rates = Arrays.stream(scores).map(newBusiness::rate).toArray();
        double toMean = newBusiness.rate()
                * scores.length
                / Math.max(Double.MIN_NORMAL, Arrays.stream(rates).sum());
        List<double[]> probabilities = stakes.stream()
                .map(stake -> shock.probabilities(stake.winProbability(), scores))
                .toList();
        List<Scenario> scenarios = new ArrayList<>();
        for (int score = 0; score < scores.length; score++) {
            List<Stake> shocked = new ArrayList<>();
            for (int i = 0; i < stakes.size(); i++) {
                shocked.add(stakes.get(i).withProbability(probabilities.get(i)[score]));
            }
            scenarios.add(new Scenario(shocked, rates[score] * toMean, newBusiness.amount()));
        }
        return scenarios;
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

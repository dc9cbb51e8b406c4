package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An outlook cut into slices. All slices share the shock of the quarter, as the deals of the total do.
 *
 * <p>Deals not yet created are shared out by what each member won within a year, deals of the length of the period or
 * younger; the shares sum to one, so that the means add up.
 */
public final class OutlookSlices {
    private static final int SHARE_DAYS = 365;

    private final DealHistory history;
    private final BookingPeriod period;
    private final List<Stake> stakes;
    private final PipelineModel model;

    OutlookSlices(DealHistory history, BookingPeriod period, List<Stake> stakes, PipelineModel model) {
        this.history = history;
        this.period = period;
        this.stakes = stakes;
        this.model = model;
    }

    /** The slices by the member to which each deal belongs, in the order of the members' names. */
    public List<OutlookSlice> by(Function<Deal, String> member) {
        Map<String, List<Integer>> places = new TreeMap<>();
        List<Deal> open = history.open();
        for (int i = 0; i < open.size(); i++) {
            places.computeIfAbsent(member.apply(open.get(i)), name -> new ArrayList<>())
                    .add(i);
        }
        Map<String, BigDecimal> booked = new TreeMap<>();
        Map<String, Double> shares = shares(member);
        history.won()
                .filter(deal -> deal.isWonWithin(period.firstDay(), history.asOf()))
                .forEach(deal ->
                        booked.merge(member.apply(deal), deal.amount().orElse(BigDecimal.ZERO), BigDecimal::add));
        booked.keySet().forEach(name -> places.putIfAbsent(name, List.of()));
        shares.keySet().forEach(name -> places.putIfAbsent(name, List.of()));
        List<OutlookSlice> slices = new ArrayList<>();
        places.forEach((name, members) -> slices.add(
                slice(name, booked.getOrDefault(name, BigDecimal.ZERO), members, shares.getOrDefault(name, 0.0))));
        return slices;
    }

    private OutlookSlice slice(String member, BigDecimal booked, List<Integer> places, double newShare) {
        List<Stake> own = places.stream().map(stakes::get).toList();
        BookingsDistribution remaining = BookingsDistribution.mixture(Scenario.of(stakes, places, model, newShare));
        double sum = booked.doubleValue();
        return new OutlookSlice(
                member,
                booked,
                own.stream().mapToDouble(Stake::mean).sum(),
                model.newMean() * newShare,
                sum + remaining.quantile(0.1),
                sum + remaining.quantile(0.5),
                sum + remaining.quantile(0.9));
    }

    private Map<String, Double> shares(Function<Deal, String> member) {
        int days = period.daysAfter(history.asOf());
        LocalDate since = history.asOf().minusDays(SHARE_DAYS);
        Map<String, Double> amounts = new TreeMap<>();
        history.won()
                .filter(deal -> deal.isWonWithin(since, history.asOf()))
                .filter(deal -> deal.ageDays(deal.closedOn().orElseThrow()).orElse(Integer.MAX_VALUE) <= days)
                .forEach(deal -> amounts.merge(member.apply(deal), WonAmounts.value(deal), Double::sum));
        double total =
                amounts.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total <= 0) {
            return Map.of("", 1.0);
        }
        amounts.replaceAll((name, amount) -> amount / total);
        return amounts;
    }
}

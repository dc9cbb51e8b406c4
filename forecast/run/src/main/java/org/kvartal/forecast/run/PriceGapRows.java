package org.kvartal.forecast.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.price.ClosedDeals;
import org.kvartal.forecast.price.PriceEstimate;
import org.kvartal.forecast.price.PriceGapEffect;
import org.kvartal.forecast.survey.Estimate;
import org.kvartal.forecast.survey.Share;

/** What a dearer offer does to the chance to win, with the best instrument that the data have. */
final class PriceGapRows {
    private static final double LEVEL = 0.95;
    private static final double ENOUGH = 0.5;
    private static final int FEWEST_OF_A_GROUP = 30;
    private static final int FEWEST_A_COLUMN = 10;

    private final List<ComparedDeal> deals;
    private final Instrument instrument;

    /** What moves our price, whatever the strength of a deal. The first that half of the deals have is taken. */
    private enum Instrument {
        MARKET("own list price above the competitor's list price", ComparedDeal::marketListGap),
        OFFER("the offer at list prices above the competitor's offer", ComparedDeal::offerListGap),
        NONE("", deal -> 0);

        private final String label;
        private final ToDoubleFunction<ComparedDeal> value;

        Instrument(String label, ToDoubleFunction<ComparedDeal> value) {
            this.label = label;
            this.value = value;
        }

        boolean isKnown(ComparedDeal deal) {
            return Double.isFinite(value.applyAsDouble(deal));
        }

        boolean isCommon(List<ComparedDeal> deals) {
            return deals.stream().filter(this::isKnown).count() >= ENOUGH * deals.size();
        }
    }

    /** @param all one row for each competitor met in each deal; those with both offers known count */
    PriceGapRows(List<ComparedDeal> all) {
        List<ComparedDeal> priced = all.stream().filter(ComparedDeal::hasGap).toList();
        instrument = Stream.of(Instrument.values())
                .filter(one -> one.isCommon(priced))
                .findFirst()
                .orElse(Instrument.NONE);
        deals = priced.stream().filter(instrument::isKnown).toList();
    }

    Stream<Object[]> rows() {
        if (deals.isEmpty()) {
            return Stream.empty();
        }
        List<PriceEstimate> estimates = PriceGapEffect.of(closed());
        Map<String, Long> positions = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        for (PriceEstimate one : estimates) {
            rows.add(row(one, positions.merge(one.method() + " " + one.term(), 1L, Long::sum)));
        }
        List<Double> gaps = estimates.stream()
                .filter(one -> one.term().equals("curve"))
                .map(PriceEstimate::gap)
                .distinct()
                .sorted()
                .toList();
        rows.addAll(observed(gaps));
        return rows.stream();
    }

    /** Deals with their controls: competitors, segments and sources, as many as the deals carry. */
    private ClosedDeals closed() {
        Map<String, Function<ComparedDeal, String>> controls = controls();
        List<String> names = List.copyOf(controls.keySet());
        boolean hasInstrument = instrument != Instrument.NONE;
        ClosedDeals closed = new ClosedDeals(names, hasInstrument ? List.of(instrument.label) : List.of());
        for (ComparedDeal deal : deals) {
            double[] values = names.stream()
                    .mapToDouble(name -> name.equals(controls.get(name).apply(deal)) ? 1 : 0)
                    .toArray();
            double[] moving = hasInstrument ? new double[] {instrument.value.applyAsDouble(deal)} : new double[0];
            closed.add(deal.won(), deal.gap(), values, moving);
        }
        return closed;
    }

    /** Names of groups, each with how the group of a deal is called. */
    private Map<String, Function<ComparedDeal, String>> controls() {
        int won = (int) deals.stream().filter(ComparedDeal::isWon).count();
        int most = Math.min(won, deals.size() - won) / FEWEST_A_COLUMN - 2; // the gap and its residual are two
        Map<String, Function<ComparedDeal, String>> controls = new TreeMap<>();
        for (Function<ComparedDeal, String> group : List.<Function<ComparedDeal, String>>of(
                deal -> "competitor " + deal.competitor(),
                deal -> "segment " + deal.segment(),
                deal -> "source " + deal.source())) {
            Map<String, Integer> counts = new TreeMap<>();
            deals.forEach(deal -> counts.merge(group.apply(deal), 1, Integer::sum));
            counts.entrySet().stream()
                    .filter(entry -> entry.getValue() >= FEWEST_OF_A_GROUP)
                    .sorted(Comparator.comparing(entry -> -entry.getValue()))
                    .skip(1)
                    .limit(Math.max(0, most - controls.size()))
                    .forEach(entry -> controls.put(entry.getKey(), group));
        }
        return controls;
    }

    /** The share won of the deals that are nearer to one point of the curve than to the others. */
    private List<Object[]> observed(List<Double> gaps) {
        List<Object[]> observed = new ArrayList<>();
        for (int point = 0; point < gaps.size(); point++) {
            double gap = gaps.get(point);
            List<ComparedDeal> near = deals.stream()
                    .filter(deal ->
                            gaps.stream().allMatch(other -> Math.abs(deal.gap() - gap) <= Math.abs(deal.gap() - other)))
                    .toList();
            if (!near.isEmpty()) {
                observed.add(row(observed(gap, near), point + 1L));
            }
        }
        return observed;
    }

    private static PriceEstimate observed(double gap, List<ComparedDeal> near) {
        Share won = new Share(near.stream().mapToInt(ComparedDeal::won).sum(), near.size());
        Estimate interval = won.wilson(LEVEL);
        return new PriceEstimate(
                "observed",
                "bin",
                gap,
                won.value(),
                Double.NaN,
                interval.low(),
                interval.high(),
                near.size(),
                "share won of the deals near this gap");
    }

    private @Nullable Object[] row(PriceEstimate one, long position) {
        return new Object[] {
            one.method(),
            one.term(),
            position,
            Numbers.orNull(one.gap()),
            Numbers.orNull(one.estimate()),
            Numbers.orNull(one.standardError()),
            Numbers.orNull(one.lower95()),
            Numbers.orNull(one.upper95()),
            (long) one.rows(),
            one.method().equals("control-function") ? instrument.label : "",
            one.note()
        };
    }
}

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
import org.kvartal.forecast.survey.Share;

/** What a dearer offer does to the chance to win, with the best instrument that the data have. */
final class PriceGapRows {
    private static final double LEVEL = 0.95;
    private static final double ENOUGH = 0.5;
    private static final int FEWEST_OF_A_GROUP = 30;
    private static final int FEWEST_A_COLUMN = 10;
    private static final int DEALS_A_BIN = 50;
    private static final int MOST_BINS = 10;

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
        List<PriceEstimate> estimates = new ArrayList<>(PriceGapEffect.of(closed()));
        estimates.addAll(observed());
        Map<String, Long> positions = new HashMap<>();
        return estimates.stream().map(one -> row(one, positions.merge(one.method() + " " + one.term(), 1L, Long::sum)));
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

    /** Equal numbers of deals in the order of their gaps, each with the share that was won. */
    private List<PriceEstimate> observed() {
        List<ComparedDeal> inOrder = deals.stream()
                .sorted(Comparator.comparingDouble(ComparedDeal::gap))
                .toList();
        int bins = Math.min(MOST_BINS, inOrder.size() / DEALS_A_BIN);
        List<PriceEstimate> observed = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            List<ComparedDeal> some = inOrder.subList(bin * inOrder.size() / bins, (bin + 1) * inOrder.size() / bins);
            double gap = some.stream().mapToDouble(ComparedDeal::gap).average().orElseThrow();
            Share won = new Share(some.stream().mapToInt(ComparedDeal::won).sum(), some.size());
            observed.add(new PriceEstimate(
                    "observed",
                    "bin",
                    gap,
                    won.value(),
                    Double.NaN,
                    won.wilson(LEVEL).low(),
                    won.wilson(LEVEL).high(),
                    some.size(),
                    "deals of about the same gap"));
        }
        return observed;
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

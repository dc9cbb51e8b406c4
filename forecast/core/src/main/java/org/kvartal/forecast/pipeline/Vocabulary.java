package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns deals into tracks: which fields can be trusted of the past, which names there are, and what they count as.
 *
 * <p>A field without a complete log is taken as not known of the past, because its present value was written when the
 * deal closed.
 */
final class Vocabulary {
    private static final int MIN_DEALS = 3;
    private static final double MIN_KNOWN = 0.9;

    private final DealHistory history;
    private final int asOf;
    private final Attributes attributes;
    private final Map<String, Integer> stages;
    private final Map<String, Integer> owners;
    private final Map<String, int[]> winDays;
    private final boolean knowsStages;
    private final boolean knowsAmounts;
    private final boolean knowsPromises;

    Vocabulary(DealHistory history) {
        this.history = history;
        this.asOf = (int) history.asOf().toEpochDay();
        this.attributes = Attributes.of(history);
        this.knowsStages = shareOfClosed(deal -> deal.hasChanges(DealChange.STAGE)) >= MIN_KNOWN;
        this.knowsAmounts = isAmountKnownAlike();
        this.knowsPromises = history.isComplete(DealChange.EXPECTED_CLOSE);
        this.stages = places(history.deals().stream()
                .filter(deal -> knowsStages)
                .flatMap(deal -> Stream.concat(
                        deal.isOpen() ? Stream.of(deal.stage()) : Stream.empty(),
                        deal.changes().stream()
                                .filter(change -> change.field().equals(DealChange.STAGE))
                                .map(DealChange::before)))
                .filter(stage -> !stage.isEmpty()));
        this.owners = places(history.deals().stream().map(Deal::owner).filter(owner -> !owner.isEmpty()));
        this.winDays = winDays(history.deals());
    }

    private double shareOfClosed(Predicate<Deal> condition) {
        List<Deal> closed =
                history.deals().stream().filter(deal -> !deal.isOpen()).toList();
        return closed.isEmpty() ? 0 : (double) closed.stream().filter(condition).count() / closed.size();
    }

    /** Amounts can be compared when deals have one whether they are won, lost or open. */
    private boolean isAmountKnownAlike() {
        double least = 1;
        for (Outcome outcome : Outcome.values()) {
            long all = history.count(outcome);
            long known = history.deals().stream()
                    .filter(deal -> deal.outcome() == outcome)
                    .filter(deal ->
                            deal.amount().filter(amount -> amount.signum() > 0).isPresent())
                    .count();
            least = Math.min(least, all == 0 ? 1 : (double) known / all);
        }
        return least >= MIN_KNOWN;
    }

    private static Map<String, Integer> places(Stream<String> names) {
        Map<String, Integer> counts = new TreeMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        Map<String, Integer> places = new HashMap<>();
        counts.forEach((name, count) -> {
            if (count >= MIN_DEALS) {
                places.put(name, 1 + places.size());
            }
        });
        return places;
    }

    private static Map<String, int[]> winDays(Collection<Deal> deals) {
        Map<String, List<Integer>> days = new HashMap<>();
        for (Deal deal : deals) {
            if (deal.outcome() == Outcome.WON
                    && !deal.account().isEmpty()
                    && deal.closedOn().isPresent()) {
                days.computeIfAbsent(deal.account(), account -> new ArrayList<>())
                        .add((int) deal.closedOn().orElseThrow().toEpochDay());
            }
        }
        Map<String, int[]> sorted = new HashMap<>();
        days.forEach((account, list) -> sorted.put(
                account, list.stream().mapToInt(Integer::intValue).sorted().toArray()));
        return sorted;
    }

    Attributes attributes() {
        return attributes;
    }

    /** Number of different stages, with the one of not being known. */
    int stageCount() {
        return stages.size() + 1;
    }

    int ownerCount() {
        return owners.size() + 1;
    }

    boolean knowsStages() {
        return knowsStages;
    }

    boolean knowsAmounts() {
        return knowsAmounts;
    }

    boolean knowsPromises() {
        return knowsPromises;
    }

    /** Whether changes are on record from which one sees that a deal is worked on. */
    boolean knowsTouches() {
        return shareOfClosed(deal -> !deal.changes().isEmpty()) >= MIN_KNOWN / 2;
    }

    /** Whether it is on record when a promise was put off. */
    boolean knowsPushes() {
        return history.hasChanges(DealChange.EXPECTED_CLOSE);
    }

    /** The deal with everything that may be used of it; it has a creation date. */
    Track track(Deal deal) {
        int created = Track.createdDay(deal);
        return new Track(
                deal.id(),
                deal.outcome(),
                created,
                Track.endDay(deal, asOf),
                Timeline.of(deal, DealChange.STAGE, created, place(stages, deal.stage()), name -> place(stages, name)),
                Timeline.of(deal, DealChange.OWNER, created, place(owners, deal.owner()), name -> place(owners, name)),
                amounts(deal, created),
                promises(deal, created),
                Timeline.touches(deal, created),
                Timeline.pushes(deal, created),
                attributes.readings(deal, created),
                Timeline.steps(created, winDays.getOrDefault(deal.account(), new int[0])));
    }

    /** Logarithms of the amounts that the deals have in the end, ascending. */
    double[] lastAmounts(Spans deals) {
        return IntStream.range(0, deals.size())
                .mapToDouble(i -> amounts(deals.deal(i), deals.created(i)).at(deals.end(i)))
                .filter(amount -> !Double.isNaN(amount))
                .sorted()
                .toArray();
    }

    private static double place(Map<String, Integer> places, String name) {
        return places.getOrDefault(name, 0);
    }

    private Timeline amounts(Deal deal, int created) {
        double present = deal.amount()
                .map(amount -> amount.signum() > 0 ? Math.log(amount.doubleValue()) : Timeline.UNKNOWN)
                .orElse(Timeline.UNKNOWN);
        return Timeline.of(deal, DealChange.AMOUNT, created, present, Vocabulary::logarithm);
    }

    private static double logarithm(String amount) {
        double value = amount.isEmpty() ? 0 : Double.parseDouble(amount);
        return value > 0 ? Math.log(value) : Timeline.UNKNOWN;
    }

    private Timeline promises(Deal deal, int created) {
        double present =
                deal.expectedCloseOn().map(day -> (double) day.toEpochDay()).orElse(Timeline.UNKNOWN);
        return Timeline.of(
                deal,
                DealChange.EXPECTED_CLOSE,
                created,
                present,
                text -> text.isEmpty()
                        ? Timeline.UNKNOWN
                        : LocalDate.parse(text).toEpochDay());
    }
}

package org.kvartal.forecast.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * The deals with a creation date and their days, from the epoch: all that a fit needs of most deals. A {@link Track} of
 * everything known is made of those in the sample only, so that its cost does not grow with their number.
 */
final class Spans {
    private final int asOf;
    private final List<Deal> deals;
    private final int[] created;
    private final int[] ends;

    Spans(DealHistory history) {
        asOf = (int) history.asOf().toEpochDay();
        List<Deal> dated = new ArrayList<>();
        for (Deal deal : history.deals()) {
            if (deal.ageDays(history.asOf()).isPresent()) {
                dated.add(deal);
            }
        }
        deals = dated;
        created = dated.stream().mapToInt(Track::createdDay).toArray();
        ends = dated.stream().mapToInt(deal -> Track.endDay(deal, asOf)).toArray();
    }

    int size() {
        return ends.length;
    }

    Deal deal(int place) {
        return deals.get(place);
    }

    int created(int place) {
        return created[place];
    }

    int end(int place) {
        return ends[place];
    }

    Outcome outcome(int place) {
        return deals.get(place).outcome();
    }

    /** The day on which the first deal was closed, or the as-of day: those closed before it are not on record. */
    int firstEnd() {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < ends.length; i++) {
            first = outcome(i) == Outcome.OPEN ? first : Math.min(first, ends[i]);
        }
        return first == Integer.MAX_VALUE ? asOf : first;
    }

    /** The greatest age in days at which a deal ended so; -1 when none did. */
    int oldest(Outcome outcome) {
        int oldest = -1;
        for (int i = 0; i < ends.length; i++) {
            oldest = outcome(i) == outcome ? Math.max(oldest, ends[i] - created[i]) : oldest;
        }
        return oldest;
    }

    /** A number from 0 to 1 that depends on nothing but the id of a deal. */
    double chance(int place, int salt) {
        long mixed = (deals.get(place).id().hashCode() + 0x9E3779B97F4A7C15L * salt) * 0xBF58476D1CE4E5B9L;
        mixed ^= mixed >>> 31;
        mixed *= 0x94D049BB133111EBL;
        return ((mixed ^ mixed >>> 29) >>> 11) * 0x1.0p-53;
    }
}

package org.kvartal.forecast.match;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which prices of a competitor are one's own, copied: a list of competitors that falls back on the own offer, a marketplace
 * in which the cheapest offer is one's own.
 * <pre>
 *   equal       |own - other| &lt; half a cent, in the same period
 *   moved       equal at two or more different own prices
 *   jumped      equal now and then, while the median of |log(own / other)| of the other periods is above log(1.2)
 *   copied      equal, and moved or jumped, or the seller copies: a tenth of all his prices has done one of these
 *   tied        equal otherwise
 * </pre>
 * A competitor who follows a price to the cent looks the same, and says as little of what the market asks; taken for a price
 * of his own it would draw the gap to zero. A tied price may be a coincidence, as both asking 20.00: it stays what it is until
 * the seller is known to copy. Rule of this project.
 */
public final class SelfPrices {
    private static final double HALF_A_CENT = 0.005;
    private static final double CENTS = 100;
    private static final double FAR = Math.log(1.2);
    private static final double SHARE_OF_COPIERS = 0.1;

    private SelfPrices() {}

    /**
     * The two prices of one period.
     *
     * @param own above 0
     * @param other above 0
     */
    public record Both(double own, double other) {
        boolean isEqual() {
            return Math.abs(own - other) < HALF_A_CENT;
        }
    }

    /** What a competitor's price is. */
    public enum Origin {
        THEIRS,
        COPIED,
        TIED
    }

    /**
     * For each pair of products of one seller, and each period of it, in their order.
     *
     * @param pairs of own products with those of the seller
     */
    public static List<List<Origin>> ofSeller(List<List<Both>> pairs) {
        List<List<Origin>> origins = pairs.stream().map(SelfPrices::ofPair).toList();
        long all = origins.stream().mapToLong(List::size).sum();
        long copied = origins.stream()
                .flatMap(List::stream)
                .filter(Origin.COPIED::equals)
                .count();
        Origin tied = copied > 0 && copied >= SHARE_OF_COPIERS * all ? Origin.COPIED : Origin.TIED;
        return origins.stream()
                .map(ofPair -> ofPair.stream()
                        .map(origin -> origin == Origin.TIED ? tied : origin)
                        .toList())
                .toList();
    }

    private static List<Origin> ofPair(List<Both> periods) {
        long levels = periods.stream()
                .filter(Both::isEqual)
                .map(both -> Math.round(both.own() * CENTS))
                .distinct()
                .count();
        Origin equal = levels > 1 || jumps(periods) ? Origin.COPIED : Origin.TIED;
        return periods.stream()
                .map(both -> both.isEqual() ? equal : Origin.THEIRS)
                .toList();
    }

    private static boolean jumps(List<Both> periods) {
        double[] distances = periods.stream()
                .filter(both -> !both.isEqual())
                .mapToDouble(both -> Math.abs(Math.log(both.own() / both.other())))
                .sorted()
                .toArray();
        return IntStream.of(distances.length / 2)
                .filter(middle -> middle < distances.length)
                .anyMatch(middle -> distances[middle] > FAR);
    }
}

package org.kvartal.forecast.anomaly;

import java.util.List;

/**
 * Why a ratio of sums changed: because the rates of its segments did, or because their shares did.
 * <pre>
 *   R      = sum of s[j] r[j],   r[j] = numerator / denominator of j,   s[j] = its share of the denominators
 *   rate   = s0[j] (r1[j] - r0[j])
 *   mix    = (s1[j] - s0[j]) (r0[j] - R0)
 *   both   = (s1[j] - s0[j]) (r1[j] - r0[j])
 *   R1 - R0 = sum over j of rate + mix + both                          exact
 * </pre>
 * 0 before, 1 after. A segment without a denominator before has the rate of the whole; without one after, its own from
 * before. Source: Kitagawa (1955), Components of a difference between two rates, J. American Statistical Association 50,
 * with the interaction apart.
 *
 * @param effects one for each segment
 * @param reversed all segments that can be compared moved against the whole (Simpson's paradox)
 */
public record RatioSplit(List<Effect> effects, boolean reversed) {
    public RatioSplit {
        effects = List.copyOf(effects);
    }

    /** Sums of a segment before and after. */
    public record Segment(
            String name,
            double numeratorBefore,
            double denominatorBefore,
            double numeratorAfter,
            double denominatorAfter) {}

    /** Parts of the change of the whole, in units of the ratio. */
    public record Effect(String name, double rate, double mix, double both) {
        public double total() {
            return rate + mix + both;
        }
    }

    /** Before and after, the denominators must not add up to 0. */
    public static RatioSplit of(List<Segment> segments) {
        double denominatorBefore =
                segments.stream().mapToDouble(Segment::denominatorBefore).sum();
        double denominatorAfter =
                segments.stream().mapToDouble(Segment::denominatorAfter).sum();
        if (denominatorBefore == 0 || denominatorAfter == 0) {
            throw new IllegalArgumentException("Invalid denominators of a ratio: %s before, %s after"
                    .formatted(denominatorBefore, denominatorAfter));
        }
        double before = segments.stream().mapToDouble(Segment::numeratorBefore).sum() / denominatorBefore;
        double after = segments.stream().mapToDouble(Segment::numeratorAfter).sum() / denominatorAfter;
        List<Effect> effects = segments.stream()
                .map(segment -> effect(segment, before, denominatorBefore, denominatorAfter))
                .toList();
        return new RatioSplit(effects, isReversed(segments, after - before));
    }

    private static Effect effect(Segment segment, double whole, double denominatorBefore, double denominatorAfter) {
        double s0 = segment.denominatorBefore() / denominatorBefore;
        double s1 = segment.denominatorAfter() / denominatorAfter;
        double r0 = s0 == 0 ? whole : segment.numeratorBefore() / segment.denominatorBefore();
        double r1 = s1 == 0 ? r0 : segment.numeratorAfter() / segment.denominatorAfter();
        return new Effect(segment.name(), s0 * (r1 - r0), (s1 - s0) * (r0 - whole), (s1 - s0) * (r1 - r0));
    }

    private static boolean isReversed(List<Segment> segments, double change) {
        double[] changes = segments.stream()
                .filter(segment -> segment.denominatorBefore() != 0 && segment.denominatorAfter() != 0)
                .mapToDouble(segment -> segment.numeratorAfter() / segment.denominatorAfter()
                        - segment.numeratorBefore() / segment.denominatorBefore())
                .toArray();
        for (double segmentChange : changes) {
            if (segmentChange * change >= 0) {
                return false;
            }
        }
        return changes.length > 0;
    }
}

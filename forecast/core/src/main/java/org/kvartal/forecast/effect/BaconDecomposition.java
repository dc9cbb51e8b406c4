package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the coefficient of {@link TwoWayFixedEffects} is made of: comparisons of two groups before and after, each with a
 * weight.
 * <pre>
 *   k with never treated u:             s = (n_k + n_u)^2 n_ku (1 - n_ku) D_k (1 - D_k)
 *   k with l while l is untreated:      s = ((n_k + n_l)(1 - D_l))^2 n_kl (1 - n_kl) (D_k - D_l)/(1 - D_l) (1 - D_k)/(1 - D_l)
 *   l with k that is treated already:   s = ((n_k + n_l) D_k)^2 n_kl (1 - n_kl) D_l/D_k (D_k - D_l)/D_k
 *   weight = s / sum of all s,   beta = sum of weight times comparison
 * </pre>
 * k is treated before l; n are shares of units, n_kl = n_k / (n_k + n_l), D the share of periods in which a group is
 * treated. Source: Goodman-Bacon (2021), Difference-in-differences with variation in treatment timing, Journal of
 * Econometrics 225, theorem 1. It holds for balanced panels without covariates, and is empty for others.
 */
public final class BaconDecomposition {
    private final List<Comparison> comparisons;

    /** What serves as control. */
    public enum Kind {
        NEVER_TREATED,
        NOT_YET_TREATED,
        ALREADY_TREATED
    }

    /** Of one group with another, before and after. */
    public record Comparison(Kind kind, long treated, long control, double weight, double effect) {}

    private BaconDecomposition(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
    }

    public static Optional<BaconDecomposition> of(Panel panel) {
        boolean isBalanced =
                IntStream.range(0, panel.units()).allMatch(unit -> panel.observations(unit) == panel.periods());
        if (!isBalanced || !panel.covariates().isEmpty()) {
            return Optional.empty();
        }
        List<Group> groups = new ArrayList<>();
        panel.cohorts().forEach(cohort -> groups.add(new Group(panel, cohort)));
        if (panel.hasNever()) {
            groups.add(new Group(panel, Panel.NEVER));
        }
        List<Comparison> all = new ArrayList<>();
        for (int k = 0; k < groups.size(); k++) {
            for (int l = k + 1; l < groups.size(); l++) {
                addComparisons(groups.get(k), groups.get(l), panel.periods(), all);
            }
        }
        double total = all.stream().mapToDouble(Comparison::weight).sum();
        return total > 0
                ? Optional.of(new BaconDecomposition(all.stream()
                        .map(one -> new Comparison(
                                one.kind(), one.treated(), one.control(), one.weight() / total, one.effect()))
                        .toList()))
                : Optional.empty();
    }

    private static void addComparisons(Group early, Group late, int periods, List<Comparison> all) {
        double both = early.share + late.share;
        double split = early.share / both * (late.share / both);
        double dk = early.treatedShare;
        double dl = late.treatedShare;
        if (early.start > 0) {
            double s = both * both * split * (dk - dl) * (1 - dk);
            Kind kind = late.cohort == Panel.NEVER ? Kind.NEVER_TREATED : Kind.NOT_YET_TREATED;
            double effect = early.change(0, early.start, late.start) - late.change(0, early.start, late.start);
            all.add(new Comparison(kind, early.cohort, late.cohort, s, effect));
        }
        if (late.start < periods) {
            double s = both * both * split * dl * (dk - dl);
            double effect =
                    late.change(early.start, late.start, periods) - early.change(early.start, late.start, periods);
            all.add(new Comparison(Kind.ALREADY_TREATED, late.cohort, early.cohort, s, effect));
        }
    }

    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** The sum of the weights of a kind. */
    public double weight(Kind kind) {
        return comparisons.stream()
                .filter(one -> one.kind() == kind)
                .mapToDouble(Comparison::weight)
                .sum();
    }

    /** The average of a kind; not a number when there is none. */
    public double effect(Kind kind) {
        return comparisons.stream()
                        .filter(one -> one.kind() == kind)
                        .mapToDouble(one -> one.weight() * one.effect())
                        .sum()
                / weight(kind);
    }

    /** The coefficient that they add up to. */
    public double coefficient() {
        return comparisons.stream()
                .mapToDouble(one -> one.weight() * one.effect())
                .sum();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "weights of comparisons with never treated %.3f, not yet treated %.3f, already treated %.3f",
                weight(Kind.NEVER_TREATED),
                weight(Kind.NOT_YET_TREATED),
                weight(Kind.ALREADY_TREATED));
    }

    /** Means by period of the units of a cohort. */
    private static final class Group {
        private final long cohort;
        private final double share;
        private final double treatedShare;
        private final int start;
        private final double[] means;

        Group(Panel panel, long cohort) {
            this.cohort = cohort;
            int size = panel.size(cohort);
            this.share = (double) size / panel.units();
            this.start = panel.lastBefore(cohort) + 1;
            this.treatedShare = (double) (panel.periods() - start) / panel.periods();
            this.means = new double[panel.periods()];
            for (int i = 0; i < panel.units(); i++) {
                for (int t = 0; t < means.length && panel.cohort(i) == cohort; t++) {
                    means[t] += panel.outcome(i, t) / size;
                }
            }
        }

        /** Mean of the periods from the middle up to the end, less the mean of those before. */
        double change(int from, int middle, int until) {
            return mean(middle, until) - mean(from, middle);
        }

        private double mean(int from, int until) {
            double sum = 0;
            for (int t = from; t < until; t++) {
                sum += means[t];
            }
            return sum / (until - from);
        }
    }
}

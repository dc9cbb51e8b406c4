package org.kvartal.forecast.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dimension whose few elements explain a deviation and changed their share most: where it is, not why.
 *
 * <p>In each dimension elements are taken in the order of their surprise, if they explain a tenth of the deviation, until
 * two thirds are explained. Of the dimensions in which that succeeds, the one with the highest surprise of those taken is
 * the answer. Source: Bhagwan et al. (2014), Adtributor, NSDI, algorithm 1.
 *
 * @param explained share of the deviation that the elements make up
 */
public record RootCause(String dimension, List<String> elements, double explained, double surprise) {
    private static final double ENOUGH = 0.67;
    private static final double FEWEST = 0.1;

    /** A dimension none of whose elements moved out of step is no cause. */
    private static final double NO_SURPRISE = 1e-9;

    public RootCause {
        elements = List.copyOf(elements);
    }

    /** @param dimensions their elements by name */
    public static Optional<RootCause> among(Map<String, List<Element>> dimensions) {
        return dimensions.entrySet().stream()
                .map(entry -> within(entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream)
                .filter(cause -> cause.surprise() > NO_SURPRISE)
                .max(Comparator.comparingDouble(RootCause::surprise)
                        .thenComparing(RootCause::dimension, Comparator.reverseOrder()));
    }

    private static Optional<RootCause> within(String dimension, List<Element> elements) {
        List<Contribution> bySurprise = Contribution.of(elements).stream()
                .sorted(Comparator.comparingDouble(Contribution::surprise)
                        .reversed()
                        .thenComparing(contribution -> contribution.element().name()))
                .toList();
        List<String> taken = new ArrayList<>();
        double explained = 0;
        double surprise = 0;
        for (Contribution contribution : bySurprise) {
            if (contribution.explained() > FEWEST) {
                taken.add(contribution.element().name());
                explained += contribution.explained();
                surprise += contribution.surprise();
                if (explained > ENOUGH) {
                    return Optional.of(new RootCause(dimension, taken, explained, surprise));
                }
            }
        }
        return Optional.empty();
    }
}

package org.kvartal.forecast.price;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An own price beside that of an alternative, in one unit and currency.
 *
 * @param product the own product
 * @param own its price, above 0
 * @param other price of the alternative, above 0
 */
public record PriceGap(String product, double own, double other) {
    public PriceGap {
        if (!(own > 0 && other > 0)) {
            throw new IllegalArgumentException(
                    "Invalid prices of %s: %s and %s must be above 0".formatted(product, own, other));
        }
    }

    /** Logarithm of the own price over the other: above 0, the own product is dearer. */
    public double log() {
        return Math.log(own / other);
    }

    /**
     * The level of own prices where those of the alternatives are 1.
     * <pre>
     *   L = exp( sum over i of w[i] g[i] / sum of w[i] )    g[i]: mean log gap of own product i over its alternatives
     * </pre>
     * With weights that do not change, as the sales of one year, levels of several days can be compared: only prices move
     * them. {@code NaN} where no product that has a weight has an alternative.
     *
     * @param weights of the own products, at least 0; one that is missing has none
     */
    public static double level(Collection<PriceGap> gaps, Map<String, Double> weights) {
        Map<String, List<PriceGap>> byProduct = gaps.stream().collect(Collectors.groupingBy(PriceGap::product));
        double sum = 0;
        double total = 0;
        for (Map.Entry<String, List<PriceGap>> product : byProduct.entrySet()) {
            double weight = weights.getOrDefault(product.getKey(), 0.0);
            sum += weight
                    * product.getValue().stream()
                            .mapToDouble(PriceGap::log)
                            .average()
                            .orElseThrow();
            total += weight;
        }
        return Math.exp(sum / total);
    }
}

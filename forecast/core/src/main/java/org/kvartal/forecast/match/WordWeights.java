package org.kvartal.forecast.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much a word tells: little when many products have it.
 * <pre>
 *   w = log((1 + N) / (1 + n))         N products, n of them with the word, of both lists
 * </pre>
 * Source: Spärck Jones (1972), A statistical interpretation of term specificity, Journal of Documentation 28, 11-21.
 */
final class WordWeights {
    private static final double LEAST = 0.05;

    private final Map<String, Integer> counts = new HashMap<>();
    private final int products;

    WordWeights(List<Product> own, List<Product> others) {
        own.forEach(this::count);
        others.forEach(this::count);
        products = own.size() + others.size();
    }

    private void count(Product product) {
        Set<String> all = new HashSet<>(product.words());
        all.addAll(product.codes());
        all.forEach(word -> counts.merge(word, 1, Integer::sum));
    }

    double of(String word) {
        return Math.max(LEAST, Math.log((1.0 + products) / (1 + counts.getOrDefault(word, 0))));
    }
}

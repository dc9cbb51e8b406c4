package org.kvartal.forecast.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds for a product the few of the own list that are worth comparing, without comparing all.
 *
 * <p>A product is a vector of its words, codes, sizes and the groups of three letters of its words, weighed by how rare they
 * are; a list of products stands behind each of these. The lists of the product's rarest features are added up until they
 * are {@value #MOST_ADDED} entries long: what nearly all products have parts none of them. Products of the same category
 * come before others. Time grows with the number of products looked up, not with the product of both.
 *
 * <p>Source: Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008, sections 6.3 and 7.1.
 */
final class CandidateSearch {
    private static final int MOST_ADDED = 20_000;
    private static final int LEAST_FEATURES = 3;
    private static final int GRAM = 3;
    private static final int SIZE_STEPS = 20;
    private static final float WORD = 1.5f;
    private static final float CODE = 2.5f;
    private static final float SAME_CATEGORY = 1.3f;

    private final List<Product> own;
    private final Map<String, Integer> features = new HashMap<>();
    private final int[] starts;
    private final int[] places;
    private final float[] norms;
    private final float[] scores;
    private final int[] touched;

    CandidateSearch(List<Product> own) {
        this.own = own;
        int[][] ofProducts = own.stream()
                .map(product -> features(product).stream()
                        .mapToInt(feature -> features.computeIfAbsent(feature, none -> features.size()))
                        .toArray())
                .toArray(int[][]::new);
        starts = starts(ofProducts, features.size());
        places = places(ofProducts, starts);
        norms = new float[own.size()];
        features.forEach((feature, number) -> {
            for (int i = starts[number]; i < starts[number + 1]; i++) {
                norms[places[i]] += square(weight(feature, number));
            }
        });
        scores = new float[own.size()];
        touched = new int[own.size()];
    }

    private static int[] starts(int[][] ofProducts, int count) {
        int[] starts = new int[count + 1];
        for (int[] features : ofProducts) {
            for (int feature : features) {
                starts[feature + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    private static int[] places(int[][] ofProducts, int[] starts) {
        int[] next = starts.clone();
        int[] places = new int[starts[starts.length - 1]];
        for (int product = 0; product < ofProducts.length; product++) {
            for (int feature : ofProducts[product]) {
                places[next[feature]++] = product;
            }
        }
        return places;
    }

    private static Set<String> features(Product product) {
        Set<String> all = new HashSet<>();
        for (String word : product.words()) {
            all.add("w" + word);
            String marked = " " + word + " ";
            for (int i = 0; i + GRAM <= marked.length(); i++) {
                all.add("g" + marked.substring(i, i + GRAM));
            }
        }
        for (String code : product.codes()) {
            all.add("c" + code);
            for (int i = 0; i + GRAM <= code.length(); i++) {
                all.add("g" + code.substring(i, i + GRAM));
            }
        }
        product.sizes()
                .values()
                .forEach(size -> all.add("s" + size.dimension() + Math.round(Math.log(size.amount()) * SIZE_STEPS)));
        return all;
    }

    private float weight(String feature, int number) {
        float rarity = (float) Math.log((1.0 + own.size()) / (starts[number + 1] - starts[number]));
        return rarity
                * switch (feature.charAt(0)) {
                    case 'w' -> WORD;
                    case 'c' -> CODE;
                    default -> 1;
                };
    }

    private static float square(float number) {
        return number * number;
    }

    /**
     * Places in the own list, the likeliest first.
     *
     * @param most how many at most
     */
    int[] nearest(Product other, int most) {
        int count = addUp(other);
        for (int i = 0; i < count; i++) {
            int place = touched[i];
            boolean isSameCategory = !other.category().isEmpty()
                    && other.category().equals(own.get(place).category());
            scores[place] *= (isSameCategory ? SAME_CATEGORY : 1) / (float) Math.sqrt(norms[place]);
        }
        int[] nearest = best(count, most);
        for (int i = 0; i < count; i++) {
            scores[touched[i]] = 0;
        }
        return nearest;
    }

    /** The touched places of the highest scores, kept in order while they are looked through; ties by place. */
    private int[] best(int count, int most) {
        int[] best = new int[Math.min(count, most)];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int place = touched[i];
            if (kept == best.length && !isBefore(place, best[kept - 1])) {
                continue;
            }
            int to = kept < best.length ? kept++ : kept - 1;
            while (to > 0 && isBefore(place, best[to - 1])) {
                best[to] = best[to - 1];
                to--;
            }
            best[to] = place;
        }
        return best;
    }

    private boolean isBefore(int a, int b) {
        return scores[a] > scores[b] || scores[a] == scores[b] && a < b;
    }

    private int addUp(Product other) {
        List<Map.Entry<String, Integer>> known = features(other).stream()
                .filter(features::containsKey)
                .map(feature -> Map.entry(feature, features.get(feature)))
                .sorted((a, b) -> {
                    int shorter = Integer.compare(length(a.getValue()), length(b.getValue()));
                    return shorter != 0 ? shorter : a.getKey().compareTo(b.getKey());
                })
                .toList();
        int count = 0;
        int added = 0;
        int used = 0;
        for (Map.Entry<String, Integer> feature : known) {
            int number = feature.getValue();
            if (used >= LEAST_FEATURES && added + length(number) > MOST_ADDED) {
                break;
            }
            float weight = square(weight(feature.getKey(), number));
            for (int i = starts[number]; i < starts[number + 1]; i++) {
                int place = places[i];
                if (scores[place] == 0) {
                    touched[count] = place;
                    count++;
                }
                scores[place] += weight;
            }
            added += length(number);
            used++;
        }
        return count;
    }

    private int length(int feature) {
        return starts[feature + 1] - starts[feature];
    }
}

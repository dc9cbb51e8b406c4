package org.kvartal.forecast.match;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Whether two records are of one thing, from how they agree, without any pair known to be so.
 * <pre>
 *   m[f][l] = P(level l in field f | one thing)      u[f][l] = P(level l in field f | two things)
 *   w  = sum over fields of log(m[f][l_f] / u[f][l_f])          unknown fields add nothing
 *   g  = 1 / (1 + exp(-(log(p / (1 - p)) + w)))                 p: share of pairs that are one thing
 *   p &lt;- mean of g,  m[f][l] &lt;- (sum of g with l_f = l + a m0) / (sum of g with f known + a),  u so with 1 - g
 * </pre>
 * The last line repeats until p, m and u stay. Fields are taken to agree independently, given whether it is one thing. With
 * a = 0 this is the greatest likelihood; a few pairs a hold m and u near their start, so that a field that all pairs share
 * does not part them. Sources: Fellegi and Sunter, A theory for record linkage, JASA 64, 1969; Winkler, Using the EM
 * algorithm for weight computation in the Fellegi-Sunter model of record linkage, Proceedings of the Section on Survey
 * Research Methods, ASA, 1988.
 */
final class FellegiSunter implements PairScore {
    private static final int MAX_STEPS = 2000;
    private static final double STAYS = 1e-9;
    private static final double LEAST = 1e-9;

    private final double[][] m;
    private final double[][] u;
    private double share;

    FellegiSunter(double[][] m, double[][] u, double share) {
        this.m = copy(m);
        this.u = copy(u);
        this.share = share;
    }

    /** How many pairs agree alike. Patterns are ordered, so that sums are the same in each run. */
    static Map<List<Integer>, Long> patterns(List<int[]> pairs) {
        Map<List<Integer>, Long> patterns = new TreeMap<>((a, b) -> {
            int first = 0;
            while (first < a.size() && a.get(first).equals(b.get(first))) {
                first++;
            }
            return first == a.size() ? 0 : Integer.compare(a.get(first), b.get(first));
        });
        pairs.forEach(levels -> patterns.merge(IntStream.of(levels).boxed().toList(), 1L, Long::sum));
        return patterns;
    }

    /**
     * Goes on from here until nothing moves.
     *
     * @param patterns levels of the fields, and how many pairs have them
     */
    FellegiSunter fitted(Map<List<Integer>, Long> patterns) {
        List<int[]> levels = patterns.keySet().stream()
                .map(pattern -> pattern.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        double[] counts =
                patterns.values().stream().mapToDouble(Long::doubleValue).toArray();
        FellegiSunter fit = this;
        double moved = 1;
        for (int step = 0; step < MAX_STEPS && moved > STAYS; step++) {
            FellegiSunter now = fit;
            fit = reestimated(
                    levels,
                    counts,
                    levels.stream().mapToDouble(now::probability).toArray(),
                    0);
            moved = fit.distance(now);
        }
        return fit;
    }

    /**
     * What the probabilities g of pairs say of p, m and u, held near those here.
     *
     * @param levels of the pairs
     * @param counts how many pairs have these levels
     * @param matches g
     * @param held a, in pairs
     */
    FellegiSunter reestimated(List<int[]> levels, double[] counts, double[] matches, double held) {
        FellegiSunter sums = new FellegiSunter(scaled(m, held), scaled(u, held), 0);
        double all = 0;
        double likely = 0;
        for (int i = 0; i < counts.length; i++) {
            all += counts[i];
            likely += counts[i] * matches[i];
            int[] reached = levels.get(i);
            for (int f = 0; f < reached.length; f++) {
                if (reached[f] != Agreement.UNKNOWN) {
                    sums.m[f][reached[f]] += counts[i] * matches[i];
                    sums.u[f][reached[f]] += counts[i] * (1 - matches[i]);
                }
            }
        }
        sums.share = Math.min(1 - LEAST, Math.max(LEAST, likely / all));
        normalise(sums.m);
        normalise(sums.u);
        return sums;
    }

    private static void normalise(double[][] sums) {
        for (double[] levels : sums) {
            double sum = Arrays.stream(levels).sum();
            for (int l = 0; l < levels.length; l++) {
                levels[l] = sum > 0 ? Math.max(LEAST, levels[l] / sum) : 1.0 / levels.length;
            }
        }
    }

    /** The largest difference of a probability. */
    double distance(FellegiSunter other) {
        double largest = Math.abs(share - other.share);
        for (int f = 0; f < m.length; f++) {
            for (int l = 0; l < m[f].length; l++) {
                largest = Math.max(largest, Math.abs(m[f][l] - other.m[f][l]));
                largest = Math.max(largest, Math.abs(u[f][l] - other.u[f][l]));
            }
        }
        return largest;
    }

    private static double[][] copy(double[][] table) {
        return scaled(table, 1);
    }

    private static double[][] scaled(double[][] table, double factor) {
        return Arrays.stream(table)
                .map(row -> Arrays.stream(row).map(cell -> cell * factor).toArray())
                .toArray(double[][]::new);
    }

    @Override
    public double logOdds(int[] levels) {
        double sum = Math.log(share / (1 - share));
        for (int f = 0; f < levels.length; f++) {
            if (levels[f] != Agreement.UNKNOWN) {
                sum += Math.log(m[f][levels[f]] / u[f][levels[f]]);
            }
        }
        return sum;
    }

    double share() {
        return share;
    }

    double m(int field, int level) {
        return m[field][level];
    }

    double u(int field, int level) {
        return u[field][level];
    }
}

package org.kvartal.forecast.effect.inference;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * By how many standard errors a band around many estimates must be wide to hold all of the truth at once in 95 of 100 cases.
 * <pre>
 *   t*  = max over estimates j of |sum over clusters k of w[k] c_j[k]| / se_j
 *   critical value = the 95 % quantile of t*
 * </pre>
 * w is -1 or 1 with equal chance (Rademacher), drawn anew for each repetition. Never below the 1.96 of one estimate.
 * Source: Callaway and Sant'Anna (2021), section 4.1, algorithm 1.
 */
public final class SimultaneousBand {
    private static final double LEVEL = 0.95;
    /** The critical value of one estimate alone. */
    public static final double ONE_ESTIMATE = 1.959963984540054;

    private SimultaneousBand() {}

    /** @param contributions of the clusters to each estimate, [estimate][cluster] */
    public static double criticalValue(double[][] contributions, int repetitions, long seed) {
        double[] errors = Arrays.stream(contributions)
                .mapToDouble(c -> Math.sqrt(Arrays.stream(c).map(x -> x * x).sum()))
                .toArray();
        int clusters = contributions[0].length;
        SplittableRandom random = new SplittableRandom(seed);
        double[] largest = new double[repetitions];
        boolean[] signs = new boolean[clusters];
        for (int r = 0; r < repetitions; r++) {
            draw(random, signs);
            for (int j = 0; j < contributions.length; j++) {
                double sum = 0;
                for (int k = 0; k < clusters; k++) {
                    sum += signs[k] ? contributions[j][k] : -contributions[j][k];
                }
                largest[r] = Math.max(largest[r], errors[j] > 0 ? Math.abs(sum) / errors[j] : 0);
            }
        }
        Arrays.sort(largest);
        int place = (int) Math.ceil(LEVEL * repetitions) - 1;
        return Math.max(ONE_ESTIMATE, largest[Math.max(0, place)]);
    }

    private static void draw(SplittableRandom random, boolean[] signs) {
        long bits = 0;
        for (int k = 0; k < signs.length; k++) {
            if (k % Long.SIZE == 0) {
                bits = random.nextLong();
            }
            signs[k] = (bits & 1) == 1;
            bits >>>= 1;
        }
    }
}

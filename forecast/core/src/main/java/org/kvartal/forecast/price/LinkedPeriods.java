package org.kvartal.forecast.price;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The periods of a window that items link to its first, directly or by way of others. Only those can be compared. */
final class LinkedPeriods {
    private final int[] periods;
    private final int all;

    /** Whether an item counts in a period. */
    @FunctionalInterface
    interface Links {
        boolean has(int period, int item);
    }

    private LinkedPeriods(int[] periods, int all) {
        this.periods = periods;
        this.all = all;
    }

    /** @param links whether an item counts in a period */
    static LinkedPeriods of(PriceTable window, Links links) {
        int n = window.periodCount();
        boolean[] isReached = new boolean[n];
        boolean[] isSpread = new boolean[window.itemCount()];
        isReached[0] = true;
        for (boolean grows = true; grows; ) {
            grows = false;
            for (int item = 0; item < isSpread.length; item++) {
                if (!isSpread[item] && countsInAny(links, isReached, item)) {
                    isSpread[item] = true;
                    grows = true;
                    for (int t = 0; t < n; t++) {
                        isReached[t] |= links.has(t, item);
                    }
                }
            }
        }
        int[] periods = new int[n];
        int count = 0;
        for (int t = 0; t < n; t++) {
            if (isReached[t]) {
                periods[count++] = t;
            }
        }
        return new LinkedPeriods(Arrays.copyOf(periods, count), n);
    }

    private static boolean countsInAny(Links links, boolean[] periods, int item) {
        for (int t = 0; t < periods.length; t++) {
            if (periods[t] && links.has(t, item)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Solves a x = b in which x of the first period is known.
     *
     * @param a by all periods; the row of the first is not used
     * @return x of all periods, {@code NaN} of those not linked
     */
    double[] solve(double[][] a, double[] b, double first) {
        int n = periods.length - 1;
        double[] x = new double[all];
        Arrays.fill(x, Double.NaN);
        x[0] = first;
        if (n == 0) {
            return x;
        }
        RealMatrix left = new Array2DRowRealMatrix(n, n);
        ArrayRealVector right = new ArrayRealVector(n);
        for (int i = 0; i < n; i++) {
            int t = periods[i + 1];
            right.setEntry(i, b[t] - a[t][0] * first);
            for (int j = 0; j < n; j++) {
                left.setEntry(i, j, a[t][periods[j + 1]]);
            }
        }
        double[] solution = new LUDecomposition(left, Double.MIN_NORMAL)
                .getSolver()
                .solve(right)
                .toArray();
        for (int i = 0; i < n; i++) {
            x[periods[i + 1]] = solution[i];
        }
        return x;
    }
}

package org.kvartal.forecast.effect.inference;

import java.util.Arrays;

/**
 * Clusters, and which of them are alike: those whose units are treated at the same time are a sample of their own, with a
 * mean of their own.
 */
public final class Strata {
    private final int[] stratum;
    private final int[] sizes;

    /** @param stratum of each cluster, numbered from 0 */
    public Strata(int[] stratum) {
        this.stratum = stratum.clone();
        this.sizes = new int[Arrays.stream(stratum).max().orElse(-1) + 1];
        for (int one : stratum) {
            sizes[one]++;
        }
    }

    public int clusters() {
        return stratum.length;
    }

    public int count() {
        return sizes.length;
    }

    public int of(int cluster) {
        return stratum[cluster];
    }

    /** Clusters in a stratum. */
    public int size(int number) {
        return sizes[number];
    }

    /** Sums of products of two vectors over the clusters of each stratum. */
    double[] products(double[] a, double[] b) {
        double[] sums = new double[sizes.length];
        for (int c = 0; c < a.length; c++) {
            sums[stratum[c]] += a[c] * b[c];
        }
        return sums;
    }
}

package org.kvartal.forecast.effect;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kvartal.forecast.effect.inference.Strata;

/**
 * Units watched over periods, some of them treated from some period on. An observation may be missing, and a unit may come
 * later or leave earlier than others.
 *
 * <p>Times are whole numbers in a unit of the caller's, as years or months since some origin; they need not be consecutive.
 */
public final class Panel {
    /** Cohort of units that are not treated by the last period. */
    public static final long NEVER = Long.MAX_VALUE;

    private final List<String> names;
    private final long[] times;
    private final long[] cohorts;
    private final int[] clusters;
    private final double[][] outcomes;
    private final List<String> covariates;
    private final double[][][] covariateValues;
    private final Strata strata;

    Panel(
            List<String> names,
            long[] times,
            long[] cohorts,
            int[] clusters,
            double[][] outcomes,
            List<String> covariates,
            double[][][] covariateValues) {
        this.names = List.copyOf(names);
        this.times = times;
        this.cohorts = cohorts;
        this.clusters = clusters;
        this.outcomes = outcomes;
        this.covariates = List.copyOf(covariates);
        this.covariateValues = covariateValues;
        this.strata = strata(cohorts, clusters);
    }

    /** Clusters of one cohort are alike; so are, for want of better, all clusters with units of several cohorts. */
    private static Strata strata(long[] cohorts, int[] clusters) {
        int count = Arrays.stream(clusters).max().orElse(-1) + 1;
        long mixed = Long.MIN_VALUE;
        long[] cohortOf = new long[count];
        boolean[] isKnown = new boolean[count];
        for (int i = 0; i < cohorts.length; i++) {
            int cluster = clusters[i];
            cohortOf[cluster] = isKnown[cluster] && cohortOf[cluster] != cohorts[i] ? mixed : cohorts[i];
            isKnown[cluster] = true;
        }
        long[] kinds = Arrays.stream(cohortOf).distinct().sorted().toArray();
        return new Strata(Arrays.stream(cohortOf)
                .mapToInt(cohort -> Arrays.binarySearch(kinds, cohort))
                .toArray());
    }

    public int units() {
        return cohorts.length;
    }

    public int periods() {
        return times.length;
    }

    public String name(int unit) {
        return names.get(unit);
    }

    public long time(int period) {
        return times[period];
    }

    /** First treated time of a unit, or {@link #NEVER}. */
    public long cohort(int unit) {
        return cohorts[unit];
    }

    /** Number of the cluster of a unit, from 0. */
    public int cluster(int unit) {
        return clusters[unit];
    }

    /** Clusters by the cohort of their units. */
    public Strata strata() {
        return strata;
    }

    public boolean isObserved(int unit, int period) {
        return !Double.isNaN(outcomes[unit][period]);
    }

    /** The outcome, not a number where it is missing. */
    public double outcome(int unit, int period) {
        return outcomes[unit][period];
    }

    public List<String> covariates() {
        return covariates;
    }

    public double covariate(int number, int unit, int period) {
        return covariateValues[number][unit][period];
    }

    public boolean isTreated(int unit, int period) {
        return cohorts[unit] <= times[period];
    }

    /** Cohorts in order, those treated from the first period on too, but not {@link #NEVER}. */
    public List<Long> cohorts() {
        TreeSet<Long> all = new TreeSet<>();
        for (long cohort : cohorts) {
            all.add(cohort);
        }
        all.remove(NEVER);
        return List.copyOf(all);
    }

    /** Units of a cohort. */
    public int size(long cohort) {
        return (int) Arrays.stream(cohorts).filter(one -> one == cohort).count();
    }

    public boolean hasNever() {
        return size(NEVER) > 0;
    }

    /** Clusters of the units meant. */
    int clusters(IntPredicate isMeant) {
        return (int) IntStream.range(0, cohorts.length)
                .filter(isMeant)
                .map(this::cluster)
                .distinct()
                .count();
    }

    /** Treated observations. */
    long treatedObservations() {
        long count = 0;
        for (int i = 0; i < cohorts.length; i++) {
            for (int t = 0; t < times.length; t++) {
                count += isObserved(i, t) && isTreated(i, t) ? 1 : 0;
            }
        }
        return count;
    }

    /** Clusters whose units are not all first treated at the same time. */
    public int mixedClusters() {
        long[] first = new long[strata.clusters()];
        boolean[] isMixed = new boolean[strata.clusters()];
        boolean[] isKnown = new boolean[strata.clusters()];
        for (int i = 0; i < cohorts.length; i++) {
            int cluster = clusters[i];
            isMixed[cluster] |= isKnown[cluster] && first[cluster] != cohorts[i];
            first[cluster] = cohorts[i];
            isKnown[cluster] = true;
        }
        return (int) IntStream.range(0, isMixed.length).filter(c -> isMixed[c]).count();
    }

    /** Periods in which a unit is observed. */
    public int observations(int unit) {
        int count = 0;
        for (int t = 0; t < times.length; t++) {
            count += isObserved(unit, t) ? 1 : 0;
        }
        return count;
    }

    /**
     * The same units without covariates, treated at other times.
     *
     * @param ofClusters first treated time of the units of each cluster
     */
    Panel withCohorts(List<Long> ofClusters) {
        long[] dealt = Arrays.stream(clusters)
                .mapToLong(cluster -> ofClusters.get(cluster))
                .toArray();
        return new Panel(names, times, dealt, clusters, outcomes, List.of(), new double[0][][]);
    }

    /** Last period before a time; -1 when there is none. */
    int lastBefore(long time) {
        int period = times.length - 1;
        while (period >= 0 && times[period] >= time) {
            period--;
        }
        return period;
    }

    /** Sums of the values of units over clusters. */
    double[] byCluster(double[] ofUnits) {
        double[] sums = new double[strata.clusters()];
        for (int i = 0; i < ofUnits.length; i++) {
            sums[clusters[i]] += ofUnits[i];
        }
        return sums;
    }
}

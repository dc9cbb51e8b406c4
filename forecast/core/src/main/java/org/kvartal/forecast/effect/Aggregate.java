package org.kvartal.forecast.effect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.forecast.effect.inference.Sampling;

/** An average of effects by group and time, with its error. */
public final class Aggregate {
    private final EffectKey key;
    private final Panel panel;
    private final double effect;
    private final long observations;
    private final double[] contributions;
    private final Map<GroupTimeEffect, Double> weights;

    private Aggregate(
            EffectKey key,
            Panel panel,
            double effect,
            long observations,
            double[] contributions,
            Map<GroupTimeEffect, Double> weights) {
        this.key = key;
        this.panel = panel;
        this.effect = effect;
        this.observations = observations;
        this.contributions = contributions;
        this.weights = weights;
    }

    /**
     * The average with the numbers of treated units for weights.
     * <pre>
     *   theta = sum of n_k ATT_k / S,   S = sum of n_k
     *   c[i]  = sum of n_k / S c_k[i] + (sum of ATT_k - theta over the k in which i is treated) / S
     * </pre>
     * The second part is the error of the weights, which are estimates too: other samples have other sizes of groups.
     */
    static Aggregate byObservations(EffectKey key, Panel panel, List<GroupTimeEffect> effects) {
        long total = effects.stream().mapToLong(GroupTimeEffect::treated).sum();
        double mean = 0;
        Map<GroupTimeEffect, Double> weights = new LinkedHashMap<>();
        for (GroupTimeEffect one : effects) {
            double weight = (double) one.treated() / total;
            weights.put(one, weight);
            mean += weight * one.effect();
        }
        double[] contributions = new double[panel.units()];
        for (GroupTimeEffect one : effects) {
            one.addTo(contributions, (double) one.treated() / total);
            double deviation = (one.effect() - mean) / total;
            for (int i = 0; i < one.treated(); i++) {
                contributions[one.unit(i)] += deviation;
            }
        }
        return new Aggregate(key, panel, mean, total, contributions, weights);
    }

    /** The average with weights that are given, and sum to anything. */
    static Aggregate weighted(EffectKey key, Panel panel, Map<GroupTimeEffect, Double> given) {
        double total = given.values().stream().mapToDouble(weight -> weight).sum();
        double mean = 0;
        long observations = 0;
        double[] contributions = new double[panel.units()];
        Map<GroupTimeEffect, Double> weights = new LinkedHashMap<>();
        for (Map.Entry<GroupTimeEffect, Double> entry : given.entrySet()) {
            GroupTimeEffect one = entry.getKey();
            double weight = entry.getValue() / total;
            weights.put(one, weight);
            mean += weight * one.effect();
            observations += one.treated();
            one.addTo(contributions, weight);
        }
        return new Aggregate(key, panel, mean, observations, contributions, weights);
    }

    /** The plain average. */
    static Aggregate plain(EffectKey key, List<Aggregate> parts) {
        double[] shares = new double[parts.size()];
        Arrays.fill(shares, 1.0 / parts.size());
        return weighted(key, parts, shares);
    }

    /**
     * The average of groups with their sizes for weights, and with the error of these weights.
     *
     * @param members the units of each part
     */
    static Aggregate bySize(EffectKey key, List<Aggregate> parts, List<int[]> members) {
        int total = members.stream().mapToInt(units -> units.length).sum();
        double[] shares = members.stream()
                .mapToDouble(units -> (double) units.length / total)
                .toArray();
        Aggregate average = weighted(key, parts, shares);
        for (int k = 0; k < shares.length; k++) {
            for (int unit : members.get(k)) {
                average.contributions[unit] += (parts.get(k).effect - average.effect) / total;
            }
        }
        return average;
    }

    private static Aggregate weighted(EffectKey key, List<Aggregate> parts, double[] shares) {
        Panel panel = parts.get(0).panel;
        double mean = 0;
        long observations = 0;
        double[] contributions = new double[panel.units()];
        Map<GroupTimeEffect, Double> weights = new LinkedHashMap<>();
        for (int k = 0; k < shares.length; k++) {
            Aggregate part = parts.get(k);
            double share = shares[k];
            mean += share * part.effect;
            observations += part.observations;
            for (int i = 0; i < contributions.length; i++) {
                contributions[i] += share * part.contributions[i];
            }
            part.weights.forEach((one, weight) -> weights.merge(one, share * weight, Double::sum));
        }
        return new Aggregate(key, panel, mean, observations, contributions, weights);
    }

    public EffectKey key() {
        return key;
    }

    public double effect() {
        return effect;
    }

    /** Treated observations that it rests on. */
    public long observations() {
        return observations;
    }

    /** Contributions of the clusters to its error. */
    double[] byCluster() {
        return panel.byCluster(contributions);
    }

    public Sampling sampling() {
        return Sampling.of(
                byCluster(), panel.strata(), unseen(), Math.max(1, support().controls() - 1));
    }

    /**
     * Variance of groups of one cluster. The deviation of one from its own mean is nothing; but what the same differences over
     * time vary by among controls can be seen, and a group of one varies by as much.
     */
    private double unseen() {
        Map<Long, double[]> ofControls = new LinkedHashMap<>();
        weights.forEach((one, weight) -> {
            if (isAlone(one)) {
                one.addControlsTo(ofControls.computeIfAbsent(one.group(), group -> new double[panel.units()]), weight);
            }
        });
        double sum = 0;
        for (double[] contributions : ofControls.values()) {
            double squares = 0;
            int clusters = 0;
            for (double one : panel.byCluster(contributions)) {
                squares += one * one;
                clusters += one != 0 ? 1 : 0;
            }
            sum += clusters > 1 ? squares * clusters * clusters / (clusters - 1) : 0;
        }
        return sum;
    }

    private boolean isAlone(GroupTimeEffect one) {
        int first = panel.cluster(one.unit(0));
        for (int i = 1; i < one.treated(); i++) {
            if (panel.cluster(one.unit(i)) != first) {
                return false;
            }
        }
        return true;
    }

    /** Clusters of treated units, and of controls, that it rests on. */
    Support support() {
        boolean[] treated = new boolean[panel.strata().clusters()];
        boolean[] controls = new boolean[panel.strata().clusters()];
        for (GroupTimeEffect one : weights.keySet()) {
            for (int i = 0; i < one.size(); i++) {
                (i < one.treated() ? treated : controls)[panel.cluster(one.unit(i))] = true;
            }
        }
        return new Support(count(treated), count(controls));
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}

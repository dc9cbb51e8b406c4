package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kvartal.forecast.effect.inference.Sampling;

/**
 * Effects by imputing what treated units would have done untreated, from all that units did before they were treated.
 * <pre>
 *   Y(i, t) ~ a(i) + l(t) + x(i, t) b            on untreated observations
 *   tau(i, t) = Y(i, t) - a(i) - l(t) - x(i, t) b     on treated ones
 *   effect = sum of w tau,   se^2 = sum over clusters of (sum of v e)^2
 *   v = w on treated observations, and the weights that w gives to untreated ones through a, l and b
 *   e = tau - mean of tau in its group and period; residuals on untreated observations
 * </pre>
 * The standard error is conservative: what effects vary by within a group and period counts as noise. A group of one unit
 * is compared with the mean of all groups at its event time, for the mean of one shows no noise. Units without an untreated
 * period, and periods without an untreated unit, are left out. Source: Borusyak, Jaravel and Spiess (2024), Revisiting event
 * study designs, Review of Economic Studies 91, sections 4.2 and 4.3 (theorem 3).
 */
public final class Imputation {
    private final Panel panel;
    private final boolean[][] untreated;
    private final double[][] errors;
    private final List<CellAverages.Cell> cells = new ArrayList<>();
    private final List<int[]> members = new ArrayList<>();
    private final List<Integer> periods = new ArrayList<>();
    private final List<Double> means = new ArrayList<>();
    private final TwoWaySystem system;
    private double[][] untreatedProducts = {};

    private Imputation(Panel panel) {
        this.panel = panel;
        this.untreated = new boolean[panel.units()][panel.periods()];
        this.errors = new double[panel.units()][panel.periods()];
        for (int i = 0; i < untreated.length; i++) {
            for (int t = 0; t < untreated[i].length; t++) {
                untreated[i][t] = panel.isObserved(i, t) && !panel.isTreated(i, t);
            }
        }
        this.system = new TwoWaySystem(untreated, PanelColumns.covariates(panel));
    }

    public static EffectResult estimate(Panel panel) {
        Imputation imputation = new Imputation(panel);
        int parts = imputation.system.parts();
        if (parts != 1) {
            return new EffectResult.NotEstimated(
                    parts == 0
                            ? "no observation is untreated"
                            : "untreated observations fall into %d parts without a common unit".formatted(parts));
        }
        imputation.impute();
        if (imputation.cells.isEmpty()) {
            return new EffectResult.NotEstimated("no treated observation has untreated ones of its unit and period");
        }
        return new EffectResult.Estimated(imputation.averages());
    }

    private void impute() {
        double[][] outcomes = PanelColumns.outcomes(panel);
        TwoWaySystem.Effects effects = system.fit(outcomes);
        for (int i = 0; i < errors.length; i++) {
            for (int t = 0; t < errors[i].length; t++) {
                errors[i][t] = panel.isObserved(i, t) ? outcomes[i][t] - system.value(effects, i, t) : 0;
            }
        }
        for (long group : panel.cohorts()) {
            for (int t = 0; t < panel.periods(); t++) {
                if (panel.time(t) >= group && system.isUsed(t)) {
                    addCell(group, t);
                }
            }
        }
        centre();
        double[][] residuals = new double[errors.length][];
        for (int i = 0; i < errors.length; i++) {
            residuals[i] = errors[i].clone();
            for (int t = 0; t < residuals[i].length; t++) {
                residuals[i][t] = untreated[i][t] ? errors[i][t] : 0;
            }
        }
        untreatedProducts = system.products(residuals);
    }

    private void addCell(long group, int period) {
        int[] units = IntStream.range(0, panel.units())
                .filter(i -> panel.cohort(i) == group && panel.isObserved(i, period) && system.hasUnit(i))
                .toArray();
        if (units.length > 0) {
            cells.add(new CellAverages.Cell(group, panel.time(period), units.length));
            members.add(units);
            periods.add(period);
            means.add(Arrays.stream(units)
                    .mapToDouble(i -> errors[i][period])
                    .average()
                    .orElse(0));
        }
    }

    /** Leaves of each effect what is more than the mean of its group and period. */
    private void centre() {
        Map<Long, double[]> byEvent = new TreeMap<>();
        for (int c = 0; c < cells.size(); c++) {
            double[] sums = byEvent.computeIfAbsent(cells.get(c).eventTime(), event -> new double[2]);
            sums[0] += means.get(c) * members.get(c).length;
            sums[1] += members.get(c).length;
        }
        for (int c = 0; c < cells.size(); c++) {
            double[] sums = byEvent.get(cells.get(c).eventTime());
            boolean isAlone = members.get(c).length == 1 && sums != null;
            double centre = isAlone ? sums[0] / sums[1] : means.get(c);
            for (int i : members.get(c)) {
                errors[i][periods.get(c)] -= centre;
            }
        }
    }

    private List<Effect> averages() {
        Map<Long, Integer> sizes = new TreeMap<>();
        panel.cohorts().forEach(group -> sizes.put(group, panel.size(group)));
        String remark = remark();
        double[] effects = means.stream().mapToDouble(Double::doubleValue).toArray();
        return new CellAverages(cells, sizes)
                .all()
                .parallel()
                .map(average -> Effect.of(
                                average.key(),
                                average.of(effects),
                                sampling(average.spread(cells.size())),
                                average.observations())
                        .noting(average.key().aggregation() == Aggregation.SIMPLE ? remark : ""))
                .toList();
    }

    private String remark() {
        String dropped = PanelColumns.dropped(panel, system::isDropped);
        long lost = panel.treatedObservations()
                - cells.stream().mapToLong(CellAverages.Cell::observations).sum();
        String unmatched = lost == 0
                ? ""
                : "%d treated observations without untreated ones of their unit or period are left out".formatted(lost);
        return dropped.isEmpty() || unmatched.isEmpty() ? unmatched + dropped : unmatched + "; " + dropped;
    }

    /** Effects of units get no weight here: the residuals of each unit sum to 0. */
    private Sampling sampling(double[] weights) {
        double[] units = new double[panel.units()];
        double[] rest = system.rest();
        double[] contributions = new double[panel.units()];
        for (int c = 0; c < weights.length; c++) {
            if (weights[c] != 0) {
                double w = weights[c] / members.get(c).length;
                for (int i : members.get(c)) {
                    system.add(units, rest, i, periods.get(c), w);
                    contributions[i] += w * errors[i][periods.get(c)];
                }
            }
        }
        double[] through = system.solveRest(units, rest);
        for (int i = 0; i < contributions.length; i++) {
            double sum = 0;
            for (int k = 0; k < through.length; k++) {
                sum += through[k] * untreatedProducts[i][k];
            }
            contributions[i] -= sum;
        }
        return Sampling.of(panel.byCluster(contributions), panel.strata(), 0);
    }
}

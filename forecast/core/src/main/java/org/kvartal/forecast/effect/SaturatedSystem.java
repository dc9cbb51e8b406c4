package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvartal.forecast.effect.inference.PositiveSystem;

/**
 * Least squares on units, periods, covariates and a dummy for each group and time. What units leave of the columns has
 * products that are blocks by group, with a border for periods and covariates, so that groups are solved one by one:
 * <pre>
 *   A_g d_g + B_g y = r_g            for each group g
 *   sum of B_g' d_g + C y = r
 * </pre>
 */
final class SaturatedSystem {
    private final Panel panel;
    private final boolean[][] used;
    private final double[][][] columns;
    private final double[][] outcomes;
    private final int border;
    private final List<GroupBlock> blocks = new ArrayList<>();
    private final int[] blockOf;
    private final List<CellAverages.Cell> cells = new ArrayList<>();
    private PositiveSystem reduced = PositiveSystem.of(new double[0][0]);
    private Solution fit = new Solution(new double[0][], new double[0]);
    private int observations;

    /** d by group, and y. */
    private static final class Solution {
        private final double[][] ofGroups;
        private final double[] ofBorder;

        Solution(double[][] ofGroups, double[] ofBorder) {
            this.ofGroups = ofGroups;
            this.ofBorder = ofBorder;
        }
    }

    private SaturatedSystem(Panel panel, boolean[][] used) {
        this.panel = panel;
        this.used = used;
        this.columns = PanelColumns.covariates(panel);
        this.outcomes = PanelColumns.outcomes(panel);
        this.border = panel.periods() + columns.length;
        this.blockOf = new int[panel.units()];
        Arrays.fill(blockOf, -1);
    }

    /** @param control cohort whose units get no dummies; of a treated one only untreated periods take part */
    static SaturatedSystem of(Panel panel, long control) {
        boolean[][] used = PanelColumns.observed(panel);
        for (int t = 0; t < panel.periods(); t++) {
            if (control <= panel.time(t) || !hasUnit(panel, used, control, t)) {
                for (boolean[] row : used) {
                    row[t] = false;
                }
            }
        }
        SaturatedSystem system = new SaturatedSystem(panel, used);
        for (long group : panel.cohorts()) {
            if (group != control) {
                system.addGroup(group);
            }
        }
        system.solve();
        return system;
    }

    private static boolean hasUnit(Panel panel, boolean[][] used, long cohort, int period) {
        for (int i = 0; i < used.length; i++) {
            if (panel.cohort(i) == cohort && used[i][period]) {
                return true;
            }
        }
        return false;
    }

    /** A group without a base is left out with all its observations. */
    private void addGroup(long group) {
        int base = panel.lastBefore(group);
        boolean hasBase = base >= 0 && hasUnit(panel, used, group, base);
        List<Integer> periods = new ArrayList<>();
        for (int t = 0; t < panel.periods() && hasBase; t++) {
            if (t != base && hasUnit(panel, used, group, t)) {
                periods.add(t);
            }
        }
        for (int i = 0; i < panel.units(); i++) {
            if (panel.cohort(i) == group) {
                if (hasBase) {
                    blockOf[i] = blocks.size();
                } else {
                    Arrays.fill(used[i], false);
                }
            }
        }
        if (hasBase) {
            blocks.add(new GroupBlock(group, periods, panel.periods(), border));
        }
    }

    private void solve() {
        double[][] c = new double[border][border];
        double[] squares = new double[border];
        double[] right = new double[border];
        for (int i = 0; i < used.length; i++) {
            addUnit(i, c, squares, right);
        }
        blocks.forEach(block -> block.eliminate(c));
        reduced = PositiveSystem.of(c, squares);
        fit = solution(blocks.stream().map(GroupBlock::right).toArray(double[][]::new), right);
        for (GroupBlock block : blocks) {
            for (int place = 0; place < block.size(); place++) {
                int period = block.period(place);
                int count = 0;
                for (int i = 0; i < used.length; i++) {
                    count += panel.cohort(i) == block.group() && used[i][period] ? 1 : 0;
                }
                cells.add(new CellAverages.Cell(block.group(), panel.time(period), count));
            }
        }
    }

    private void addUnit(int unit, double[][] c, double[] squares, double[] right) {
        int[] seen = seen(unit);
        observations += seen.length;
        if (seen.length == 0) {
            return;
        }
        double[][] rows = new double[seen.length][];
        double mean = 0;
        double[] means = new double[columns.length];
        for (int t : seen) {
            mean += outcomes[unit][t] / seen.length;
            for (int k = 0; k < means.length; k++) {
                means[k] += columns[k][unit][t] / seen.length;
            }
        }
        double[] own = new double[seen.length];
        for (int a = 0; a < seen.length; a++) {
            own[a] = outcomes[unit][seen[a]] - mean;
            rows[a] = new double[columns.length];
            for (int k = 0; k < means.length; k++) {
                rows[a][k] = columns[k][unit][seen[a]] - means[k];
                squares[panel.periods() + k] += Math.pow(columns[k][unit][seen[a]], 2);
            }
            squares[seen[a]]++;
        }
        addToBorder(seen, rows, own, c, right);
        if (blockOf[unit] >= 0) {
            blocks.get(blockOf[unit]).add(seen, rows, own);
        }
    }

    private void addToBorder(int[] seen, double[][] rows, double[] own, double[][] c, double[] right) {
        double share = 1.0 / seen.length;
        for (int a = 0; a < seen.length; a++) {
            right[seen[a]] += own[a];
            c[seen[a]][seen[a]] += 1;
            for (int b = 0; b <= a; b++) {
                c[seen[a]][seen[b]] -= share;
            }
            for (int k = 0; k < rows[a].length; k++) {
                int place = panel.periods() + k;
                right[place] += rows[a][k] * own[a];
                c[place][seen[a]] += rows[a][k];
                for (int m = 0; m <= k; m++) {
                    c[place][panel.periods() + m] += rows[a][k] * rows[a][m];
                }
            }
        }
    }

    private int[] seen(int unit) {
        int[] seen = new int[panel.periods()];
        int count = 0;
        for (int t = 0; t < seen.length; t++) {
            if (used[unit][t]) {
                seen[count++] = t;
            }
        }
        return Arrays.copyOf(seen, count);
    }

    private Solution solution(double[][] ofGroups, double[] ofBorder) {
        double[] right = ofBorder.clone();
        double[][] first = new double[blocks.size()][];
        for (int g = 0; g < first.length; g++) {
            first[g] = blocks.get(g).reduce(ofGroups[g], right);
        }
        double[] y = reduced.solve(right);
        for (int g = 0; g < first.length; g++) {
            blocks.get(g).substitute(first[g], y);
        }
        return new Solution(first, y);
    }

    /** Groups and times with a dummy. */
    List<CellAverages.Cell> cells() {
        return cells;
    }

    /** Their coefficients. */
    double[] effects() {
        double[] effects = new double[cells.size()];
        int place = 0;
        for (double[] ofGroup : fit.ofGroups) {
            System.arraycopy(ofGroup, 0, effects, place, ofGroup.length);
            place += ofGroup.length;
        }
        return effects;
    }

    int observations() {
        return observations;
    }

    boolean isUsed(int unit) {
        return seen(unit).length > 0;
    }

    /** Dummies, covariates that count, and periods. */
    int parameters() {
        int count = cells.size();
        for (int t = 0; t < panel.periods(); t++) {
            int period = t;
            count += Arrays.stream(used).anyMatch(row -> row[period]) ? 1 : 0;
        }
        for (int k = 0; k < columns.length; k++) {
            count += reduced.isDropped(panel.periods() + k) ? 0 : 1;
        }
        return count;
    }

    /** A remark on covariates that say nothing; empty when all do. */
    String droppedCovariates() {
        return PanelColumns.dropped(panel, k -> reduced.isDropped(panel.periods() + k));
    }

    /** What the fit leaves of outcomes. */
    double[][] residuals() {
        double[][] residuals = new double[used.length][panel.periods()];
        for (int i = 0; i < used.length; i++) {
            int[] seen = seen(i);
            double mean = 0;
            for (int t : seen) {
                residuals[i][t] = outcomes[i][t] - value(fit, i, t);
                mean += residuals[i][t] / seen.length;
            }
            for (int t : seen) {
                residuals[i][t] -= mean;
            }
        }
        return residuals;
    }

    private double value(Solution solution, int unit, int period) {
        double value = solution.ofBorder[period];
        if (blockOf[unit] >= 0) {
            int place = blocks.get(blockOf[unit]).place(period);
            value += place < 0 ? 0 : solution.ofGroups[blockOf[unit]][place];
        }
        for (int k = 0; k < columns.length; k++) {
            value += solution.ofBorder[panel.periods() + k] * columns[k][unit][period];
        }
        return value;
    }

    /**
     * Products of periods and covariates with what the fit leaves, [unit][period or covariate].
     *
     * @param residuals as {@link #residuals} has them
     */
    double[][] products(double[][] residuals) {
        double[][] products = new double[used.length][];
        for (int i = 0; i < used.length; i++) {
            products[i] = Arrays.copyOf(residuals[i], border);
            for (int k = 0; k < columns.length; k++) {
                for (int t = 0; t < panel.periods(); t++) {
                    products[i][panel.periods() + k] += residuals[i][t] * columns[k][i][t];
                }
            }
        }
        return products;
    }

    /** What each unit contributes to the error of an average of effects. */
    double[] contributions(double[] weights, double[][] products) {
        double[][] ofGroups = new double[blocks.size()][];
        int place = 0;
        for (int g = 0; g < ofGroups.length; g++) {
            ofGroups[g] =
                    Arrays.copyOfRange(weights, place, place + blocks.get(g).size());
            place += ofGroups[g].length;
        }
        Solution through = solution(ofGroups, new double[border]);
        double[][] byGroup = new double[blocks.size()][];
        for (int g = 0; g < byGroup.length; g++) {
            byGroup[g] = through.ofBorder.clone();
            for (int one = 0; one < blocks.get(g).size(); one++) {
                byGroup[g][blocks.get(g).period(one)] += through.ofGroups[g][one];
            }
        }
        double[] contributions = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            double[] row = blockOf[i] < 0 ? through.ofBorder : byGroup[blockOf[i]];
            double sum = 0;
            for (int k = 0; k < border; k++) {
                sum += row[k] * products[i][k];
            }
            contributions[i] = sum;
        }
        return contributions;
    }
}

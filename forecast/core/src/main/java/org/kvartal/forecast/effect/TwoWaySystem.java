package org.kvartal.forecast.effect;

import java.util.Arrays;
import org.kvartal.forecast.effect.inference.PositiveSystem;

/**
 * Effects of units, of periods and of columns, by least squares on some observations of a panel.
 * <pre>
 *   y(i, t) ~ a(i) + l(t) + sum over k of x_k(i, t) b_k
 * </pre>
 * The normal equations are solved for any right-hand side: units are eliminated one by one, and only periods and columns
 * remain. The effect of the last period is 0; so is that of a column which the others already tell.
 */
final class TwoWaySystem {
    private final boolean[][] used;
    private final double[][][] columns;
    private final int periods;
    private final int[] observations;
    private final double[][] unitSums;
    private final PositiveSystem reduced;

    /** Effects of units and, in one vector, of periods and columns. */
    static final class Effects {
        private final double[] ofUnits;
        private final double[] ofRest;

        private Effects(double[] ofUnits, double[] ofRest) {
            this.ofUnits = ofUnits;
            this.ofRest = ofRest;
        }
    }

    /**
     * @param used which observations take part, [unit][period]
     * @param columns [column][unit][period]
     */
    TwoWaySystem(boolean[][] used, double[][]... columns) {
        this.used = used;
        this.columns = columns;
        this.periods = used[0].length;
        this.observations = new int[used.length];
        this.unitSums = new double[used.length][];
        int size = periods + columns.length;
        double[] squares = new double[size];
        double[][] gram = gram(squares);
        this.reduced = PositiveSystem.of(gram, squares);
    }

    /** Products of what units leave of columns; also the squares of whole columns. */
    private double[][] gram(double[] squares) {
        int size = squares.length;
        double[][] gram = new double[size][size];
        double[] row = new double[size];
        for (int i = 0; i < used.length; i++) {
            double[] sums = new double[size];
            for (int t = 0; t < periods; t++) {
                if (used[i][t]) {
                    observations[i]++;
                    fill(row, i, t);
                    addProducts(gram, row, t);
                    for (int k = 0; k < size; k++) {
                        sums[k] += row[k];
                        squares[k] += row[k] * row[k];
                    }
                }
            }
            unitSums[i] = sums;
            addSquare(gram, sums, observations[i]);
        }
        return gram;
    }

    private void fill(double[] row, int unit, int period) {
        Arrays.fill(row, 0);
        row[period] = 1;
        for (int k = 0; k < columns.length; k++) {
            row[periods + k] = columns[k][unit][period];
        }
    }

    private void addProducts(double[][] gram, double[] row, int period) {
        gram[period][period] += 1;
        for (int k = periods; k < row.length; k++) {
            gram[k][period] += row[k];
            for (int m = periods; m <= k; m++) {
                gram[k][m] += row[k] * row[m];
            }
        }
    }

    private static void addSquare(double[][] gram, double[] sums, int count) {
        for (int k = 0; k < sums.length && count > 0; k++) {
            if (sums[k] != 0) {
                for (int m = 0; m <= k; m++) {
                    gram[k][m] -= sums[k] * sums[m] / count;
                }
            }
        }
    }

    /** How many parts of the panel share neither unit nor period: their levels cannot be compared. */
    int parts() {
        int dropped = 0;
        for (int t = 0; t < periods; t++) {
            dropped += reduced.isDropped(t) && isUsed(t) ? 1 : 0;
        }
        return dropped;
    }

    boolean isUsed(int period) {
        for (boolean[] row : used) {
            if (row[period]) {
                return true;
            }
        }
        return false;
    }

    boolean hasUnit(int unit) {
        return observations[unit] > 0;
    }

    boolean isDropped(int column) {
        return reduced.isDropped(periods + column);
    }

    /** Columns that count, and periods. */
    int parameters() {
        int count = 0;
        for (int t = 0; t < periods; t++) {
            count += isUsed(t) ? 1 : 0;
        }
        for (int k = 0; k < columns.length; k++) {
            count += isDropped(k) ? 0 : 1;
        }
        return count;
    }

    /** The least-squares effects of values on the observations that take part. */
    Effects fit(double[][] values) {
        double[] units = new double[used.length];
        double[] rest = new double[periods + columns.length];
        for (int i = 0; i < used.length; i++) {
            for (int t = 0; t < periods; t++) {
                if (used[i][t]) {
                    add(units, rest, i, t, values[i][t]);
                }
            }
        }
        return solve(units, rest);
    }

    /** Adds a value of one observation, whether it takes part or not, to a right-hand side. */
    void add(double[] units, double[] rest, int unit, int period, double value) {
        units[unit] += value;
        rest[period] += value;
        for (int k = 0; k < columns.length; k++) {
            rest[periods + k] += value * columns[k][unit][period];
        }
    }

    /** An empty right-hand side for periods and columns. */
    double[] rest() {
        return new double[periods + columns.length];
    }

    /** The solution of the normal equations; the right-hand side is not changed. */
    private Effects solve(double[] units, double[] rest) {
        double[] ofRest = solveRest(units, rest);
        double[] ofUnits = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            double sum = units[i];
            for (int k = 0; k < ofRest.length; k++) {
                sum -= unitSums[i][k] * ofRest[k];
            }
            ofUnits[i] = observations[i] > 0 ? sum / observations[i] : 0;
        }
        return new Effects(ofUnits, ofRest);
    }

    /** What the solution has for periods and columns. */
    double[] solveRest(double[] units, double[] rest) {
        double[] right = rest.clone();
        for (int i = 0; i < used.length; i++) {
            double mean = observations[i] > 0 ? units[i] / observations[i] : 0;
            for (int k = 0; k < right.length && mean != 0; k++) {
                right[k] -= mean * unitSums[i][k];
            }
        }
        return reduced.solve(right);
    }

    /**
     * Products of periods and columns with values of each unit, [unit][period or column]: what a unit has of a right-hand side.
     *
     * @param values 0 for observations that do not take part
     */
    double[][] products(double[][] values) {
        double[][] products = new double[used.length][];
        for (int i = 0; i < used.length; i++) {
            products[i] = Arrays.copyOf(values[i], periods + columns.length);
            for (int k = 0; k < columns.length; k++) {
                for (int t = 0; t < periods; t++) {
                    products[i][periods + k] += values[i][t] * columns[k][i][t];
                }
            }
        }
        return products;
    }

    /** a(i) + l(t) + x b, also of an observation that does not take part. */
    double value(Effects effects, int unit, int period) {
        double value = effects.ofUnits[unit] + effects.ofRest[period];
        for (int k = 0; k < columns.length; k++) {
            value += columns[k][unit][period] * effects.ofRest[periods + k];
        }
        return value;
    }

    /** What a fit leaves of values; 0 for observations that do not take part. */
    double[][] residuals(double[][] values) {
        Effects effects = fit(values);
        double[][] residuals = new double[used.length][periods];
        for (int i = 0; i < used.length; i++) {
            for (int t = 0; t < periods; t++) {
                residuals[i][t] = used[i][t] ? values[i][t] - value(effects, i, t) : 0;
            }
        }
        return residuals;
    }
}

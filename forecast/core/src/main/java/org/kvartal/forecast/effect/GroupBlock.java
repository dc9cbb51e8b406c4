package org.kvartal.forecast.effect;

import java.util.Arrays;
import java.util.List;
import org.kvartal.forecast.effect.inference.PositiveSystem;

/** The dummies of one group in a {@link SaturatedSystem}: products with each other, with the border and with outcomes. */
final class GroupBlock {
    private final long group;
    private final int[] periods;
    private final int[] places;
    private final double[][] own;
    private final double[][] withBorder;
    private final double[] squares;
    private final double[] right;
    private PositiveSystem system = PositiveSystem.of(new double[0][0]);
    private double[][] solved = {};

    /**
     * @param periods that have a dummy
     * @param allPeriods the first columns of the border
     * @param border all its columns
     */
    GroupBlock(long group, List<Integer> periods, int allPeriods, int border) {
        this.group = group;
        this.periods = periods.stream().mapToInt(Integer::intValue).toArray();
        this.places = new int[allPeriods];
        Arrays.fill(places, -1);
        for (int place = 0; place < this.periods.length; place++) {
            places[this.periods[place]] = place;
        }
        this.own = new double[this.periods.length][this.periods.length];
        this.withBorder = new double[this.periods.length][border];
        this.squares = new double[this.periods.length];
        this.right = new double[this.periods.length];
    }

    long group() {
        return group;
    }

    int size() {
        return periods.length;
    }

    int period(int place) {
        return periods[place];
    }

    /** Place of the dummy of a period; -1 when it has none. */
    int place(int period) {
        return places[period];
    }

    double[] right() {
        return right;
    }

    /**
     * Adds a unit.
     *
     * @param seen its periods
     * @param rows its covariates less their means, by period
     * @param outcomes its outcomes less their mean
     */
    void add(int[] seen, double[][] rows, double[] outcomes) {
        double share = 1.0 / seen.length;
        for (int a = 0; a < seen.length; a++) {
            int place = places[seen[a]];
            if (place < 0) {
                continue;
            }
            right[place] += outcomes[a];
            squares[place]++;
            own[place][place] += 1;
            withBorder[place][seen[a]] += 1;
            for (int period : seen) {
                withBorder[place][period] -= share;
                if (places[period] >= 0) {
                    own[place][places[period]] -= share;
                }
            }
            for (int k = 0; k < rows[a].length; k++) {
                withBorder[place][places.length + k] += rows[a][k];
            }
        }
    }

    /** Takes B' A^-1 B from the products of the border. */
    void eliminate(double[][] border) {
        system = PositiveSystem.of(own, squares);
        double[][] byColumn = new double[border.length][];
        solved = new double[size()][border.length];
        for (int k = 0; k < border.length; k++) {
            double[] column = new double[size()];
            for (int place = 0; place < column.length; place++) {
                column[place] = withBorder[place][k];
            }
            byColumn[k] = system.solve(column);
            for (int place = 0; place < column.length; place++) {
                solved[place][k] = byColumn[k][place];
            }
        }
        for (int place = 0; place < size(); place++) {
            for (int k = 0; k < border.length; k++) {
                double factor = withBorder[place][k];
                for (int m = 0; m <= k && factor != 0; m++) {
                    border[k][m] -= factor * solved[place][m];
                }
            }
        }
    }

    /** A^-1 r; takes B' A^-1 r from the right-hand side of the border. */
    double[] reduce(double[] ownRight, double[] borderRight) {
        if (Arrays.stream(ownRight).allMatch(value -> value == 0)) {
            return new double[ownRight.length];
        }
        double[] first = system.solve(ownRight);
        for (int place = 0; place < first.length; place++) {
            for (int k = 0; k < borderRight.length; k++) {
                borderRight[k] -= withBorder[place][k] * first[place];
            }
        }
        return first;
    }

    /** Makes of A^-1 r the solution A^-1 (r - B y). */
    void substitute(double[] first, double[] y) {
        for (int place = 0; place < first.length; place++) {
            for (int k = 0; k < y.length; k++) {
                first[place] -= solved[place][k] * y[k];
            }
        }
    }
}

package org.kvartal.forecast.timeseries.ces;

import java.util.Arrays;
import org.kvartal.forecast.timeseries.optimise.ErrorTable;
import org.kvartal.forecast.timeseries.optimise.Prior;
import org.kvartal.forecast.timeseries.optimise.SquaredErrors;

/**
 * The errors of complex exponential smoothing with their derivatives by the parameters, in one pass.
 *
 * <pre>
 *   e      = y - l - s,  de = -dl - ds                                  with the states of {@link CesRecursion}
 *   dl'    = dl - (1 - a1) dc + (a0 - a1) de   + e for a0,  + c - e for a1
 *   dc'    = dl + (1 - a0) dc + (a0 + a1) de   + e - c for a0,  + e for a1
 *   season alike, with r for c, b0 and b1 for a0 and a1; partial: ds' = ds + b0 de  + e for b0
 * </pre>
 *
 * The states before the first value are held.
 */
final class CesSensitivity implements SquaredErrors {
    private static final int ROW = ErrorTable.COLUMNS;
    /** Of each season: the derivatives of the season, then of its information. */
    private static final int CELL = 2 * ROW;

    private final double[] y;
    private final Ces.Season form;
    private final int m;
    private final double[] initial;
    private final ErrorTable table;
    private final Prior prior;
    private final int[] columns;
    private final double[] season;
    private final double[] information;
    private final double[] cells;

    /** @param initial as for {@link CesRecursion} */
    CesSensitivity(double[] y, Ces.Season form, int m, double[] initial, ErrorTable table, Prior prior) {
        this.prior = prior;
        this.y = y;
        this.form = form;
        this.m = m;
        this.initial = initial;
        this.table = table;
        columns = new int[form.parameters()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i;
        }
        season = new double[m];
        information = new double[m];
        cells = new double[m * CELL];
    }

    @Override
    public double at(double[] p, double[] slope, double[][] curvature) {
        if (form == Ces.Season.NONE) {
            sweepLevel(p[0], p[1]);
        } else {
            System.arraycopy(initial, 2, season, 0, m);
            for (int i = 0; i < m; i++) {
                information[i] = form == Ces.Season.FULL ? season[i] / 2 : 0;
            }
            Arrays.fill(cells, 0);
            sweepSeason(p);
        }
        return prior.added(table.products(columns, slope, curvature), y.length, p, slope, curvature);
    }

    private void sweepLevel(double a0, double a1) {
        double[] errors = table.errors();
        double[] rows = table.rows();
        double l = initial[0];
        double c = initial[1];
        CesDerivative by0 = new CesDerivative();
        CesDerivative by1 = new CesDerivative();
        for (int t = 0, row = 0; t < y.length; t++, row += ROW) {
            double e = y[t] - l;
            errors[t] = e;
            rows[row] = -by0.level();
            rows[row + 1] = -by1.level();
            by0.advance(a0, a1, rows[row], e, e - c);
            by1.advance(a0, a1, rows[row + 1], c - e, e);
            double old = l;
            l += (a0 - a1) * e - (1 - a1) * c;
            c = old + (1 - a0) * c + (a0 + a1) * e;
        }
    }

    private void sweepSeason(double[] p) {
        double[] errors = table.errors();
        double[] rows = table.rows();
        double a0 = p[0];
        double a1 = p[1];
        double l = initial[0];
        double c = initial[1];
        CesDerivative by0 = new CesDerivative();
        CesDerivative by1 = new CesDerivative();
        CesDerivative by2 = new CesDerivative();
        CesDerivative by3 = new CesDerivative();
        int i = 0;
        for (int t = 0, row = 0; t < y.length; t++, row += ROW) {
            int cell = i * CELL;
            double e = y[t] - l - season[i];
            errors[t] = e;
            rows[row] = -by0.level() - cells[cell];
            rows[row + 1] = -by1.level() - cells[cell + 1];
            rows[row + 2] = -by2.level() - cells[cell + 2];
            rows[row + 3] = -by3.level() - cells[cell + 3];
            by0.advance(a0, a1, rows[row], e, e - c);
            by1.advance(a0, a1, rows[row + 1], c - e, e);
            by2.advance(a0, a1, rows[row + 2], 0, 0);
            by3.advance(a0, a1, rows[row + 3], 0, 0);
            if (form == Ces.Season.PARTIAL) {
                takePartly(p[2], e, i, row, rows);
            } else {
                takeFully(p[2], p[3], e, i, row, rows);
            }
            double old = l;
            l += (a0 - a1) * e - (1 - a1) * c;
            c = old + (1 - a0) * c + (a0 + a1) * e;
            i = i + 1 == m ? 0 : i + 1;
        }
    }

    private void takePartly(double b0, double e, int i, int row, double[] rows) {
        int cell = i * CELL;
        cells[cell] += b0 * rows[row];
        cells[cell + 1] += b0 * rows[row + 1];
        cells[cell + 2] += b0 * rows[row + 2] + e;
        season[i] += b0 * e;
    }

    private void takeFully(double b0, double b1, double e, int i, int row, double[] rows) {
        double r = information[i];
        takeColumn(b0, b1, rows[row], i * CELL, 0, 0);
        takeColumn(b0, b1, rows[row + 1], i * CELL + 1, 0, 0);
        takeColumn(b0, b1, rows[row + 2], i * CELL + 2, e, e - r);
        takeColumn(b0, b1, rows[row + 3], i * CELL + 3, r - e, e);
        information[i] = season[i] + (1 - b0) * r + (b0 + b1) * e;
        season[i] += (b0 - b1) * e - (1 - b1) * r;
    }

    private void takeColumn(double b0, double b1, double de, int cell, double ofSeason, double ofInformation) {
        double ds = cells[cell];
        double dr = cells[cell + ROW];
        cells[cell] = ds - (1 - b1) * dr + (b0 - b1) * de + ofSeason;
        cells[cell + ROW] = ds + (1 - b0) * dr + (b0 + b1) * de + ofInformation;
    }
}

package org.kvartal.forecast.timeseries.ets;

import java.util.Arrays;
import org.kvartal.forecast.timeseries.optimise.ErrorTable;
import org.kvartal.forecast.timeseries.optimise.Prior;
import org.kvartal.forecast.timeseries.optimise.SquaredErrors;

/**
 * The errors of a form with their derivatives by the smoothing parameters, in one pass through the series.
 *
 * <pre>
 *   r = y - f                      with the states of {@link EtsRecursion}, which are the same for either kind of error
 *   dq = dl + phi db (+ b for phi),  dr = -(dq + ds)  or  -(s dq + q ds)
 *   dl' = dq + alpha dr (+ r for alpha),  and so on: the derivatives follow the recursion of the states
 * </pre>
 *
 * Parameters are alpha, b* = beta / alpha, g* = gamma / (1 - alpha) and phi, as far as the form has them. The states
 * before the first value are held. What becomes of
 * them: {@link EtsProducts}.
 */
final class EtsSensitivity implements SquaredErrors {
    /** Of alpha, b*, g* and phi; chosen on the ends of training series by bench/forecast-accuracy.java, holdout. */
    private static final double[] CUSTOMARY = {0.5, 0.05, 0.1, 0.95};

    private static final double[] SPREAD = {0.5, 0.1, 0.3, 0.05};
    private static final double TINY = 1e-10;
    private static final int ROW = ErrorTable.COLUMNS;
    /** Of each season: the season, its derivatives, and for factors its inverse. */
    private static final int CELL = 6;

    private final double[] y;
    private final EtsForm form;
    private final int m;
    private final int observed;
    private final double[] state;
    private final int[] places;
    private final double[] cells;
    private final EtsProducts products;
    private final Prior prior;

    /**
     * @param state where the recursion begins, in the order of {@link EtsRecursion#run}; changes to it are seen
     * @param m season length, 1 without season
     */
    EtsSensitivity(double[] y, EtsForm form, int m, double[] state, EtsProducts products, Ets.InitialStates states) {
        this.y = y;
        this.form = form;
        this.m = m;
        this.state = state;
        this.products = products;
        int count = 0;
        for (double value : y) {
            count += Double.isNaN(value) ? 0 : 1;
        }
        observed = count;
        places = places(form);
        prior = states == Ets.InitialStates.DECOMPOSED ? customary(places) : Prior.none(places.length);
        cells = new double[m * CELL];
    }

    private static Prior customary(int[] places) {
        double[] customary = new double[places.length];
        double[] spread = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            customary[i] = CUSTOMARY[places[i]];
            spread[i] = SPREAD[places[i]];
        }
        return new Prior(customary, spread);
    }

    private static int[] places(EtsForm form) {
        int[] places = new int[form.smoothingCount()];
        int next = 1;
        if (form.hasTrend()) {
            places[next++] = 1;
        }
        if (form.hasSeason()) {
            places[next++] = 2;
        }
        if (form.isDamped()) {
            places[next] = 3;
        }
        return places;
    }

    @Override
    public double at(double[] point, double[] slope, double[][] curvature) {
        int next = 1;
        double alpha = point[0];
        double b = form.hasTrend() ? point[next++] : 0;
        double g = form.hasSeason() ? point[next++] : 0;
        double phi = form.isDamped() ? point[next] : 1;
        begin();
        if (form.season() == EtsForm.Season.MULTIPLICATIVE) {
            if (!factors(alpha, b, g, phi)) {
                return Double.POSITIVE_INFINITY;
            }
        } else if (!form.hasSeason() && !form.hasTrend()) {
            level(alpha);
        } else {
            sums(alpha, b, g, phi);
        }
        double squares = form.error() == EtsForm.Error.MULTIPLICATIVE
                ? products.relative(observed, places, slope, curvature)
                : products.table().products(places, slope, curvature);
        return prior.added(squares, observed, point, slope, curvature);
    }

    private void begin() {
        if (form.hasSeason()) {
            int first = form.hasTrend() ? 2 : 1;
            double rest = form.season() == EtsForm.Season.MULTIPLICATIVE ? m : 0;
            Arrays.fill(cells, 0);
            for (int i = 0; i < m; i++) {
                double season = i < m - 1 ? state[first + i] : rest;
                rest -= season;
                cells[i * CELL] = season;
                cells[i * CELL + 5] = 1 / season;
            }
        }
    }

    private void level(double alpha) {
        double[] errors = products.table().errors();
        double[] means = products.means();
        double[] rows = products.table().rows();
        double l = state[0];
        double dl = 0;
        for (int t = 0, row = 0; t < y.length; t++, row += ROW) {
            boolean missing = Double.isNaN(y[t]);
            double r = missing ? 0 : y[t] - l;
            double da = missing ? 0 : -dl;
            errors[t] = r;
            means[t] = missing ? 1 : l;
            rows[row] = da;
            dl += alpha * da + r;
            l += alpha * r;
        }
    }

    /** Season none or additive. */
    private void sums(double alpha, double trendShare, double seasonShare, double phi) {
        boolean seasonal = form.hasSeason();
        double beta = alpha * trendShare;
        double gamma = seasonal ? (1 - alpha) * seasonShare : 0;
        double gammaByShare = seasonal ? 1 - alpha : 0;
        double[] errors = products.table().errors();
        double[] means = products.means();
        double[] rows = products.table().rows();
        EtsDerivative byAlpha = new EtsDerivative();
        EtsDerivative byTrendShare = new EtsDerivative();
        EtsDerivative bySeasonShare = new EtsDerivative();
        EtsDerivative byPhi = new EtsDerivative();
        double l = state[0];
        double b = form.hasTrend() ? state[1] : 0;
        int i = 0;
        for (int t = 0, row = 0; t < y.length; t++, row += ROW) {
            double da = -byAlpha.advance(phi, 0) - cells[i + 1];
            double db = -byTrendShare.advance(phi, 0) - cells[i + 2];
            double dg = -bySeasonShare.advance(phi, 0) - cells[i + 3];
            double dp = -byPhi.advance(phi, b) - cells[i + 4];
            b *= phi;
            l += b;
            double f = l + cells[i];
            double r = y[t] - f;
            if (Double.isNaN(r)) {
                f = 1;
                r = 0;
                da = 0;
                db = 0;
                dg = 0;
                dp = 0;
            }
            errors[t] = r;
            means[t] = f;
            rows[row] = da;
            rows[row + 1] = db;
            rows[row + 2] = dg;
            rows[row + 3] = dp;
            byAlpha.correct(alpha * da + r, beta * da + trendShare * r);
            byTrendShare.correct(alpha * db, beta * db + alpha * r);
            bySeasonShare.correct(alpha * dg, beta * dg);
            byPhi.correct(alpha * dp, beta * dp);
            cells[i] += gamma * r;
            cells[i + 1] += gamma * da - seasonShare * r;
            cells[i + 2] += gamma * db;
            cells[i + 3] += gamma * dg + gammaByShare * r;
            cells[i + 4] += gamma * dp;
            l += alpha * r;
            b += beta * r;
            i = i + CELL == cells.length ? 0 : i + CELL;
        }
    }

    /** Season multiplicative. */
    private boolean factors(double alpha, double trendShare, double seasonShare, double phi) {
        double beta = alpha * trendShare;
        double gamma = (1 - alpha) * seasonShare;
        double gammaByShare = 1 - alpha;
        double[] errors = products.table().errors();
        double[] means = products.means();
        double[] rows = products.table().rows();
        EtsDerivative byAlpha = new EtsDerivative();
        EtsDerivative byTrendShare = new EtsDerivative();
        EtsDerivative bySeasonShare = new EtsDerivative();
        EtsDerivative byPhi = new EtsDerivative();
        double least = 1;
        double l = state[0];
        double b = form.hasTrend() ? state[1] : 0;
        int i = 0;
        for (int t = 0, row = 0; t < y.length; t++, row += ROW) {
            double qa = byAlpha.advance(phi, 0);
            double qb = byTrendShare.advance(phi, 0);
            double qg = bySeasonShare.advance(phi, 0);
            double qp = byPhi.advance(phi, b);
            b *= phi;
            l += b;
            double s = cells[i];
            double v = cells[i + 5];
            double f = l * s;
            double r = y[t] - f;
            double da = -s * qa - l * cells[i + 1];
            double db = -s * qb - l * cells[i + 2];
            double dg = -s * qg - l * cells[i + 3];
            double dp = -s * qp - l * cells[i + 4];
            least = Math.min(least, f);
            if (Double.isNaN(r)) {
                f = 1;
                r = 0;
                da = 0;
                db = 0;
                dg = 0;
                dp = 0;
            }
            errors[t] = r;
            means[t] = f;
            rows[row] = da;
            rows[row + 1] = db;
            rows[row + 2] = dg;
            rows[row + 3] = dp;
            double x = r * v;
            double xa = v * (da - x * cells[i + 1]);
            double xb = v * (db - x * cells[i + 2]);
            double xg = v * (dg - x * cells[i + 3]);
            double xp = v * (dp - x * cells[i + 4]);
            byAlpha.correct(alpha * xa + x, beta * xa + trendShare * x);
            byTrendShare.correct(alpha * xb, beta * xb + alpha * x);
            bySeasonShare.correct(alpha * xg, beta * xg);
            byPhi.correct(alpha * xp, beta * xp);
            double w = 1 / l;
            double z = r * w;
            double gw = gamma * w;
            cells[i] = s + gamma * z;
            cells[i + 1] += gw * (da - z * qa) - seasonShare * z;
            cells[i + 2] += gw * (db - z * qb);
            cells[i + 3] += gw * (dg - z * qg) + gammaByShare * z;
            cells[i + 4] += gw * (dp - z * qp);
            cells[i + 5] = 1 / cells[i];
            l += alpha * x;
            b += beta * x;
            i = i + CELL == cells.length ? 0 : i + CELL;
        }
        return least > TINY;
    }
}

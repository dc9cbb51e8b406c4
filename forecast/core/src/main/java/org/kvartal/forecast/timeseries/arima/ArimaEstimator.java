package org.kvartal.forecast.timeseries.arima;

import org.kvartal.forecast.timeseries.optimise.NormalEquations;

/**
 * Exact maximum likelihood of one order by Levenberg-Marquardt steps.
 *
 * <pre>
 *   minimise sum u[t]^2,  u[t] = v[t] / sqrt(F[t]) * exp(sum log F / (2 n))
 *   n log(sum u^2) is the deviance up to a constant, so least squares of u is maximum likelihood
 *   step = -(J'J + lambda diag(J'J))^-1 J'u,  J by forward differences
 * </pre>
 *
 * Coefficients move as unbounded numbers ({@link ArmaPolynomials}), the mean as itself. v and F come from
 * {@link ArmaFilter}. Source: Nocedal and Wright (2006), Numerical Optimization, 2nd ed., section 10.3.
 */
final class ArimaEstimator {
    private static final double DIFFERENCE = 1e-5;
    private static final double CLOSE = 1e-7;
    private static final double SMALL_LAMBDA = 0.1;
    private static final double LARGEST_LAMBDA = 1e4;
    private static final double LARGEST = 4;
    /** Fits of so few steps do with derivatives adjusted from step to step. */
    private static final int FEW_STEPS = 10;

    private final ArimaOrder order;
    private final double[] w;
    private final ArmaPolynomials polynomials;
    private final ArmaFilter filter;
    private final double[] point;
    private final double[] trial;
    private final double[] residuals;
    private final double[] trialResiduals;
    private final double[][] derivatives;
    private final double[] moves;
    private final double meanScale;
    private double objective;

    /** @param start coefficients in the order p, q, P, Q */
    ArimaEstimator(double[] y, ArimaOrder order, double[] start) {
        this.order = order;
        w = Differences.of(y, order.d(), order.seasonalD(), order.season());
        polynomials = new ArmaPolynomials(order);
        filter = new ArmaFilter(w, polynomials.ar().length, polynomials.ma().length);
        int unknowns = order.parameterCount() - 1;
        point = new double[unknowns];
        trial = new double[unknowns];
        residuals = new double[w.length];
        moves = new double[unknowns];
        trialResiduals = new double[w.length];
        derivatives = new double[w.length][unknowns];
        double deviation = Math.sqrt(Differences.variance(w));
        meanScale = deviation > 0 ? deviation : 1;
        begin(start);
        objective = run(point, residuals);
    }

    private void begin(double[] start) {
        int next = place(start, 0, order.p(), 1);
        next = place(start, next, order.q(), -1);
        next = place(start, next, order.seasonalP(), 1);
        next = place(start, next, order.seasonalQ(), -1);
        if (next < point.length) {
            double sum = 0;
            for (double value : w) {
                sum += value;
            }
            point[next] = sum / w.length / meanScale;
        }
    }

    private int place(double[] start, int from, int count, int sign) {
        double[] part = new double[count];
        for (int i = 0; i < count; i++) {
            part[i] = sign * start[from + i];
        }
        System.arraycopy(ArmaPolynomials.unbounded(part), 0, point, from, count);
        return from + count;
    }

    private double run(double[] at, double[] into) {
        polynomials.set(at);
        if (!filter.run(polynomials.ar(), polynomials.ma(), mean(at), into)) {
            return Double.POSITIVE_INFINITY;
        }
        double factor = Math.exp(filter.logVariances() / (2 * w.length));
        for (int t = 0; t < into.length; t++) {
            into[t] *= factor;
        }
        return filter.squares() * factor * factor;
    }

    private double mean(double[] at) {
        return order.constant() == ArimaOrder.Constant.ESTIMATED ? at[at.length - 1] * meanScale : 0;
    }

    /** Takes up to {@code most} steps, fewer when they no longer help. */
    void improve(int most) {
        if (point.length == 0 || !(objective > 0) || !Double.isFinite(objective)) {
            return;
        }
        NormalEquations equations = new NormalEquations(point.length);
        double lambda = 0.01;
        boolean stale = true;
        for (int i = 0; i < most && lambda < LARGEST_LAMBDA; i++) {
            if (stale && !differentiate()) {
                return;
            }
            equations.clear();
            for (int t = 0; t < w.length; t++) {
                equations.add(derivatives[t], -residuals[t]);
            }
            double before = objective;
            while (lambda < LARGEST_LAMBDA && !accept(equations.solve(lambda))) {
                lambda *= 8;
            }
            double fall = before - objective;
            if (lambda <= SMALL_LAMBDA && fall < CLOSE * before) {
                return;
            }
            // In a curved valley full steps zigzag: trust them only as far as the linear problem foretells the fall.
            double gain = fall / equations.reduction(lambda);
            lambda *= gain < 0.25 ? 4 : gain > 0.75 ? 0.125 : 1;
            stale = most > FEW_STEPS || !(gain > 0.25);
        }
    }

    private boolean accept(double[] step) {
        for (int i = 0; i < point.length; i++) {
            double moved = point[i] + Math.max(-1, Math.min(1, step[i]));
            boolean isMean = i >= order.coefficientCount();
            trial[i] = isMean ? moved : Math.max(-LARGEST, Math.min(LARGEST, moved));
        }
        double value = run(trial, trialResiduals);
        if (value < objective) {
            learn();
            System.arraycopy(trial, 0, point, 0, point.length);
            System.arraycopy(trialResiduals, 0, residuals, 0, residuals.length);
            objective = value;
            return true;
        }
        return false;
    }

    /**
     * Adjusts the derivatives by what the last step showed: Broyden's update, J += (du - J d) d' / |d|^2, which spares
     * one filter run for each parameter. Source: Broyden (1965), Mathematics of Computation 19.
     */
    private void learn() {
        double length = 0;
        for (int i = 0; i < point.length; i++) {
            moves[i] = trial[i] - point[i];
            length += moves[i] * moves[i];
        }
        if (length == 0) {
            return;
        }
        for (int t = 0; t < w.length; t++) {
            double[] row = derivatives[t];
            double surprise = trialResiduals[t] - residuals[t];
            for (int i = 0; i < moves.length; i++) {
                surprise -= row[i] * moves[i];
            }
            surprise /= length;
            for (int i = 0; i < moves.length; i++) {
                row[i] += surprise * moves[i];
            }
        }
    }

    private boolean differentiate() {
        System.arraycopy(point, 0, trial, 0, point.length);
        for (int i = 0; i < point.length; i++) {
            trial[i] = point[i] + DIFFERENCE;
            if (!Double.isFinite(run(trial, trialResiduals))) {
                return false;
            }
            trial[i] = point[i];
            for (int t = 0; t < w.length; t++) {
                derivatives[t][i] = (trialResiduals[t] - residuals[t]) / DIFFERENCE;
            }
        }
        return true;
    }

    /** The corrected Akaike criterion of what was found so far. */
    double aicc() {
        int n = w.length;
        int k = order.parameterCount();
        double deviance = n * Math.log(Math.max(objective / n, Double.MIN_NORMAL));
        return n - k - 1 <= 0 ? Double.POSITIVE_INFINITY : deviance + 2.0 * k + 2.0 * k * (k + 1) / (n - k - 1);
    }

    /** The model as found so far, of the values that were given. */
    ArimaFit fit(double[] y) {
        run(point, trialResiduals);
        int n = w.length;
        double sigma2 = filter.squares() / Math.max(1, n - (order.parameterCount() - 1));
        return new ArimaFit(
                order,
                y,
                polynomials.coefficients(),
                mean(point),
                filter,
                polynomials,
                sigma2,
                filter.deviance() + n * (1 + Math.log(2 * Math.PI)),
                aicc());
    }
}

package org.kvartal.forecast.timeseries.ets;

import org.kvartal.forecast.timeseries.optimise.BoxedLeastSquares;
import org.kvartal.forecast.timeseries.optimise.NormalEquations;

/**
 * Maximum likelihood of one form: the smoothing parameters by least squares ({@link EtsSensitivity}), the initial
 * states by Gauss-Newton steps, in turn.
 *
 * <pre>
 *   alpha in [0.0001, 0.9999],  beta = alpha b*,  gamma = (1 - alpha) g*,  b*, g* in [0.0001, 0.9999]
 *   phi in [0.8, 0.98]
 *   state += argmin over d of |r + J d|^2       J: derivatives of the errors by the states, by differences
 *   r = e  or, multiplicative,  e - (sum e^2 / n) / (1 + e)     the latter for the sum of log|f| in the deviance
 * </pre>
 *
 * For additive errors the errors are linear in the states, so one step is exact; a step that does not lower the
 * deviance is halved, then dropped. Source: Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential
 * Smoothing, section 5.2 (bounds), with the search over the many states replaced by least squares.
 */
final class EtsEstimator {
    private static final double[] LOWER = {0.0001, 0.0001, 0.0001, 0.8};
    private static final double[] UPPER = {0.9999, 0.9999, 0.9999, 0.98};
    private static final double RIDGE = 1e-7;
    private static final int HALVINGS = 3;
    /** A fall of the deviance, in its own unit, that no longer matters. */
    private static final double SETTLED = 1e-5;

    private final EtsForm form;
    private final int m;
    private final EtsRecursion recursion;
    private final double[] smoothing;
    private final double[] state;
    private final double[] trialState;
    private final double[] errors;
    private final EtsSensitivity sensitivity;
    private BoxedLeastSquares search;
    private double[][] derivatives;
    private double[] shiftedErrors;
    private double deviance;

    /** An estimator for values {@code y}, complete or not. */
    EtsEstimator(
            double[] y, EtsInitialState initial, EtsForm form, int m, EtsProducts products, Ets.InitialStates states) {
        this.form = form;
        this.m = form.hasSeason() ? m : 1;
        recursion = new EtsRecursion(y, form, this.m);
        state = initial.of(form);
        trialState = state.clone();
        errors = new double[y.length];
        derivatives = new double[0][];
        shiftedErrors = new double[0];
        smoothing = start();
        sensitivity = new EtsSensitivity(y, form, this.m, state, products, states);
        search = search();
        deviance = deviance(search.value());
    }

    /** Begins again at shares of the error that are taken into the level, the trend and the season. */
    void beginAt(double alpha, double trendShare, double seasonShare) {
        smoothing[0] = alpha;
        if (form.hasTrend()) {
            smoothing[1] = trendShare;
        }
        if (form.hasSeason()) {
            smoothing[form.hasTrend() ? 2 : 1] = seasonShare;
        }
        search = search();
        deviance = deviance(search.value());
    }

    private BoxedLeastSquares search() {
        return new BoxedLeastSquares(sensitivity, smoothing, bounds(LOWER), bounds(UPPER));
    }

    private double deviance(double squares) {
        return recursion.observedCount() * Math.log(Math.max(squares, Double.MIN_NORMAL));
    }

    private double[] start() {
        double[] start = new double[form.smoothingCount()];
        int i = 0;
        start[i++] = form.hasSeason() ? 0.3 : 0.5;
        if (form.hasTrend()) {
            start[i++] = 0.1;
        }
        if (form.hasSeason()) {
            start[i++] = 0.1;
        }
        if (form.isDamped()) {
            start[i] = 0.95;
        }
        return start;
    }

    private double[] bounds(double[] all) {
        double[] bounds = new double[form.smoothingCount()];
        int i = 0;
        bounds[i++] = all[0];
        if (form.hasTrend()) {
            bounds[i++] = all[1];
        }
        if (form.hasSeason()) {
            bounds[i++] = all[2];
        }
        if (form.isDamped()) {
            bounds[i] = all[3];
        }
        return bounds;
    }

    /** Searches the smoothing parameters from where they are; whether further steps may help. */
    boolean improve(int steps, double tolerance) {
        boolean open = search.improve(steps, tolerance);
        System.arraycopy(search.point(), 0, smoothing, 0, smoothing.length);
        deviance = deviance(search.value());
        return open;
    }

    /** Improves the smoothing parameters and the initial states in turn, up to {@code rounds} times each. */
    void improveAll(int rounds, int steps, double tolerance) {
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rounds && before - deviance > SETTLED; i++) {
            before = i == 0 ? Double.POSITIVE_INFINITY : deviance;
            improveStates();
            improve(steps, tolerance);
        }
        improveStates();
    }

    /** Moves the initial states by one Gauss-Newton step, if that lowers the deviance. */
    void improveStates() {
        int unknowns = state.length;
        if (derivatives.length == 0) {
            derivatives = new double[errors.length][unknowns];
            shiftedErrors = new double[errors.length];
        }
        deviance = run(smoothing, state);
        double spread = recursion.squaredErrors() / recursion.observedCount();
        if (!Double.isFinite(deviance) || !differentiate(unknowns)) {
            return;
        }
        boolean multiplicative = form.error() == EtsForm.Error.MULTIPLICATIVE;
        NormalEquations equations = new NormalEquations(unknowns);
        for (int t = 0; t < errors.length; t++) {
            equations.add(derivatives[t], multiplicative ? spread / (1 + errors[t]) - errors[t] : -errors[t]);
        }
        double[] move = equations.solve(RIDGE);
        double share = 1;
        for (int attempt = 0; attempt < HALVINGS; attempt++) {
            for (int i = 0; i < unknowns; i++) {
                trialState[i] = state[i] + share * move[i];
            }
            double trial = runInto(smoothing, trialState, shiftedErrors);
            if (trial < deviance) {
                System.arraycopy(trialState, 0, state, 0, unknowns);
                deviance = trial;
                search = search();
                return;
            }
            share /= 2;
        }
    }

    private boolean differentiate(int unknowns) {
        System.arraycopy(state, 0, trialState, 0, unknowns);
        double scale = Math.max(Math.abs(state[0]), 1e-6);
        boolean factors = form.season() == EtsForm.Season.MULTIPLICATIVE;
        int firstSeason = form.hasTrend() ? 2 : 1;
        for (int i = 0; i < unknowns; i++) {
            double difference = 1e-5 * (factors && i >= firstSeason ? 1 : scale);
            trialState[i] = state[i] + difference;
            if (!Double.isFinite(runInto(smoothing, trialState, shiftedErrors))) {
                return false;
            }
            trialState[i] = state[i];
            for (int t = 0; t < errors.length; t++) {
                derivatives[t][i] = (shiftedErrors[t] - errors[t]) / difference;
            }
        }
        return true;
    }

    private double run(double[] point, double[] from) {
        return runInto(point, from, errors);
    }

    private double runInto(double[] point, double[] from, double[] errorsOut) {
        double alpha = point[0];
        int i = 1;
        double beta = form.hasTrend() ? alpha * point[i++] : 0;
        double gamma = form.hasSeason() ? (1 - alpha) * point[i++] : 0;
        double phi = form.isDamped() ? point[i] : 1;
        return recursion.run(alpha, beta, gamma, phi, from, errorsOut);
    }

    /** The corrected Akaike criterion of what was found so far; infinite if there are too few values. */
    double aicc() {
        int k = form.parameterCount(m);
        int n = recursion.observedCount();
        return n - k - 1 <= 0 ? Double.POSITIVE_INFINITY : deviance + 2.0 * k + 2.0 * k * (k + 1) / (n - k - 1);
    }

    EtsForm form() {
        return form;
    }

    /** The model as found so far. */
    EtsFit fit() {
        deviance = run(smoothing, state);
        double alpha = smoothing[0];
        int i = 1;
        double beta = form.hasTrend() ? alpha * smoothing[i++] : 0;
        double gamma = form.hasSeason() ? (1 - alpha) * smoothing[i++] : 0;
        double phi = form.isDamped() ? smoothing[i] : 1;
        double[] seasons = new double[m];
        for (int step = 1; step <= m; step++) {
            seasons[step - 1] = recursion.season(step);
        }
        int degrees = Math.max(1, recursion.observedCount() - (form.parameterCount(m) - 1));
        return new EtsFit(
                form,
                new EtsParameters(alpha, beta, gamma, phi),
                state.clone(),
                new EtsFit.EndState(recursion.level(), recursion.trend(), seasons),
                recursion.squaredErrors() / degrees,
                deviance,
                aicc());
    }
}

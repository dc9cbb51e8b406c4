package org.kvartal.forecast.timeseries.arima;

import java.util.Arrays;
import java.util.Optional;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * A linear regression whose errors follow an ARIMA model, by exact maximum likelihood.
 *
 * <pre>
 *   y[t] = b[1] x[t,1] + ... + b[k] x[t,k] + n[t]            n ARIMA(p,d,q)(P,D,Q)[m], with mean or drift as a column
 *   repeat until b stands still:
 *     order's coefficients from y - X b by exact likelihood
 *     b from the whitened differences of y and X by least squares (generalised least squares)
 *   cov(b) = sigma2 (X*'X*)^-1                               X* whitened differences of X
 *   mean(h) = x[n+h]'b + n(h)
 *   var(h)  = ARIMA's + u'cov(b)u,  u = x[n+h] - what the same filter foretells of x
 * </pre>
 *
 * b and the order's coefficients are asymptotically independent, so a few rounds settle both, and cov(b) takes the order's
 * coefficients as known. Columns that the differences
 * make dependent take differences away until they are not. Sources: Brockwell and Davis (1991), Time Series: Theory and
 * Methods, 2nd ed., section 8.8 (likelihood by filtering); Harvey (1989), Forecasting, Structural Time Series Models and
 * the Kalman Filter, section 3.4.2 (regression); Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd
 * ed., section 10.2 (order by the remainder of the regression).
 */
public final class ArimaErrors {
    private static final int ROUNDS = 40;
    private static final int STEPS = 4;
    private static final double STANDING = 1e-4;

    private final double[][] columns;
    private final int constants;
    private final ArimaOrder order;
    private final ArimaFit errors;
    private final LeastSquares solution;
    private final Whitening whitening;
    private final int degreesOfFreedom;

    private ArimaErrors(double[] y, double[][] columns, ArimaOrder asked, Optional<double[]> start) {
        constants = asked.constant() == ArimaOrder.Constant.ESTIMATED ? 1 : 0;
        this.columns = constants == 0 ? columns : withConstant(columns, asked, y.length);
        order = without(asked);
        double[] w = differenced(y);
        double[][] x = Arrays.stream(this.columns).map(this::differenced).toArray(double[][]::new);
        LeastSquares current = new LeastSquares(x, w);
        double[] begin = start.orElseGet(() -> cold(minus(y, new LeastSquares(x, w).coefficients())));
        ArimaFit fit = improved(minus(y, current.coefficients()), begin);
        Whitening white = new Whitening(order, fit.coefficients());
        for (int round = 0; round < ROUNDS; round++) {
            white = new Whitening(order, fit.coefficients());
            double[] before = current.coefficients();
            current = new LeastSquares(Arrays.stream(x).map(white::of).toArray(double[][]::new), white.of(w));
            fit = improved(minus(y, current.coefficients()), fit.coefficients());
            if (round > 0 && current.farthest(before) < STANDING) {
                break;
            }
        }
        errors = fit;
        solution = current;
        whitening = white;
        degreesOfFreedom = Math.max(1, w.length - order.coefficientCount() - this.columns.length);
    }

    private double[] cold(double[] rest) {
        return Arima.of(order).fit(TimeSeries.of(rest)).orElseThrow().coefficients();
    }

    private ArimaFit improved(double[] rest, double[] start) {
        ArimaEstimator estimator = new ArimaEstimator(rest, order, start);
        estimator.improve(STEPS);
        return estimator.fit(rest);
    }

    /** A regression with errors of a given order; empty if there are too few values for it. */
    public static Optional<ArimaErrors> of(double[] y, double[][] columns, ArimaOrder order) {
        return of(y, columns, order, Optional.empty());
    }

    private static Optional<ArimaErrors> of(
            double[] y, double[][] columns, ArimaOrder order, Optional<double[]> start) {
        ArimaOrder possible = possible(columns, order, y.length);
        int unknowns = possible.parameterCount() + columns.length;
        return y.length - possible.lostToDifferences() <= unknowns
                ? Optional.empty()
                : Optional.of(new ArimaErrors(
                        y,
                        columns,
                        possible,
                        start.filter(numbers -> without(possible).equals(without(order)))));
    }

    /**
     * A regression with errors of the order that suits what it leaves; empty if there are too few values.
     *
     * @param columns complete, by column, linearly independent of each other and of a constant
     * @param season season length of the errors, 1 for none
     */
    public static Optional<ArimaErrors> automatic(double[] y, double[][] columns, int season) {
        if (y.length < columns.length + 6) {
            return Optional.empty();
        }
        ArimaOrder mean = new ArimaOrder(0, 0, 0, 0, 0, 0, 1, ArimaOrder.Constant.ESTIMATED);
        double[][] x = withConstant(columns, mean, y.length);
        double[] b = new LeastSquares(x, y).coefficients();
        Optional<ArimaErrors> first = chosen(rest(y, columns, b), season)
                .flatMap(fit -> of(y, columns, fit.order(), Optional.of(fit.coefficients())));
        if (first.isEmpty()) {
            return of(y, columns, mean);
        }
        ArimaErrors found = first.get();
        Optional<ArimaErrors> second = chosen(rest(y, columns, found.coefficients()), season)
                .filter(fit -> !fit.order().equals(found.order()))
                .flatMap(fit -> of(y, columns, fit.order(), Optional.of(fit.coefficients())));
        return second.filter(other -> other.isBetterThan(found)).or(() -> first);
    }

    private static Optional<ArimaFit> chosen(double[] rest, int season) {
        return Arima.automatic().fit(TimeSeries.seasonal(rest, season));
    }

    /** Likelihoods compare only under the same differences; else the order of the settled regression counts. */
    private boolean isBetterThan(ArimaErrors first) {
        return order.d() != first.order.d() || order.seasonalD() != first.order.seasonalD() || aicc() < first.aicc();
    }

    private static ArimaOrder without(ArimaOrder order) {
        return with(order, order.d(), ArimaOrder.Constant.ZERO);
    }

    private static ArimaOrder with(ArimaOrder order, int d, ArimaOrder.Constant constant) {
        return new ArimaOrder(
                order.p(),
                d,
                order.q(),
                order.seasonalP(),
                order.seasonalD(),
                order.seasonalQ(),
                order.season(),
                constant);
    }

    /** The order itself, or with fewer differences or no constant where its differences make columns dependent. */
    private static ArimaOrder possible(double[][] columns, ArimaOrder order, int length) {
        ArimaOrder possible = order;
        while (!areIndependent(columns, possible, length)) {
            if (possible.constant() == ArimaOrder.Constant.ESTIMATED) {
                possible = without(possible);
            } else if (possible.d() > 0) {
                possible = with(possible, possible.d() - 1, ArimaOrder.Constant.ESTIMATED);
            } else {
                return new ArimaOrder(Math.max(1, order.p()), 0, order.q(), 0, 0, 0, 1, ArimaOrder.Constant.ESTIMATED);
            }
        }
        return possible;
    }

    private static boolean areIndependent(double[][] columns, ArimaOrder order, int length) {
        double[][] all = order.constant() == ArimaOrder.Constant.ZERO ? columns : withConstant(columns, order, length);
        return LeastSquares.areIndependent(Arrays.stream(all)
                .map(column -> Differences.of(column, order.d(), order.seasonalD(), order.season()))
                .toArray(double[][]::new));
    }

    /** The columns, then t^k / (k! m^D), whose differences are 1, with k = d + D. */
    private static double[][] withConstant(double[][] columns, ArimaOrder order, int length) {
        double[][] all = Arrays.copyOf(columns, columns.length + 1);
        double[] constant = new double[length];
        for (int t = 0; t < length; t++) {
            constant[t] = constantAt(order, t);
        }
        all[columns.length] = constant;
        return all;
    }

    private static double constantAt(ArimaOrder order, double t) {
        double value = 1;
        for (int k = 1; k <= order.d() + order.seasonalD(); k++) {
            value *= t / k / (k <= order.seasonalD() ? order.season() : 1);
        }
        return value;
    }

    private double[] differenced(double[] values) {
        return Differences.of(values, order.d(), order.seasonalD(), order.season());
    }

    private double[] minus(double[] y, double[] b) {
        return rest(y, columns, b);
    }

    private static double[] rest(double[] y, double[][] columns, double[] b) {
        double[] rest = y.clone();
        for (int j = 0; j < columns.length; j++) {
            for (int t = 0; t < y.length; t++) {
                rest[t] -= b[j] * columns[j][t];
            }
        }
        return rest;
    }

    public ArimaOrder order() {
        return with(order, order.d(), constants == 1 ? ArimaOrder.Constant.ESTIMATED : ArimaOrder.Constant.ZERO);
    }

    /** The autoregressive and moving average coefficients in the order p, q, P, Q. */
    public double[] errorCoefficients() {
        return errors.coefficients();
    }

    /** The effect of one unit of each column; the mean or drift of the errors comes last if they have one. */
    public double[] coefficients() {
        return solution.coefficients();
    }

    /** The standard error of each coefficient. */
    public double[] standardErrors() {
        double[] errorsOf = new double[columns.length];
        for (int j = 0; j < errorsOf.length; j++) {
            errorsOf[j] = Math.sqrt(covariance(j, j));
        }
        return errorsOf;
    }

    /** The covariance of two coefficients. */
    public double covariance(int i, int j) {
        return sigma2() * solution.inverse(i, j);
    }

    /** The variance of the innovations, without bias from the number of coefficients. */
    public double sigma2() {
        return solution.squares() / degreesOfFreedom;
    }

    /** Differenced values less all estimated coefficients. */
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** Minus twice the exact log-likelihood of the differenced series. */
    public double deviance() {
        return errors.deviance();
    }

    public double aicc() {
        int n = degreesOfFreedom + order.coefficientCount() + columns.length;
        int k = order.coefficientCount() + columns.length + 1;
        return n - k - 1 <= 0 ? Double.POSITIVE_INFINITY : deviance() + 2.0 * k * n / (n - k - 1);
    }

    /** What the regression and its errors say ahead, for future values by column. */
    public double[] means(int horizon, double[][] future) {
        double[][] ahead = withFutureConstant(horizon, future);
        double[] means = errors.means(horizon);
        double[] b = solution.coefficients();
        for (int h = 0; h < horizon; h++) {
            for (int j = 0; j < ahead.length; j++) {
                means[h] += b[j] * ahead[j][h];
            }
        }
        return means;
    }

    /** The standard deviation of the error of {@link #means}, that of the coefficients included. */
    public double[] standardDeviations(int horizon, double[][] future) {
        double[] deviations = errors.standardDeviations(horizon);
        double[] variances = coefficientVariances(horizon, future);
        for (int h = 0; h < horizon; h++) {
            double own = deviations[h] * deviations[h] * sigma2() / errors.sigma2();
            deviations[h] = Math.sqrt((errors.sigma2() > 0 ? own : 0) + variances[h]);
        }
        return deviations;
    }

    /** The part of the variance of {@link #means} that comes from coefficients being estimated. */
    public double[] coefficientVariances(int horizon, double[][] future) {
        double[][] u = withFutureConstant(horizon, future);
        for (int j = 0; j < u.length; j++) {
            double[] foretold = whitening.ahead(columns[j], horizon);
            for (int h = 0; h < horizon; h++) {
                u[j][h] -= foretold[h];
            }
        }
        double[] variances = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            for (int i = 0; i < u.length; i++) {
                for (int j = 0; j < u.length; j++) {
                    variances[h] += u[i][h] * u[j][h] * covariance(i, j);
                }
            }
        }
        return variances;
    }

    private double[][] withFutureConstant(int horizon, double[][] future) {
        double[][] ahead = new double[columns.length][];
        for (int j = 0; j < future.length; j++) {
            ahead[j] = Arrays.copyOf(future[j], horizon);
        }
        if (constants == 1) {
            double[] constant = new double[horizon];
            for (int h = 0; h < horizon; h++) {
                constant[h] = constantAt(order, columns[future.length].length + (double) h);
            }
            ahead[future.length] = constant;
        }
        return ahead;
    }
}

package org.kvartal.forecast.price;

import java.util.stream.IntStream;

/**
 * Estimates of the same thing for many units, each drawn towards the mean of all by as much as its own error explains.
 *
 * <pre>
 *   b[i] ~ N(true[i], s[i]^2),  true[i] ~ N(mean, tau2)
 *   tau2   = max(0, (Q - (J - 1)) / (W - sum w^2 / W))        w = 1 / s^2, W = sum w, Q = sum w (b - sum w b / W)^2
 *   mean   = sum v b / sum v                                  v = 1 / (s^2 + tau2)
 *   B[i]   = (J - 3) / (J - 1) s[i]^2 / (s[i]^2 + tau2)       share by which it is drawn to the mean
 *   shrunk = B mean + (1 - B) b
 *   var    = s^2 (1 - (J - 1) / J B) + 2 / (J - 3) B^2 (b - mean)^2
 * </pre>
 *
 * J: units with an estimate, at least 5. A unit without one has the mean, with the variance tau2 + 1 / sum v. Sources:
 * DerSimonian and Laird (1986), Controlled Clinical Trials 7 (tau2); Morris (1983), Journal of the American Statistical
 * Association 78 (B and the variance, which knows that tau2 is estimated).
 */
final class EmpiricalBayes {
    static final int FEWEST = 5;

    private final double[] estimates;
    private final double[] errors;
    private final int[] known;
    private final double tau2;
    private final double mean;
    private final double precision;

    /**
     * @param estimates {@code NaN} where there is none
     * @param errors above 0 where there is an estimate
     */
    EmpiricalBayes(double[] estimates, double[] errors) {
        this.estimates = estimates.clone();
        this.errors = errors.clone();
        known = IntStream.range(0, estimates.length)
                .filter(i -> Double.isFinite(estimates[i]) && errors[i] > 0)
                .toArray();
        tau2 = tau2();
        precision = sum(i -> weight(i));
        mean = sum(i -> weight(i) * estimates[i]) / precision;
    }

    private interface Term {
        double of(int i);
    }

    private double sum(Term term) {
        return IntStream.of(known).mapToDouble(term::of).sum();
    }

    private double weight(int i) {
        return 1 / (errors[i] * errors[i] + tau2);
    }

    private double tau2() {
        double weights = sum(i -> 1 / (errors[i] * errors[i]));
        double centre = sum(i -> estimates[i] / (errors[i] * errors[i])) / weights;
        double q = sum(i -> Math.pow((estimates[i] - centre) / errors[i], 2));
        double scale = weights - sum(i -> Math.pow(errors[i], -4)) / weights;
        return Math.max(0, (q - (known.length - 1)) / scale);
    }

    boolean isEstimable() {
        return known.length >= FEWEST;
    }

    double mean() {
        return mean;
    }

    /** Standard deviation of the true values. */
    double spread() {
        return Math.sqrt(tau2);
    }

    private boolean isKnown(int i) {
        return IntStream.of(known).anyMatch(k -> k == i);
    }

    private double share(int i) {
        double j = known.length;
        return (j - 3) / (j - 1) * errors[i] * errors[i] * weight(i);
    }

    double shrunk(int i) {
        return isKnown(i) ? share(i) * mean + (1 - share(i)) * estimates[i] : mean;
    }

    double standardError(int i) {
        if (!isKnown(i)) {
            return Math.sqrt(tau2 + 1 / precision);
        }
        double j = known.length;
        double b = share(i);
        double away = estimates[i] - mean;
        return Math.sqrt(errors[i] * errors[i] * (1 - (j - 1) / j * b) + 2 / (j - 3) * b * b * away * away);
    }
}

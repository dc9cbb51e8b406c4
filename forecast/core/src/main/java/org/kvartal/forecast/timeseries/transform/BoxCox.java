package org.kvartal.forecast.timeseries.transform;

/**
 * The power transformation that has the logarithm at 0.
 *
 * <pre>
 *   x = (sign(y) |y|^lambda - 1) / lambda        lambda other than 0; y of 0 or below only if lambda is above 0
 *   x = log y                                    lambda = 0
 *   mean of y = y(m) (1 + v (1 - lambda) / (2 (lambda m + 1)^2))        m mean, v variance of x
 * </pre>
 *
 * Quantiles come back as they are, means as medians unless corrected by the second line, a Taylor series. Sources: Box and
 * Cox (1964), An analysis of transformations, J. Royal Statistical Society B 26; Bickel and Doksum (1981), J. Am.
 * Statistical Association 76 (sign); Guerrero (1993), J. of Forecasting 12, section 3 (mean).
 *
 * @param lambda 1 leaves a series as it is but for a shift
 */
public record BoxCox(double lambda) {
    private static final double LOGARITHM = 1e-8;

    public BoxCox {
        if (!Double.isFinite(lambda)) {
            throw new IllegalArgumentException("Invalid lambda: %s, must be a finite number".formatted(lambda));
        }
    }

    /** The logarithm. */
    public static BoxCox logarithm() {
        return new BoxCox(0);
    }

    private boolean isLogarithm() {
        return Math.abs(lambda) < LOGARITHM;
    }

    /** Whether a value can be transformed: any if lambda is above 0, positive ones otherwise. */
    public boolean covers(double value) {
        return value > 0 || (lambda > 0 && !isLogarithm());
    }

    public double transform(double value) {
        if (isLogarithm()) {
            return Math.log(value);
        }
        return (Math.signum(value) * Math.pow(Math.abs(value), lambda) - 1) / lambda;
    }

    /** The value with a transformed value; infinite where a lambda below 0 has none. */
    public double invert(double transformed) {
        if (isLogarithm()) {
            return Math.exp(transformed);
        }
        double power = lambda * transformed + 1;
        if (lambda < 0 && power <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.signum(power) * Math.pow(Math.abs(power), 1 / lambda);
    }

    /** The mean of a value whose transformed value has the given mean and variance. */
    public double mean(double transformed, double variance) {
        double median = invert(transformed);
        double power = isLogarithm() ? 1 : lambda * transformed + 1;
        return power == 0 ? median : median * (1 + variance * (1 - lambda) / (2 * power * power));
    }
}

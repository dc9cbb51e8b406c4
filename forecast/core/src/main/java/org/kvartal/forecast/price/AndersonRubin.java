package org.kvartal.forecast.price;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.kvartal.forecast.regression.LinearFit;
import org.kvartal.forecast.regression.LinearModel;

/**
 * The interval of all elasticities e that the data do not refuse at 5 %, which holds however weak the instruments are.
 *
 * <pre>
 *   W(e) = (a - e c)' (A - e S + e^2 C)^-1 (a - e c) <= m F(0.95; m, degrees of freedom)
 *   a, A: coefficients of the m instruments in the regression of ln q, and their covariance;   c, C: in that of ln p
 *   S = V(ln q + ln p) - A - C: both cross-covariances
 * </pre>
 *
 * With the true e the instruments say nothing of ln q - e ln p. Coefficients and robust covariances of that regression follow
 * from three, of ln q, of ln p and of their sum, so that none is fitted again for each e. Searched 30 standard errors of 2SLS
 * to each side; an interval that does not end there is open. Source: Anderson and Rubin (1949), Annals of Mathematical
 * Statistics 20, with robust errors in the reduced form.
 */
final class AndersonRubin {
    private static final double LEVEL = 0.95;
    private static final double REACH = 30;
    private static final int STEPS = 120;
    private static final int HALVINGS = 40;

    private final RealVector ofQuantity;
    private final RealVector ofPrice;
    private final RealMatrix varianceOfQuantity;
    private final RealMatrix varianceOfPrice;
    private final RealMatrix crossed;
    private final double most;

    /**
     * @param model the rows and columns of the equation
     * @param columns the instruments, then the other columns
     */
    AndersonRubin(
            LinearModel model, double[] quantity, double[] price, List<String> columns, List<String> instruments) {
        LinearFit one = model.of(quantity).ordinary(columns);
        LinearFit other = model.of(price).ordinary(columns);
        LinearFit both = model.of(new ArrayRealVector(quantity)
                        .add(new ArrayRealVector(price))
                        .toArray())
                .ordinary(columns);
        int m = instruments.size();
        ofQuantity = coefficients(one, instruments);
        ofPrice = coefficients(other, instruments);
        varianceOfQuantity = matrix(instruments, one::covariance);
        varianceOfPrice = matrix(instruments, other::covariance);
        crossed = matrix(instruments, both::covariance)
                .subtract(varianceOfQuantity)
                .subtract(varianceOfPrice);
        most = m * new FDistribution(null, m, one.degreesOfFreedom()).inverseCumulativeProbability(LEVEL);
    }

    private static RealVector coefficients(LinearFit fit, List<String> names) {
        return new ArrayRealVector(names.stream().mapToDouble(fit::coefficient).toArray());
    }

    private static RealMatrix matrix(List<String> names, ToDoubleBiFunction<String, String> covariance) {
        RealMatrix matrix = new Array2DRowRealMatrix(names.size(), names.size());
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                matrix.setEntry(i, j, covariance.applyAsDouble(names.get(i), names.get(j)));
            }
        }
        return matrix;
    }

    PriceEstimate interval(LinearFit fit, String term, int rows) {
        double centre = fit.coefficient(term);
        double reach = REACH * fit.standardError(term);
        double low = end(centre, -reach);
        double high = end(centre, reach);
        String note = Double.isFinite(low) && Double.isFinite(high)
                ? "holds with weak instruments too"
                : "open: the instruments do not bound the elasticity on both sides";
        return PriceEstimate.interval("2sls", "anderson_rubin", low, high, rows, note);
    }

    private boolean isRefused(double elasticity) {
        RealVector left = ofQuantity.subtract(ofPrice.mapMultiply(elasticity));
        RealMatrix variance = varianceOfQuantity
                .subtract(crossed.scalarMultiply(elasticity))
                .add(varianceOfPrice.scalarMultiply(elasticity * elasticity));
        return left.dotProduct(new LUDecomposition(variance, Double.MIN_NORMAL)
                        .getSolver()
                        .solve(left))
                > most;
    }

    /** Where refusal begins for good on one side; {@code NaN} if nowhere. */
    private double end(double centre, double reach) {
        if (!isRefused(centre + reach)) {
            return Double.NaN;
        }
        double outside = centre + reach;
        double inside = centre;
        for (int step = STEPS - 1; step > 0; step--) {
            double value = centre + reach * step / STEPS;
            if (!isRefused(value)) {
                inside = value;
                break;
            }
            outside = value;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (isRefused(middle)) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return (inside + outside) / 2;
    }
}

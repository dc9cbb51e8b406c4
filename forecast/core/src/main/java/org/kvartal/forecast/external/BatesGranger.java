package org.kvartal.forecast.external;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * Weights by past errors.
 * <pre>
 *   inverse errors     w[i] = (1 / MSE[i]) / sum of 1 / MSE[j]           covariances ignored
 *   shrunk             w[i] = (inverse[i] + 1 / n) / 2
 *   minimum variance   w    = C^-1 1 / (1' C^-1 1)                       C second moments of the errors
 * </pre>
 * MSE in the squared unit of the forecasts, n members. Minimum variance weights may be negative and are unstable with
 * few periods. Source: Bates and Granger (1969), The combination of forecasts, Operational Research Quarterly 20;
 * shrinkage towards equal weights: Timmermann (2006), Handbook of Economic Forecasting 1, section 4.
 */
public final class BatesGranger {
    private BatesGranger() {}

    public static Combination inverseErrors(MemberForecasts past) {
        double[] inverse = IntStream.range(0, past.members())
                .mapToDouble(member -> past.periods() / squares(past.errors(member)))
                .toArray();
        double sum = Arrays.stream(inverse).sum();
        return new Combination(
                0, Arrays.stream(inverse).map(weight -> weight / sum).boxed().toList());
    }

    /** Half-way between weights by errors and equal weights. */
    public static Combination shrunk(MemberForecasts past) {
        double equal = 1.0 / past.members();
        return new Combination(
                0,
                inverseErrors(past).weights().stream()
                        .map(weight -> (weight + equal) / 2)
                        .toList());
    }

    /** Needs more periods than members, else C has no inverse. */
    public static Combination minimumVariance(MemberForecasts past) {
        RealVector ones = new ArrayRealVector(past.members(), 1);
        RealVector solved = new LUDecomposition(new Array2DRowRealMatrix(past.errorMoments()))
                .getSolver()
                .solve(ones);
        double sum = solved.dotProduct(ones);
        return new Combination(
                0,
                Arrays.stream(solved.toArray())
                        .map(weight -> weight / sum)
                        .boxed()
                        .toList());
    }

    /** No error at all counts as the least positive one, so that its weight is finite. */
    private static double squares(double[] errors) {
        return Math.max(Double.MIN_NORMAL, Arrays.stream(errors).map(e -> e * e).sum());
    }
}

package org.kvartal.forecast.regression;

import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The inverse of a matrix of products or of an information matrix, whose columns may be of very different scales.
 * <pre>
 *   A^-1 = D (D A D)^-1 D        D = diag(A)^-1/2, so that D A D has ones on its diagonal
 * </pre>
 * Columns of different scales, as money and years, would else look alike to a limit on pivots.
 */
public final class ScaledInverse {
    private static final double SYMMETRY = 1e-8;

    private ScaledInverse() {}

    /**
     * @param leastOwnShare how small a pivot may become, as a share of its diagonal element: what the column has of its own
     * @throws NonPositiveDefiniteMatrixException with the first column that has nothing of its own: it is zero, or follows
     *     from those before it
     */
    public static RealMatrix of(RealMatrix matrix, double leastOwnShare) {
        double[] scales = new double[matrix.getRowDimension()];
        for (int j = 0; j < scales.length; j++) {
            if (!(matrix.getEntry(j, j) > 0)) {
                throw new NonPositiveDefiniteMatrixException(matrix.getEntry(j, j), j, 0);
            }
            scales[j] = 1 / Math.sqrt(matrix.getEntry(j, j));
        }
        RealMatrix scale = MatrixUtils.createRealDiagonalMatrix(scales);
        RealMatrix unit = scale.multiply(matrix).multiply(scale);
        RealMatrix inverse = new CholeskyDecomposition(unit, SYMMETRY, leastOwnShare)
                .getSolver()
                .getInverse();
        return scale.multiply(inverse).multiply(scale);
    }
}

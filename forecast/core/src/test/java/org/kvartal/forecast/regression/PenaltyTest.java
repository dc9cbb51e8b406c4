package org.kvartal.forecast.regression;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is computed on triangles and vectors, against dense matrices of Commons Math. */
class PenaltyTest {
    private static final int SIZE = 9;
    private static final int FROM = 2;
    private static final int TO = 7;
    private static final double CLOSE = 1e-12;

    @ParameterizedTest
    @EnumSource(Penalty.class)
    void isTheQuadraticFormOfItsMatrix(Penalty penalty) {
        RealMatrix matrix = matrix(penalty);
        double[] b = new Random(1).doubles(SIZE, -2, 2).toArray();
        double[] product = matrix.operate(b);
        double[] vector = new double[SIZE];
        penalty.addTo(vector, b, FROM, TO, -3);

        double form = 0;
        for (int k = 0; k < SIZE; k++) {
            assertThat(vector[k]).isCloseTo(-3 * product[k], within(CLOSE));
            form += b[k] * product[k];
        }
        assertThat(penalty.of(b, FROM, TO)).isCloseTo(form, within(CLOSE));
    }

    @ParameterizedTest
    @EnumSource(Penalty.class)
    void addsItsMatrixToATriangleWithinItsColumnsOnly(Penalty penalty) {
        double[][] triangle = triangle(new Array2DRowRealMatrix(SIZE, SIZE));
        penalty.addTo(triangle, FROM, TO, 2.5);

        assertTriangle(triangle, matrix(penalty).scalarMultiply(2.5), CLOSE);
    }

    @ParameterizedTest
    @EnumSource(Penalty.class)
    void hasTheTraceOfTheProductWithACovariance(Penalty penalty) {
        RealMatrix covariance = positiveDefinite(2);

        assertThat(penalty.trace(triangle(covariance), FROM, TO))
                .isCloseTo(covariance.multiply(matrix(penalty)).getTrace(), within(CLOSE));
    }

    @Test
    void theInverseIsThatOfCommonsMath() {
        for (int seed = 3; seed < 8; seed++) {
            RealMatrix matrix = positiveDefinite(seed);

            assertTriangle(
                    SymmetricInverse.of(triangle(matrix)),
                    new LUDecomposition(matrix).getSolver().getInverse(),
                    1e-9);
        }
    }

    /** The penalty written down: D' D of the steps and a thousandth of the ridge, or the ridge, or nothing. */
    private static RealMatrix matrix(Penalty penalty) {
        RealMatrix ridge = new Array2DRowRealMatrix(SIZE, SIZE);
        RealMatrix steps = new Array2DRowRealMatrix(SIZE, SIZE);
        for (int k = FROM; k < TO; k++) {
            ridge.setEntry(k, k, 1);
            if (k > FROM) {
                steps.setEntry(k, k, 1);
                steps.setEntry(k, k - 1, -1);
            }
        }
        return switch (penalty) {
            case NONE -> new Array2DRowRealMatrix(SIZE, SIZE);
            case RIDGE -> ridge;
            case WALK -> steps.transpose().multiply(steps).add(ridge.scalarMultiply(1e-3));
        };
    }

    private static RealMatrix positiveDefinite(int seed) {
        Random random = new Random(seed);
        RealMatrix factor = new Array2DRowRealMatrix(SIZE, SIZE);
        for (int k = 0; k < SIZE; k++) {
            for (int m = 0; m < SIZE; m++) {
                factor.setEntry(k, m, random.nextGaussian());
            }
        }
        return factor.multiply(factor.transpose()).add(MatrixUtils.createRealIdentityMatrix(SIZE));
    }

    private static double[][] triangle(RealMatrix matrix) {
        double[][] triangle = new double[SIZE][];
        for (int k = 0; k < SIZE; k++) {
            triangle[k] = new double[k + 1];
            for (int m = 0; m <= k; m++) {
                triangle[k][m] = matrix.getEntry(k, m);
            }
        }
        return triangle;
    }

    private static void assertTriangle(double[][] triangle, RealMatrix expected, double tolerance) {
        for (int k = 0; k < SIZE; k++) {
            for (int m = 0; m <= k; m++) {
                assertThat(triangle[k][m]).as("%d, %d", k, m).isCloseTo(expected.getEntry(k, m), within(tolerance));
            }
        }
    }
}

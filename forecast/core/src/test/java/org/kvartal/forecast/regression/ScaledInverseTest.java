package org.kvartal.forecast.regression;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class ScaledInverseTest {
    private static RealMatrix symmetric(double first, double both, double second) {
        return MatrixUtils.createRealMatrix(new double[][] {{first, both}, {both, second}});
    }

    /** By hand: the determinant is 4e12 * 1e-12 - 1 = 3. */
    @Test
    void invertsColumnsOfDifferentScales() {
        RealMatrix inverse = ScaledInverse.of(symmetric(4e12, 1, 1e-12), 1e-9);
        assertThat(inverse.getEntry(0, 0) / 1e-12).isCloseTo(1 / 3.0, within(1e-14));
        assertThat(inverse.getEntry(0, 1)).isCloseTo(-1 / 3.0, within(1e-14));
        assertThat(inverse.getEntry(1, 1) / 1e12).isCloseTo(4 / 3.0, within(1e-14));
    }

    @Test
    void namesTheColumnThatHasNothingOfItsOwn() {
        assertThat(refused(symmetric(1, 2, 4)).getRow()).isEqualTo(1);
        assertThat(refused(symmetric(0, 0, 4)).getRow()).isZero();
        assertThat(refused(symmetric(1, 0, Double.NaN)).getRow()).isEqualTo(1);
    }

    private static NonPositiveDefiniteMatrixException refused(RealMatrix matrix) {
        return catchThrowableOfType(NonPositiveDefiniteMatrixException.class, () -> ScaledInverse.of(matrix, 1e-9));
    }
}

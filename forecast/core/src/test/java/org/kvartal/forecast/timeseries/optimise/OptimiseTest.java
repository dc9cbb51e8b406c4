package org.kvartal.forecast.timeseries.optimise;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class OptimiseTest {
    /** Rosenbrock's valley as residuals 10 (y - x^2) and 1 - x: minimum 0 at (1, 1). */
    @Test
    void leastSquaresStepsFindTheBottomOfACurvedValley() {
        BoxedLeastSquares search = new BoxedLeastSquares(
                OptimiseTest::valley, new double[] {-1.2, 1}, new double[] {-5, -5}, new double[] {5, 5});
        search.improve(100, 1e-14);
        assertThat(search.value()).isCloseTo(0, within(1e-10));
        assertThat(search.point()).containsExactly(new double[] {1, 1}, within(1e-5));
    }

    @Test
    void leastSquaresStepsStopAtTheBorderOfTheBox() {
        BoxedLeastSquares search = new BoxedLeastSquares(
                OptimiseTest::valley, new double[] {0, 0}, new double[] {-1, -1}, new double[] {0.5, 2});
        search.improve(100, 1e-12);
        // Along x = 0.5 the valley is lowest at y = x^2.
        assertThat(search.point()).containsExactly(new double[] {0.5, 0.25}, within(1e-4));
    }

    /** One parameter p with one error p - 4, customary 0 with spread 1: (p - 4)^2 (1 + p^2) by hand at p = 2. */
    @Test
    void priorAddsItsShareToSumAndSlope() {
        double[] slope = {-2};
        double[][] curvature = {{1}};
        Prior prior = new Prior(new double[] {0}, new double[] {1});
        assertThat(prior.added(4, 1, new double[] {2}, slope, curvature)).isEqualTo(20);
        // Half of the derivative: (p - 4) (1 + p^2) + (p - 4)^2 p.
        assertThat(slope[0]).isEqualTo(-2);
    }

    private static double valley(double[] p, double[] slope, double[][] curvature) {
        double first = 10 * (p[1] - p[0] * p[0]);
        double second = 1 - p[0];
        slope[0] = -20 * p[0] * first - second;
        slope[1] = 10 * first;
        curvature[0][0] = 400 * p[0] * p[0] + 1;
        curvature[1][0] = -200 * p[0];
        curvature[1][1] = 100;
        return first * first + second * second;
    }

    /** Intercept 1, slope 2 by hand; the third column repeats the second, which ridge makes harmless. */
    @Test
    void leastSquaresSharesTheSlopeAmongEqualColumns() {
        NormalEquations equations = new NormalEquations(3);
        for (int x = 0; x < 5; x++) {
            equations.add(new double[] {1, x, x}, 1 + 2 * x);
        }
        assertThat(equations.solve(1e-9)).containsExactly(new double[] {1, 1, 1}, within(1e-4));
        // The sum of squares of the targets, 1 + 9 + 25 + 49 + 81, is explained in whole.
        assertThat(equations.reduction(1e-9)).isCloseTo(165, within(1e-4));
    }
}

package org.kvartal.forecast.timeseries.optimise;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class OptimiseTest {
    /** Rosenbrock's valley: minimum 0 at (1, 1). */
    @Test
    void simplexFindsTheBottomOfACurvedValley() {
        double[] point = {-1.2, 1};
        double value = new NelderMead(new double[] {-5, -5}, new double[] {5, 5})
                .minimise(OptimiseTest::rosenbrock, point, 0.1, 2000, 1e-14);
        assertThat(value).isCloseTo(0, within(1e-10));
        assertThat(point).containsExactly(new double[] {1, 1}, within(1e-5));
    }

    @Test
    void simplexStopsAtTheBorderOfTheBox() {
        double[] point = {0, 0};
        new NelderMead(new double[] {-1, -1}, new double[] {0.5, 2})
                .minimise(OptimiseTest::rosenbrock, point, 0.1, 2000, 1e-14);
        // Along x = 0.5 the valley is lowest at y = x^2.
        assertThat(point).containsExactly(new double[] {0.5, 0.25}, within(1e-4));
    }

    @Test
    void simplexWalksAroundWhereTheFunctionIsUndefined() {
        double[] point = {4};
        new NelderMead(new double[] {-10}, new double[] {10})
                .minimise(p -> p[0] < 1 ? Double.NaN : (p[0] - 1.5) * (p[0] - 1.5), point, 0.1, 300, 1e-12);
        assertThat(point[0]).isCloseTo(1.5, within(1e-4));
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

    private static double rosenbrock(double[] p) {
        return 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2);
    }
}

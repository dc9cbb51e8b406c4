package org.kvartal.forecast.timeseries.ces;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.forecast.timeseries.optimise.ErrorTable;
import org.kvartal.forecast.timeseries.optimise.Prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

class CesSensitivityTest {
    private static final int M = 4;
    private static final double[] INITIAL = {50, 45, 3, -2, 1, -2};

    @ParameterizedTest
    @EnumSource
    void sumIsThatOfTheRecursionAndSlopeThatOfTheSum(Ces.Season season) {
        double[] y = new double[30];
        for (int t = 0; t < y.length; t++) {
            y[t] = 50 + 4 * Math.sin(t * Math.PI / 2) + t * 7919 % 13;
        }
        CesRecursion recursion = new CesRecursion(y, season, M, INITIAL);
        double[] p = Arrays.copyOf(new double[] {1.2, 0.97, 0.3, 0.9}, season.parameters());
        double[] slope = new double[p.length];
        Prior none = Prior.none(p.length);
        double sum = new CesSensitivity(y, season, M, INITIAL, new ErrorTable(y.length), none)
                .at(p, slope, new double[p.length][p.length]);
        assertThat(sum).isCloseTo(recursion.squaredErrors(p), withinPercentage(1e-9));
        for (int i = 0; i < p.length; i++) {
            double[] above = p.clone();
            double[] below = p.clone();
            above[i] += 1e-6;
            below[i] -= 1e-6;
            double difference = recursion.squaredErrors(above) - recursion.squaredErrors(below);
            // The slope is half of the derivative.
            assertThat(slope[i]).as("parameter " + i).isCloseTo(difference / 4e-6, withinPercentage(0.01));
        }
    }
}

package org.kvartal.forecast.timeseries.ets;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

class EtsSensitivityTest {
    private static final int M = 4;
    private static final double[] POINT = {0.35, 0.2, 0.25, 0.93};

    static List<EtsForm> forms() {
        return EtsForm.admissible(EnumSet.allOf(EtsForm.Error.class), EnumSet.allOf(EtsForm.Season.class));
    }

    /** n log of the sum is the deviance of the plain recursion. */
    @ParameterizedTest
    @MethodSource("forms")
    void sumIsThatOfTheRecursion(EtsForm form) {
        double[] y = values();
        y[9] = Double.NaN;
        double[] p = point(form);
        double[] state = new EtsInitialState(values(), M).of(form);
        double sum = sum(y, form, state, p, Ets.InitialStates.ESTIMATED, new double[p.length]);
        int trend = form.hasTrend() ? 1 : 0;
        double gamma = form.hasSeason() ? (1 - p[0]) * p[1 + trend] : 0;
        double phi = form.isDamped() ? p[p.length - 1] : 1;
        double deviance = new EtsRecursion(y, form, form.hasSeason() ? M : 1)
                .run(p[0], trend * p[0] * p[trend], gamma, phi, state, new double[y.length]);
        assertThat((y.length - 1) * Math.log(sum)).isCloseTo(deviance, withinPercentage(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void slopeIsThatOfTheSum(Ets.InitialStates states) {
        for (EtsForm form : forms()) {
            double[] y = values();
            double[] p = point(form);
            double[] state = new EtsInitialState(y, M).of(form);
            double[] slope = new double[p.length];
            sum(y, form, state, p, states, slope);
            for (int i = 0; i < p.length; i++) {
                double[] above = p.clone();
                double[] below = p.clone();
                above[i] += 1e-6;
                below[i] -= 1e-6;
                double[] unused = new double[p.length];
                double difference =
                        sum(y, form, state, above, states, unused) - sum(y, form, state, below, states, unused);
                // The slope is half of the derivative.
                assertThat(slope[i]).as(form + " " + i).isCloseTo(difference / 4e-6, withinPercentage(0.01));
            }
        }
    }

    private static double sum(
            double[] y, EtsForm form, double[] state, double[] p, Ets.InitialStates states, double[] slope) {
        return new EtsSensitivity(y, form, form.hasSeason() ? M : 1, state, new EtsProducts(y.length), states)
                .at(p, slope, new double[p.length][p.length]);
    }

    private static double[] point(EtsForm form) {
        double[] point = Arrays.copyOf(POINT, form.smoothingCount());
        if (form.isDamped()) {
            point[point.length - 1] = POINT[3];
        }
        return point;
    }

    private static double[] values() {
        double[] y = new double[30];
        for (int t = 0; t < y.length; t++) {
            y[t] = (50 + t) * (1 + 0.2 * Math.sin(t * Math.PI / 2)) + t * 7919 % 13;
        }
        return y;
    }
}

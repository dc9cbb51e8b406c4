package org.kvartal.forecast.anomaly;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TailTest {
    /** Poisson of mean 2: P(0) = e^-2 = 0.135335, P(1) = 0.270671, P(2) = 0.270671; P(X > 5) = 0.016564. */
    @Test
    void countsAreTakenFromThePoissonDistribution() {
        CountExpectation two = new CountExpectation(2, 1);
        assertThat(two.tail(0).below()).isCloseTo(0, within(1e-12));
        assertThat(two.tail(0).above()).isCloseTo(0.864665, within(1e-6));
        assertThat(two.tail(2).below()).isCloseTo(0.406006, within(1e-6));
        assertThat(two.tail(5).above()).isCloseTo(0.016564, within(1e-6));
        assertThat(two.tail(6).pValue()).isCloseTo(2 * 0.016564, within(1e-6));
        assertThat(two.quantile(0.5)).isEqualTo(2);
        assertThat(two.quantile(0.975)).isEqualTo(5);
        assertThat(two.quantile(0.1)).isZero();
    }

    /** Mean 2, variance 4: r = 2, p = 1/2; P(0) = 1/4, P(1) = 1/4, P(2) = 3/16. */
    @Test
    void countsThatVaryMoreAreNegativeBinomial() {
        Tail tail = new CountExpectation(2, 2).tail(2);
        assertThat(tail.below()).isCloseTo(0.5, within(1e-9));
        assertThat(tail.above()).isCloseTo(1 - 11 / 16.0, within(1e-9));
    }

    /** 10 trials at 1/2: P(X <= 1) = 11/1024; with a = b = 1 all of 0..10 are equally likely. */
    @Test
    void sharesAreBinomialOrBetaBinomial() {
        assertThat(new ShareExpectation(10, 0.5, 0).tail(1).pValue()).isCloseTo(22 / 1024.0, within(1e-9));
        assertThat(new ShareExpectation(10, 0.5, 1 / 3.0).tail(1).below()).isCloseTo(1 / 11.0, within(1e-9));
        assertThat(new ShareExpectation(10, 0.5, 0).quantile(0.5)).isEqualTo(5);
        assertThat(new ShareExpectation(4, 0, 0).tail(1).pValue()).isLessThan(1e-9);
    }

    /** One in a thousand sums lies beyond the quantiles 0.0005 and 0.9995, give or take the skew of the amounts. */
    @Test
    void sumsOfAmountsAreRarelyFarOut() {
        Random random = new Random(1);
        double mean = Math.exp(0.5 * 0.8 * 0.8);
        double square = Math.exp(2 * 0.8 * 0.8);
        for (double deals : new double[] {3, 30, 200}) {
            AmountExpectation expected = new AmountExpectation(new CountExpectation(deals, 1), mean, square);
            int far = 0;
            int common = 0;
            int runs = 20_000;
            for (int i = 0; i < runs; i++) {
                double sum = 0;
                for (double time = exponential(random); time < deals; time += exponential(random)) {
                    sum += Math.exp(0.8 * random.nextGaussian());
                }
                double p = expected.tail(sum).pValue();
                far += p < 0.001 ? 1 : 0;
                common += p < 0.2 ? 1 : 0;
            }
            assertThat(far / (double) runs).isLessThan(0.0025);
            assertThat(common / (double) runs).isBetween(0.12, 0.26);
        }
    }

    private static double exponential(Random random) {
        return -Math.log(1 - random.nextDouble());
    }

    @Test
    void scoreOfAMedianIsZeroAndOfATailIsFar() {
        assertThat(new Tail(0.4, 0.4).score()).isCloseTo(0, within(1e-12));
        assertThat(new Tail(0.97, 0.02).score()).isCloseTo(1.959964, within(1e-6));
        assertThat(new Tail(0.02, 0.97).score()).isCloseTo(-1.959964, within(1e-6));
    }

    /** A shift of one standard deviation: about 10 values (Montgomery, table 9.11). */
    @Test
    void findsAShiftWithinTenValuesOnAverage() {
        Random random = new Random(3);
        EwmaChart ewma = EwmaChart.ofRunLength(0.2, 370);
        double ewmaDelay = 0;
        int runs = 2000;
        for (int run = 0; run < runs; run++) {
            double[] values = new double[200];
            Arrays.setAll(values, t -> random.nextGaussian() + 1);
            ewmaDelay += ewma.alarms(values).get(0) + 1;
        }
        assertThat(ewmaDelay / runs).isBetween(8.5, 10.5);
    }

    /** 370 values between false alarms, over 2000 runs: standard error 8. */
    @Test
    void falseAlarmsComeAsRarelyAsCalibrated() {
        EwmaChart chart = EwmaChart.ofRunLength(0.2, 370);
        Random random = new Random(4);
        double total = 0;
        int runs = 2000;
        for (int run = 0; run < runs; run++) {
            double average = 0;
            int length = 0;
            while (average <= chart.upperLimit() && average >= chart.lowerLimit()) {
                average = 0.2 * random.nextGaussian() + 0.8 * average;
                length++;
            }
            total += length;
        }
        assertThat(total / runs).isBetween(345.0, 395.0);
    }
}

package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ArrivalsTest {
    private static final int FROM = (int) LocalDate.of(2020, 1, 1).toEpochDay();
    private static final int AS_OF = (int) LocalDate.of(2023, 12, 31).toEpochDay();

    @Test
    void findsTheLevelOfToday() {
        Arrivals arrivals = arrivals(day -> 2 + 4.0 * (day - FROM) / (AS_OF - FROM));

        assertThat(arrivals.rate(AS_OF + 45)).isCloseTo(6, within(0.6));
    }

    @Test
    void findsTheMonthInWhichTwiceAsManyDealsAreCreated() {
        Arrivals arrivals = arrivals(day -> LocalDate.ofEpochDay(day).getMonthValue() == 3 ? 8 : 4);
        int march = (int) LocalDate.of(2024, 3, 15).toEpochDay();

        assertThat(arrivals.rate(march) / arrivals.rate(march - 40)).isCloseTo(2, within(0.3));
    }

    @Test
    void knowsNothingOfMonthsFromOneYear() {
        Arrivals arrivals = Arrivals.fit(deals(day -> day > AS_OF - 31 ? 8 : 4), AS_OF - 364, AS_OF);

        assertThat(arrivals.rate(AS_OF + 200)).isEqualTo(arrivals.rate(AS_OF + 20));
    }

    /** Stretches of four weeks are 1.4 or 0.6 of what is usual, in turns: a variance of 0.16 beyond chance. */
    @Test
    void findsHowMuchMoreThanByChanceTheNumberVaries() {
        Arrivals uneven = arrivals(day -> (AS_OF - day) / 28 % 2 == 0 ? 7 : 3);
        Arrivals even = arrivals(day -> 5);

        assertThat(uneven.excessVariance(28)).isCloseTo(0.16, within(0.06));
        assertThat(uneven.excessVariance(84)).isLessThan(uneven.excessVariance(28));
        assertThat(even.excessVariance(28)).isLessThan(0.02);
        assertThat(even.rate(AS_OF + 10)).isCloseTo(5, within(0.4));
    }

    private static Arrivals arrivals(IntToDoubleFunction rate) {
        return Arrivals.fit(deals(rate), FROM, AS_OF);
    }

    private static Spans deals(IntToDoubleFunction rate) {
        Well19937c random = new Well19937c(9);
        List<Deal> deals = new ArrayList<>();
        for (int day = FROM; day <= AS_OF; day++) {
            for (int i = new PoissonDistribution(random, rate.applyAsDouble(day), 1e-12, 1000).sample(); i > 0; i--) {
                deals.add(Deal.open("D" + deals.size()).createdOn(LocalDate.ofEpochDay(day)));
            }
        }
        return new Spans(DealHistory.knownAt(LocalDate.ofEpochDay(AS_OF), deals));
    }
}

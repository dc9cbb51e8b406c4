package org.kvartal.forecast.pipeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Closings of three years with and without a rush before quarters end; days ahead are asked for. */
class ClockTest {
    private static final int FIRST = (int) LocalDate.of(2021, 1, 1).toEpochDay();
    private static final int AS_OF = (int) LocalDate.of(2023, 12, 31).toEpochDay();
    private static final int RUSH_DAYS = 9;
    private static final double OPEN = 400;
    private static final double HAZARD = 0.015;

    @Test
    void findsARushBeforeQuartersEnd() {
        Clock clock = clock(3, 1);
        double rush = clock.between(day("2024-03-22"), day("2024-03-31")) / RUSH_DAYS;
        double middle = clock.between(day("2024-02-03"), day("2024-03-02")) / 28;

        assertThat(rush / middle).isCloseTo(3, within(0.45));
    }

    @Test
    void findsNoRushWhereThereIsNone() {
        Clock clock = clock(1, 1);
        double end = clock.between(day("2024-03-22"), day("2024-03-31")) / RUSH_DAYS;
        double middle = clock.between(day("2024-02-03"), day("2024-03-02")) / 28;

        assertThat(end / middle).isCloseTo(1, within(0.12));
    }

    @Test
    void findsTheSlowDayOfTheWeek() {
        Clock clock = clock(1, 0.2);

        assertThat(clock.between(day("2024-02-10"), day("2024-02-11"))
                        / clock.between(day("2024-02-13"), day("2024-02-14")))
                .isCloseTo(0.2, within(0.08));
    }

    @Test
    void aDayCountsOneOnAverageAndOutsideOfItsCalendar() {
        Clock clock = clock(3, 0.2);

        assertThat(clock.between(FIRST - 1, AS_OF)).isCloseTo(AS_OF - FIRST + 1, within(1e-6));
        assertThat(clock.between(AS_OF + 500, AS_OF + 510)).isCloseTo(10, within(1e-9));
        assertThat(clock.between(AS_OF, AS_OF + 10) + clock.between(AS_OF + 10, AS_OF + 20))
                .isCloseTo(clock.between(AS_OF, AS_OF + 20), within(1e-9));
    }

    private static Clock clock(double rush, double sunday) {
        Calendar calendar = new Calendar(Quarters.ofYearStartingIn(1), FIRST, AS_OF, AS_OF + 200);
        Well19937c random = new Well19937c(5);
        double[] closed = new double[AS_OF - FIRST + 1];
        double[] open = new double[closed.length];
        for (int day = FIRST; day <= AS_OF; day++) {
            double pace = (calendar.daysToQuarterEnd(day) < RUSH_DAYS ? rush : 1)
                    * (LocalDate.ofEpochDay(day).getDayOfWeek() == DayOfWeek.SUNDAY ? sunday : 1);
            open[day - FIRST] = OPEN;
            closed[day - FIRST] = new PoissonDistribution(random, OPEN * HAZARD * pace, 1e-12, 1000).sample();
        }
        return Clock.of(closed, open, calendar);
    }

    private static int day(String text) {
        return (int) LocalDate.parse(text).toEpochDay();
    }
}

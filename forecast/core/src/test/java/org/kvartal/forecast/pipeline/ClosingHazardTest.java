package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClosingHazardTest {
    private static final LocalDate AS_OF = LocalDate.of(2024, 6, 30);

    /**
     * Worked by hand, without shrinkage. Week 0: deals won at age 3, lost at age 6, open at age 5 and two that live
     * on: 4 + 7 + 6 + 7 + 7 = 31 deal-days, 1 win, 1 loss. Week 1: deals won at age 8 and open at age 13:
     * 2 + 7 = 9 deal-days, 1 win.
     */
    @Test
    void countsDealDaysWinsAndLossesByAge() {
        ClosingHazard hazard = ClosingHazard.fit(
                DealHistory.knownAt(
                        AS_OF,
                        List.of(won("a", 100, 3), lost("b", 90, 6), open("c", 5), won("d", 80, 8), open("e", 13))),
                1,
                0);

        assertThat(hazard.winHazard(0)).isCloseTo(1 / 31.0, within(1e-12));
        assertThat(hazard.lossHazard(6)).isCloseTo(1 / 31.0, within(1e-12));
        assertThat(hazard.winHazard(7)).isCloseTo(1 / 9.0, within(1e-12));
        assertThat(hazard.lossHazard(7)).isZero();
        assertThat(hazard.winHazard(9)).isZero();
        // Two days from age 5: won on day 6, or neither won nor lost on day 6 and won on day 7.
        assertThat(hazard.winWithin(5, 2)).isCloseTo(1 / 31.0 + 29 / 31.0 / 9, within(1e-12));
    }

    @Test
    void givesADealPastTheOldestClosingAgeNothing() {
        DealHistory history = DealHistory.knownAt(AS_OF, simulated(2_000, new Random(3)));
        ClosingHazard hazard = ClosingHazard.fit(history, 1);
        DealForecast stale = hazard.forecast(open("zombie", 400), AS_OF.plusDays(92));

        assertThat(stale.winInPeriod()).isZero();
        assertThat(stale.winEver()).isZero();
        assertThat(stale.expectedDays()).isEmpty();
    }

    /** 20,000 deals with daily hazards known by age; a tenth never close. Hazards and incidence must come back. */
    @Test
    void recoversPlantedHazards() {
        ClosingHazard hazard = ClosingHazard.fit(DealHistory.knownAt(AS_OF, simulated(20_000, new Random(11))), 1);
        double open = 1;
        double won = 0;
        double wonEver = 0;
        for (int age = 0; age < 120; age++) {
            double win = open * trueWin(age);
            won += age >= 1 && age <= 45 ? win : 0;
            wonEver += age >= 1 ? win : 0;
            open *= 1 - trueWin(age) - trueLoss(age);
        }
        double alive = 1 - trueWin(0) - trueLoss(0);
        // A tenth of the deals open at age 0 never close.
        double living = 0.9 * alive / (0.9 * alive + 0.1);

        assertThat(hazard.winWithin(0, 45)).isCloseTo(living * won / alive, within(0.012));
        assertThat(hazard.forecast(open("new", 0), AS_OF).winEver()).isCloseTo(living * wonEver / alive, within(0.012));
    }

    @Test
    void countsOpenDealsAsNotYetClosed() {
        List<Deal> closed = simulated(500, new Random(5)).stream()
                .filter(deal -> !deal.isOpen())
                .toList();
        List<Deal> withOpen = new ArrayList<>(closed);
        Collections.nCopies(1_000, 0).forEach(zero -> withOpen.add(open("open" + withOpen.size(), 30)));

        double dropped =
                ClosingHazard.fit(DealHistory.knownAt(AS_OF, closed), 1).winWithin(0, 30);
        double counted =
                ClosingHazard.fit(DealHistory.knownAt(AS_OF, withOpen), 1).winWithin(0, 30);
        assertThat(counted).isLessThan(0.5 * dropped);
    }

    @Test
    void expectsAConstantHazardToCloseAfterItsReciprocal() {
        Random random = new Random(17);
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int age = (int) (Math.log(1 - random.nextDouble()) / Math.log(0.95));
            deals.add(i % 3 == 0 ? won("w" + i, 900, age) : lost("l" + i, 900, age));
        }
        DealForecast forecast =
                ClosingHazard.fit(DealHistory.knownAt(AS_OF, deals), 1).forecast(open("x", 10), AS_OF.plusDays(30));

        // Daily hazard 0.05, a third of the closings won: mean 20 days, 1/3 ever, (1 - 0.95^30)/3 within 30 days.
        assertThat(forecast.expectedDays().orElseThrow()).isCloseTo(20, within(0.6));
        assertThat(forecast.winEver()).isCloseTo(1 / 3.0, within(0.01));
        assertThat(forecast.winInPeriod()).isCloseTo((1 - Math.pow(0.95, 30)) / 3, within(0.01));
    }

    private static List<Deal> simulated(int count, Random random) {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            deals.add(simulated("s" + i, random.nextInt(700), random));
        }
        return deals;
    }

    private static Deal simulated(String id, int createdAgo, Random random) {
        if (random.nextDouble() < 0.1) {
            return open(id, createdAgo);
        }
        for (int age = 0; age <= Math.min(createdAgo, 119); age++) {
            double draw = random.nextDouble();
            if (draw < trueWin(age)) {
                return won(id, createdAgo, age);
            }
            if (draw < trueWin(age) + trueLoss(age)) {
                return lost(id, createdAgo, age);
            }
        }
        return createdAgo > 119 ? lost(id, createdAgo, 119) : open(id, createdAgo);
    }

    private static double trueWin(int age) {
        return age < 14 ? 0.012 : age < 60 ? 0.004 : 0.02;
    }

    private static double trueLoss(int age) {
        return age < 28 ? 0.02 : 0.01;
    }

    private static Deal open(String id, int createdAgo) {
        return Deal.open(id).createdOn(AS_OF.minusDays(createdAgo));
    }

    private static Deal won(String id, int createdAgo, int age) {
        return Deal.won(id, AS_OF.minusDays(createdAgo - age)).createdOn(AS_OF.minusDays(createdAgo));
    }

    private static Deal lost(String id, int createdAgo, int age) {
        return Deal.lost(id, AS_OF.minusDays(createdAgo - age)).createdOn(AS_OF.minusDays(createdAgo));
    }
}

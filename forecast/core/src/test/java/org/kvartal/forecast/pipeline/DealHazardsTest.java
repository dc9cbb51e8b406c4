package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Deals that are won with 0.4 % and lost with 0.6 % on every day, whatever is known of them.
 * <pre>
 *   P(won within h days) = 0.4 (1 - exp(-0.01 h)),  ever: 0.4
 * </pre>
 */
class DealHazardsTest {
    private static final LocalDate START = LocalDate.of(2021, 1, 1);
    private static final LocalDate AS_OF = LocalDate.of(2023, 9, 30);
    private static final LocalDate UNTIL = LocalDate.of(2023, 12, 31);
    private static final int DAYS = 92;
    private static final double WIN = 0.004;
    private static final double LOSS = 0.006;
    private static final double PER_DAY = 3;
    private static final double[] NO_SHOCK = {0};
    private static final int ROWS = 20_000;

    private static DealHistory history;

    @BeforeAll
    static void live() {
        SplittableRandom random = new SplittableRandom(42);
        List<Deal> deals = new ArrayList<>();
        int days = (int) (AS_OF.toEpochDay() - START.toEpochDay());
        for (int i = 0; i < PER_DAY * days; i++) {
            LocalDate created = START.plusDays(random.nextInt(days));
            long age = 1 + (long) (-Math.log(1 - random.nextDouble()) / (WIN + LOSS));
            LocalDate closed = created.plusDays(age);
            boolean wins = random.nextDouble() < WIN / (WIN + LOSS);
            Deal deal = closed.isAfter(AS_OF)
                    ? Deal.open("D" + i)
                    : wins ? Deal.won("D" + i, closed) : Deal.lost("D" + i, closed);
            deals.add(deal.createdOn(created).amount(BigDecimal.TEN));
        }
        history = DealHistory.knownAt(AS_OF, deals);
    }

    @Test
    void givesEveryDealTheChanceOfItsHazards() {
        DealHazards hazards = DealHazards.fit(history, UNTIL, Quarters.ofYearStartingIn(1), ROWS);
        List<DealForecast> forecasts = history.open().stream()
                .map(deal -> hazards.ending(deal, UNTIL, NO_SHOCK).forecast())
                .toList();
        double expected = WIN / (WIN + LOSS) * (1 - Math.exp(-(WIN + LOSS) * DAYS));
        double[] chances =
                forecasts.stream().mapToDouble(DealForecast::winInPeriod).toArray();

        assertThat(Arrays.stream(chances).average()).hasValueCloseTo(expected, within(0.1 * expected));
        assertThat(Arrays.stream(chances)
                        .filter(chance -> Math.abs(chance - expected) < 0.35 * expected)
                        .count())
                .isGreaterThan(chances.length * 9 / 10);
        assertThat(forecasts.stream().mapToDouble(DealForecast::winEver).average())
                .hasValueCloseTo(0.4, within(0.05));
        assertThat(forecasts.stream()
                        .flatMapToDouble(forecast -> forecast.expectedDays().stream())
                        .average())
                .hasValueCloseTo(100.0, within(20.0));
    }

    /** Deals created on day d of the quarter have 92 - d days left. */
    @Test
    void countsTheDealsThatWillBeCreatedAndWon() {
        NewDeals newDeals = NewDeals.fit(history, Quarters.ofYearStartingIn(1), ROWS);
        double expected = 0;
        for (int left = 0; left < DAYS; left++) {
            expected += PER_DAY * WIN / (WIN + LOSS) * (1 - Math.exp(-(WIN + LOSS) * left));
        }

        assertThat(newDeals.wins(UNTIL, NO_SHOCK)[0]).isCloseTo(expected, within(0.15 * expected));
        assertThat(newDeals.wins(UNTIL, new double[] {0.2})[0]).isGreaterThan(1.1 * expected);
        assertThat(newDeals.excessVariance(UNTIL)).isBetween(0.0, 0.03);
    }

    @Test
    void aDealOlderThanAnyThatClosedHasNoChance() {
        DealHazards hazards = DealHazards.fit(history, UNTIL, Quarters.ofYearStartingIn(1), ROWS);
        Deal old = Deal.open("old").createdOn(LocalDate.of(2015, 1, 1));
        DealForecast forecast = hazards.ending(old, UNTIL, NO_SHOCK).forecast();

        assertThat(forecast.winInPeriod()).isZero();
        assertThat(forecast.winEver()).isZero();
        assertThat(forecast.drivers()).containsExactly("older than any deal that ever closed");
    }
}

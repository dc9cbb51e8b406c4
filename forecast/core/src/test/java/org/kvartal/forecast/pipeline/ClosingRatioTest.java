package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ClosingRatioTest {
    private static final LocalDate CREATED = LocalDate.of(2024, 1, 1);
    private static final LocalDate CLOSED = LocalDate.of(2024, 3, 1);
    private static final Deal OPEN = Deal.open("open").createdOn(CREATED).amount(new BigDecimal("2000"));

    @Test
    void findsADiscountOfATenth() {
        ClosingRatio ratio = ratio(won(40, "Propose", 900));

        assertThat(ratio.of(OPEN).mean()).isCloseTo(1800, within(1e-6));
    }

    /** Discounts of 5 % and 15 % in turns: what a deal brings is one or the other. */
    @Test
    void keepsHowMuchDiscountsDiffer() {
        ClosingRatio ratio = ratio(Stream.concat(won(45, "Propose", 950), won(45, "Propose", 850)));
        AmountDistribution amount = ratio.of(OPEN);

        assertThat(amount.amounts()[0]).isCloseTo(1700, within(1.0));
        assertThat(amount.max()).isCloseTo(1900, within(1.0));
        assertThat(amount.mean()).isCloseTo(1800, within(5.0));
    }

    /**
     * Half of the deals are in a stage without discounts, half in one with a fifth: m = log(0.8) / 2, and with 40 deals
     * each, m(Propose) = 20 m / 60 and m(Negotiate) = (40 log(0.8) + 20 m) / 60.
     */
    @Test
    void stagesHaveDiscountsOfTheirOwnDrawnTowardsTheMean() {
        ClosingRatio ratio = ratio(Stream.concat(won(40, "Propose", 1000), won(40, "Negotiate", 800)));
        double mean = Math.log(0.8) / 2;

        assertThat(ratio.of(OPEN.stage("Propose")).mean()).isCloseTo(2000 * Math.exp(20 * mean / 60), within(3.0));
        assertThat(ratio.of(OPEN.stage("Negotiate")).mean())
                .isCloseTo(2000 * Math.exp((40 * Math.log(0.8) + 20 * mean) / 60), within(3.0));
        assertThat(ratio.of(OPEN.stage("Other")).mean()).isCloseTo(2000 * Math.exp(mean), within(3.0));
    }

    @Test
    void leavesAmountsAsTheyAreWithoutALogOrWithFewDeals() {
        Stream<Deal> unlogged = won(40, "Propose", 900).map(deal -> deal.changes(List.of()));

        assertThat(ratio(unlogged).of(OPEN).amounts()).containsExactly(2000);
        assertThat(ratio(won(19, "Propose", 900)).of(OPEN).amounts()).containsExactly(2000);
    }

    private static ClosingRatio ratio(Stream<Deal> deals) {
        return ClosingRatio.of(DealHistory.knownAt(CLOSED, deals.toList()));
    }

    /** Deals of 1,000 while they are open. */
    private static Stream<Deal> won(int count, String stage, int amount) {
        return IntStream.range(0, count)
                .mapToObj(i -> Deal.won(stage + amount + i, CLOSED)
                        .createdOn(CREATED)
                        .amount(BigDecimal.valueOf(amount))
                        .stage("Won")
                        .changes(List.of(
                                new DealChange(DealChange.STAGE, CREATED.plusDays(3), "Qualify", stage),
                                new DealChange(DealChange.STAGE, CLOSED, stage, "Won"),
                                new DealChange(DealChange.AMOUNT, CLOSED, "1000", String.valueOf(amount)))));
    }
}

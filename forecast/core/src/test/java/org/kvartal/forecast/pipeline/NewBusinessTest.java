package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class NewBusinessTest {
    private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);
    private static final int DAYS = 91;

    @Test
    void countsDealsCreatedAndWonInsideOneWindow() {
        List<Deal> deals = new ArrayList<>();
        deals.addAll(quickWins(0, 20));
        deals.addAll(quickWins(1, 20));
        // Created in one window and won in the next: an open deal at the start of it, not new business.
        deals.addAll(Collections.nCopies(50, won(AS_OF.minusDays(DAYS + 5), AS_OF.minusDays(DAYS - 5))));
        // The window before the first whole one does not count.
        deals.addAll(quickWins(2, 7));
        NewBusiness newBusiness = NewBusiness.estimate(DealHistory.knownAt(AS_OF, deals), DAYS);

        assertThat(newBusiness.windows()).isEqualTo(2);
        assertThat(newBusiness.rate()).isCloseTo(20, within(1e-9));
        assertThat(newBusiness.mean()).isCloseTo(20 * 100, within(1e-6));
    }

    /** Level by hand: weights halve every 182 days, that is every second window. */
    @Test
    void weighsRecentWindowsMore() {
        List<Deal> deals = new ArrayList<>();
        int[] wins = {30, 20, 10};
        for (int window = 0; window < wins.length; window++) {
            deals.addAll(quickWins(window, wins[window]));
        }
        deals.add(Deal.open("old").createdOn(AS_OF.minusDays(3 * DAYS - 1)));
        double second = Math.sqrt(0.5);

        assertThat(NewBusiness.estimate(DealHistory.knownAt(AS_OF, deals), DAYS).rate())
                .isCloseTo((30 + second * 20 + 0.5 * 10) / (1 + second + 0.5), within(1e-9));
    }

    /** Three years with 80 quick wins in the first quarter of each year and 40 in the others: an average of 50. */
    @Test
    void takesTheSeasonOfTheComingPeriod() {
        List<Deal> deals = new ArrayList<>();
        for (int window = 0; window < 12; window++) {
            deals.addAll(quickWins(window, window % 4 == 3 ? 80 : 40));
        }
        deals.add(Deal.open("old").createdOn(AS_OF.minusDays(12 * DAYS - 1)));
        NewBusiness newBusiness = NewBusiness.estimate(DealHistory.knownAt(AS_OF, deals), DAYS);

        // Season (240 + 20) / (150 + 20) against (120 + 20) / (150 + 20); shrinkage costs a few of the 80.
        assertThat(newBusiness.rate()).isBetween(74.0, 80.0);
    }

    @Test
    void keepsItsMeanUnderTheSharedShock() {
        NewBusiness newBusiness = new NewBusiness(40, 0.3, 8, AmountDistribution.certain(1));
        double mean = 0;
        for (double score : QuarterShock.scores()) {
            mean += newBusiness.rate(score) / QuarterShock.scores().length;
        }
        assertThat(mean).isCloseTo(40, within(0.1));
        assertThat(newBusiness.rate(1)).isGreaterThan(newBusiness.rate(-1));
    }

    @Test
    void isLessSureTheMoreTheWindowsDiffer() {
        List<Deal> even = new ArrayList<>();
        List<Deal> uneven = new ArrayList<>();
        for (int window = 0; window < 7; window++) {
            even.addAll(quickWins(window, 50));
            uneven.addAll(quickWins(window, window % 2 == 0 ? 80 : 20));
        }
        assertThat(NewBusiness.estimate(DealHistory.knownAt(AS_OF, even), DAYS).spread())
                .isBetween(0.1, 0.15);
        assertThat(NewBusiness.estimate(DealHistory.knownAt(AS_OF, uneven), DAYS)
                        .spread())
                .isGreaterThan(0.5);
    }

    @Test
    void refusesLessThanTwoWindows() {
        DealHistory history = DealHistory.knownAt(AS_OF, quickWins(0, 50));
        assertThatThrownBy(() -> NewBusiness.estimate(history, DAYS))
                .hasMessage("Cannot estimate new business: 0 complete windows of 91 days, 2 needed");
    }

    /** Deals created on the second day of a window counted back from the as-of date, and won ten days later. */
    private static List<Deal> quickWins(int window, int count) {
        LocalDate created = AS_OF.minusDays((long) DAYS * (window + 1) - 2);
        return Collections.nCopies(count, won(created, created.plusDays(10)));
    }

    private static Deal won(LocalDate createdOn, LocalDate closedOn) {
        return Deal.won("w", closedOn).createdOn(createdOn).amount(new BigDecimal("100"));
    }
}

package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.pipeline.OutlookResult.Estimated;
import org.kvartal.forecast.pipeline.OutlookResult.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class QuarterOutlookTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);
    private static final LocalDate AS_OF = LocalDate.of(2010, 9, 30);
    private static final BookingPeriod QUARTER =
            new BookingPeriod(LocalDate.of(2010, 10, 1), LocalDate.of(2010, 12, 31));

    @Test
    void addsUpBookedOpenAndNew() {
        List<Deal> deals = simulatedDeals();
        LocalDate midQuarter = LocalDate.of(2010, 11, 15);
        Estimated outlook = estimate(deals, midQuarter, QUARTER);

        assertThat(outlook.booked())
                .isEqualByComparingTo(wonIn(deals, new BookingPeriod(QUARTER.firstDay(), midQuarter)));
        assertThat(outlook.booked()).isPositive();
        assertThat(outlook.openMean()).isPositive();
        assertThat(outlook.newMean()).isPositive();
        double sum = outlook.booked().doubleValue() + outlook.openMean() + outlook.newMean();
        assertThat(outlook.total().mean()).isCloseTo(sum, within(sum * 1e-4));
    }

    @Test
    void doesNotMoveByADigitWhenAnythingAfterTheAsOfDateChanges() {
        List<Deal> deals = simulatedDeals();
        List<Deal> changed = new ArrayList<>();
        for (Deal deal : deals) {
            boolean closedLater = deal.closedOn().filter(AS_OF::isBefore).isPresent();
            boolean createdLater = deal.createdOn().filter(AS_OF::isBefore).isPresent();
            if (closedLater && !createdLater) {
                changed.add(Deal.lost(deal.id(), AS_OF.plusDays(1))
                        .createdOn(deal.createdOn().orElseThrow())
                        .amount(new BigDecimal("987654321.00"))
                        .stage("Closed"));
            } else if (!createdLater) {
                changed.add(deal);
            }
        }
        changed.add(
                Deal.won("late", AS_OF.plusDays(9)).createdOn(AS_OF.plusDays(2)).amount(BigDecimal.TEN));

        Estimated before = estimate(deals, AS_OF, QUARTER);
        Estimated after = estimate(changed, AS_OF, QUARTER);
        assertThat(digits(after)).isEqualTo(digits(before));
        assertThat(before.imputedAmounts()).isPositive();
    }

    @Test
    void ignoresDealsOlderThanAnyThatEverClosed() {
        List<Deal> deals = simulatedDeals();
        List<Deal> withZombies = new ArrayList<>(deals);
        for (int i = 0; i < 20; i++) {
            withZombies.add(Deal.open("Z" + i).createdOn(AS_OF.minusDays(700)).amount(new BigDecimal("5000000")));
        }

        Estimated before = estimate(deals, AS_OF, QUARTER);
        Estimated after = estimate(withZombies, AS_OF, QUARTER);
        double p90 = before.total().quantile(0.9);
        assertThat(after.openMean()).isCloseTo(before.openMean(), within(0.05 * before.openMean()));
        assertThat(after.total().quantile(0.9)).isCloseTo(p90, within(0.05 * p90));
    }

    @Test
    void standsInForMissingAmountsWithTheAmountsWonInTheGroup() {
        List<Deal> deals = new ArrayList<>();
        for (Deal deal : simulatedDeals()) {
            deals.add(deal.amount(new BigDecimal("100")).group("small"));
            deals.add(renamed(deal, "L" + deal.id())
                    .amount(new BigDecimal("9000"))
                    .group("large"));
        }
        LocalDate created = AS_OF.minusDays(10);
        Estimated without = estimate(deals, AS_OF, QUARTER);
        deals.add(Deal.open("blank").createdOn(created).group("large"));
        Estimated with = estimate(deals, AS_OF, QUARTER);
        double p = with.deals().get(with.deals().size() - 1).winInPeriod();

        assertThat(with.imputedAmounts()).isEqualTo(without.imputedAmounts() + 1);
        // One deal of thousands changes the hazards, and with them the other deals, by next to nothing.
        assertThat(with.openMean() - without.openMean()).isCloseTo(9000 * p, within(0.15 * 9000 * p));
    }

    @Test
    void countsDealsWithoutACreationDateAsNotYetCreated() {
        List<Deal> deals = new ArrayList<>(simulatedDeals());
        Estimated without = estimate(deals, AS_OF, QUARTER);
        deals.add(Deal.open("prospect").amount(new BigDecimal("1000000")));
        Estimated with = estimate(deals, AS_OF, QUARTER);

        assertThat(with.undatedDeals()).isEqualTo(1);
        assertThat(with.remaining().quantile(0.9)).isEqualTo(without.remaining().quantile(0.9));
    }

    @Test
    void refusesWithTheNumberOfDealsThatWouldBeEnough() {
        assertThat(refusal(closedDeals(12), QUARTER))
                .isEqualTo("Not enough data: 12 closed deals (6 won), 40 needed of which 10 won.");
    }

    @Test
    void fallsBackToCoarserAgesWithTheReason() {
        assertThat(estimate(closedDeals(60), AS_OF, QUARTER).reason())
                .isEqualTo("Hazards by four weeks of age: 60 closed deals (30 won), 100 won and 100 lost needed for"
                        + " hazards by everything on record.");
        assertThat(estimate(closedDeals(200), AS_OF, QUARTER).reason())
                .isEqualTo("Hazards by everything on record of a deal, from 200 closed deals (100 won).");
    }

    @Test
    void refusesAHistoryTooShortForNewBusiness() {
        List<Deal> sameMonth = closedDeals(60).stream()
                .map(deal -> deal.createdOn(AS_OF.minusDays(100)))
                .toList();
        assertThat(refusal(sameMonth, QUARTER))
                .isEqualTo("Not enough data: 101 days of deals, 184 needed to estimate deals not yet created.");
    }

    @Test
    void refusesAPeriodThatIsOverOrTooFarAhead() {
        assertThat(refusal(closedDeals(60), new BookingPeriod(AS_OF.minusDays(91), AS_OF)))
                .isEqualTo("The period is over: it ended on 2010-09-30.");
        assertThat(refusal(closedDeals(60), new BookingPeriod(AS_OF.plusDays(2), AS_OF.plusDays(9))))
                .isEqualTo("The period is too far ahead: it begins on 2010-10-02.");
    }

    @Test
    void refusesWithoutAnyAmount() {
        List<Deal> bare = new ArrayList<>();
        closedDeals(60).forEach(deal -> bare.add(renamed(deal, deal.id())));
        assertThat(refusal(bare, QUARTER)).isEqualTo("Not enough data: no won deal has an amount.");
    }

    private static List<Deal> simulatedDeals() {
        return new SimulatedPipeline(FIRST_DAY, 2, 0.2, 7).dealsUntil(LocalDate.of(2010, 12, 31));
    }

    /** Deals closed 20 days after creation, every second one won, spread over the last 600 days. */
    private static List<Deal> closedDeals(int count) {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate created = AS_OF.minusDays(20 + 580L * i / count);
            LocalDate closed = created.plusDays(20);
            Deal deal = i % 2 == 0 ? Deal.won("C" + i, closed) : Deal.lost("C" + i, closed);
            deals.add(deal.createdOn(created).amount(new BigDecimal("100")));
        }
        return deals;
    }

    private static Deal renamed(Deal deal, String id) {
        LocalDate created = deal.createdOn().orElseThrow();
        return switch (deal.outcome()) {
            case OPEN -> Deal.open(id).createdOn(created);
            case WON -> Deal.won(id, deal.closedOn().orElseThrow()).createdOn(created);
            case LOST -> Deal.lost(id, deal.closedOn().orElseThrow()).createdOn(created);
        };
    }

    private static Estimated estimate(List<Deal> deals, LocalDate asOf, BookingPeriod period) {
        OutlookResult result = new QuarterOutlook().outlook(DealHistory.knownAt(asOf, deals), period);
        assertThat(result).as(result.reason()).isInstanceOf(Estimated.class);
        return (Estimated) result;
    }

    private static String refusal(List<Deal> deals, BookingPeriod period) {
        OutlookResult result = new QuarterOutlook().outlook(DealHistory.knownAt(AS_OF, deals), period);
        assertThat(result).isInstanceOf(Refused.class);
        return result.reason();
    }

    private static BigDecimal wonIn(List<Deal> deals, BookingPeriod period) {
        return deals.stream()
                .filter(deal -> deal.isWonWithin(period.firstDay(), period.lastDay()))
                .map(deal -> deal.amount().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String digits(Estimated outlook) {
        StringBuilder digits = new StringBuilder();
        digits.append(outlook.booked()).append(' ').append(outlook.openMean());
        digits.append(' ').append(outlook.newMean()).append(' ').append(outlook.concentration());
        digits.append(' ').append(outlook.shock()).append(' ').append(outlook.imputedAmounts());
        for (double q : new double[] {0.05, 0.5, 0.95}) {
            digits.append(' ').append(outlook.total().quantile(q));
        }
        outlook.deals()
                .forEach(deal ->
                        digits.append(deal.dealId()).append(deal.winInPeriod()).append(deal.winEver()));
        return digits.toString();
    }
}

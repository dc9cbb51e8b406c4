package org.kvartal.forecast.pipeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.pipeline.OutlookBacktest.Origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class OutlookBacktestTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);
    private static final LocalDate END = LocalDate.of(2021, 12, 31);
    private static final BookingsForecast OUTLOOK = BookingsForecast.of(new QuarterOutlook().sampling(15_000));

    /**
     * 32 quarters of two simulated pipelines. With a true coverage of 0.8 the binomial standard error is 0.07, so that
     * 0.65 to 0.95 is two of them.
     */
    @Test
    void findsTheOutlookCalibratedAndAheadOfItsBaselines() {
        List<OutlookScore> outlook = new ArrayList<>();
        List<OutlookScore> lastYear = new ArrayList<>();
        List<OutlookScore> weighted = new ArrayList<>();
        for (long seed : new long[] {101, 102}) {
            DealHistory history =
                    DealHistory.knownAt(END, new SimulatedPipeline(FIRST_DAY, 2, 0.2, seed).dealsUntil(END));
            outlook.addAll(
                    OutlookBacktest.run(OUTLOOK, history, quarters(2018, 2021)).scores());
            lastYear.addAll(OutlookBacktest.run(new LastYear(), history, quarters(2018, 2021))
                    .scores());
            weighted.addAll(OutlookBacktest.run(new WeightedPipeline(Map.of()), history, quarters(2018, 2021))
                    .scores());
        }
        OutlookBacktest backtest = new OutlookBacktest(outlook, 0);
        double actual =
                outlook.stream().mapToDouble(OutlookScore::actual).average().orElseThrow();

        assertThat(outlook).hasSize(32);
        assertThat(backtest.coverage()).isBetween(0.65, 0.95);
        assertThat(backtest.coverageStandardError()).isCloseTo(0.07, within(0.03));
        assertThat(backtest.bias() / actual).isCloseTo(0, within(0.1));
        assertThat(backtest.pinball()).isLessThan(0.65 * new OutlookBacktest(lastYear, 0).pinball());
        assertThat(backtest.pinball()).isLessThan(0.1 * new OutlookBacktest(weighted, 0).pinball());
        // 3.2 in each class with a standard deviation of 1.7.
        assertThat(backtest.rankHistogram())
                .allSatisfy(count -> assertThat(count).isBetween(0, 9));
    }

    /** P(0) = 0.25, P(100) = 0.5, P(200) = 0.25, and 150 came: worked by hand. */
    @Test
    void scoresADistributionAgainstWhatCame() {
        AmountDistribution hundred = AmountDistribution.certain(100);
        BookingsDistribution two = BookingsDistribution.mixture(
                List.of(Scenario.ofStakes(List.of(new Stake(0.5, hundred), new Stake(0.5, hundred)))));
        OutlookScore score = OutlookScore.of(END, quarter(2021, 10), two, 150);

        // 100 * 0.25^2 + 50 * 0.75^2 + 50 * 0.25^2
        assertThat(score.rankedProbabilityScore()).isCloseTo(37.5, within(1e-9));
        assertThat(score.rank()).isCloseTo(0.75, within(1e-9));
        // Quantiles are 0 for q to 0.25, 100 to 0.75 and 200 above; the sums of q are 0.75, 5.25 and 3.5.
        assertThat(score.pinball()).isCloseTo((150 * 0.75 + 50 * 5.25 + 50 * (4 - 3.5)) / 19, within(1e-9));
        assertThat(score.isCovered()).isTrue();
        assertThat(two.rank(100)).isCloseTo(0.5, within(1e-9));
        assertThat(two.rankedProbabilityScore(260)).isCloseTo(100 * 0.0625 + 100 * 0.5625 + 60, within(1e-9));
        assertThat(two.plus(1_000).rankedProbabilityScore(900))
                .isCloseTo(100 + 100 * 0.5625 + 100 * 0.0625, within(1e-9));
    }

    @Test
    void scoresAPointByItsAbsoluteError() {
        assertThat(BookingsDistribution.certain(70).rankedProbabilityScore(100)).isEqualTo(30);
        assertThat(BookingsDistribution.certain(70).rankedProbabilityScore(40)).isEqualTo(30);
    }

    @Test
    void forecastsFromWhatWasKnownAndScoresWithWhatCame() {
        DealHistory history = DealHistory.knownAt(
                END,
                List.of(
                        won("a", LocalDate.of(2020, 1, 10), LocalDate.of(2020, 5, 1), "40"),
                        won("b", LocalDate.of(2021, 1, 10), LocalDate.of(2021, 5, 1), "100"),
                        won("c", LocalDate.of(2021, 1, 10), LocalDate.of(2021, 4, 1), "7"),
                        won("late", LocalDate.of(2021, 9, 1), LocalDate.of(2021, 9, 9), "9")));
        BookingPeriod period = quarter(2021, 4);
        List<Integer> known = new ArrayList<>();
        BookingsForecast spy = (then, asked) -> {
            known.add(then.deals().size());
            return Optional.of(BookingsDistribution.certain(then.won().count()));
        };
        OutlookBacktest backtest = OutlookBacktest.run(
                spy,
                history,
                List.of(
                        new Origin(LocalDate.of(2021, 3, 31), period),
                        new Origin(LocalDate.of(2021, 4, 20), period),
                        new Origin(END, new BookingPeriod(END.plusDays(1), END.plusDays(90)))));

        assertThat(known).containsExactly(3, 3);
        assertThat(backtest.scores()).extracting(OutlookScore::mean).containsExactly(1.0, 2.0);
        assertThat(backtest.scores()).extracting(OutlookScore::actual).containsExactly(107.0, 100.0);
        assertThat(backtest.bias()).isEqualTo(-102);
        assertThat(backtest.medianError()).isEqualTo(102);
    }

    @Test
    void takesTheSameDaysOfTheYearBeforeAsABaseline() {
        List<Deal> deals = List.of(
                won("a", LocalDate.of(2020, 1, 10), LocalDate.of(2020, 4, 20), "3"),
                won("b", LocalDate.of(2020, 1, 10), LocalDate.of(2020, 4, 21), "40"),
                won("c", LocalDate.of(2020, 1, 10), LocalDate.of(2020, 7, 1), "500"));
        Origin origin = new Origin(LocalDate.of(2021, 4, 20), quarter(2021, 4));

        assertThat(remaining(new LastYear(), deals, origin)).hasValue(40.0);
        assertThat(remaining(new LastYear(), deals, new Origin(LocalDate.of(2020, 12, 31), quarter(2021, 1))))
                .isEmpty();
    }

    @Test
    void weighsPromisedDealsWithTheirStageAsABaseline() {
        LocalDate day = LocalDate.of(2021, 2, 1);
        List<Deal> deals = List.of(
                won("a", day, day.plusDays(9), "300"),
                Deal.lost("b", day.plusDays(9)).createdOn(day),
                open("promised", "100").stage("Offer").expectedCloseOn(LocalDate.of(2021, 6, 30)),
                open("later", "100").stage("Offer").expectedCloseOn(LocalDate.of(2021, 7, 1)),
                open("unstaged", "10"),
                Deal.open("blank").createdOn(day));
        Origin origin = new Origin(LocalDate.of(2021, 3, 31), quarter(2021, 4));

        // 0.9 * 100, and half of what is neither staged nor promised: 10, and 300 for the deal without an amount.
        assertThat(remaining(new WeightedPipeline(Map.of("Offer", 0.9)), deals, origin))
                .hasValue(90.0 + 5 + 150);
        assertThat(remaining(new WeightedPipeline(Map.of()), List.of(), origin)).isEmpty();
    }

    @Test
    void comparesForecastsAtTheOriginsThatBothCouldMake() {
        DealHistory history = DealHistory.knownAt(END, new SimulatedPipeline(FIRST_DAY, 1, 0.2, 5).dealsUntil(END));
        OutlookBacktest outlook = OutlookBacktest.run(OUTLOOK, history, quarters(2008, 2009));
        OutlookBacktest lastYear = OutlookBacktest.run(new LastYear(), history, quarters(2008, 2009));

        assertThat(outlook.scores()).hasSize(5);
        assertThat(outlook.refusals()).isEqualTo(3);
        assertThat(lastYear.scores()).hasSize(4);
        assertThat(outlook.sharedWith(lastYear).scores())
                .extracting(score -> score.period().firstDay().getYear())
                .containsOnly(2009)
                .hasSize(4);
    }

    private static Optional<Double> remaining(BookingsForecast forecast, List<Deal> deals, Origin origin) {
        return forecast.remaining(DealHistory.knownAt(origin.asOf(), deals), origin.period())
                .map(BookingsDistribution::mean);
    }

    private static Deal won(String id, LocalDate createdOn, LocalDate closedOn, String amount) {
        return Deal.won(id, closedOn).createdOn(createdOn).amount(new BigDecimal(amount));
    }

    private static Deal open(String id, String amount) {
        return Deal.open(id).createdOn(LocalDate.of(2021, 3, 1)).amount(new BigDecimal(amount));
    }

    private static BookingPeriod quarter(int year, int firstMonth) {
        LocalDate first = LocalDate.of(year, firstMonth, 1);
        return new BookingPeriod(first, first.plusMonths(3).minusDays(1));
    }

    private static List<Origin> quarters(int firstYear, int lastYear) {
        List<Origin> origins = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (int month = 1; month <= 12; month += 3) {
                BookingPeriod period = quarter(year, month);
                origins.add(new Origin(period.firstDay().minusDays(1), period));
            }
        }
        return origins;
    }
}

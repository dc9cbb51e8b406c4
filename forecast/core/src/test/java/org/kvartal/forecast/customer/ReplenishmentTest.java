package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ReplenishmentTest {
    private static final double END = 730;
    private static final double TYPICAL = 45;
    private static final double BETWEEN = 0.35;
    private static final double WITHIN = 0.25;
    private static final double STOP = 0.06;
    private static final double POWER = 0.7;

    /** A customer who was watched until the end, and the day of the next purchase, infinite for one who stopped. */
    private record Planted(ReplenishmentHistory history, double usual, double next) {}

    private static List<Planted> planted(int customers, long seed) {
        Random random = new Random(seed);
        List<Planted> planted = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double usual = TYPICAL * Math.exp(BETWEEN * random.nextGaussian());
            double day = random.nextDouble() * 400;
            double next = day;
            List<ReplenishmentHistory.Purchase> purchases = new ArrayList<>();
            while (next <= END) {
                day = next;
                double quantity = Math.exp(0.3 * random.nextGaussian());
                purchases.add(new ReplenishmentHistory.Purchase(day, quantity));
                double gap = usual * Math.pow(quantity, POWER) * Math.exp(WITHIN * random.nextGaussian());
                next = random.nextDouble() < STOP ? Double.POSITIVE_INFINITY : day + gap;
            }
            planted.add(new Planted(ReplenishmentHistory.of(purchases, END), usual, next - day));
        }
        return planted;
    }

    private static List<ReplenishmentHistory> histories(List<Planted> planted) {
        return planted.stream().map(Planted::history).toList();
    }

    @Test
    void findsThePlantedProcess() {
        List<Planted> planted = planted(600, 3);
        ReplenishmentModel model = ReplenishmentFit.of(histories(planted)).product(histories(planted));
        assertThat(model.typicalDays()).isCloseTo(TYPICAL, within(3.0));
        assertThat(model.between()).isCloseTo(BETWEEN, within(0.04));
        assertThat(model.within()).isCloseTo(WITHIN, within(0.01));
        assertThat(model.laterStop()).isCloseTo(STOP, within(0.01));
        assertThat(model.quantityPower()).isCloseTo(POWER, within(0.04));
    }

    /** Dates, intervals and probabilities, each against what came: the median date is off by less than the noise of one gap. */
    @Test
    void datesTheNextPurchaseWithIntervalsThatHold() {
        List<Planted> planted = planted(2000, 4);
        ReplenishmentModel model = ReplenishmentFit.of(histories(planted)).typical();
        double expected = 0;
        int within = 0;
        int covered = 0;
        List<Double> errors = new ArrayList<>();
        double active = 0;
        for (Planted one : planted) {
            NextPurchase next = model.next(one.history());
            active += next.active();
            expected += next.within(30);
            within += one.next() <= one.history().running() + 30 ? 1 : 0;
            if (Double.isFinite(one.next())) {
                errors.add(Math.abs(next.quantile(0.5) - one.next()) / one.usual());
                covered += one.next() >= next.quantile(0.1) && one.next() <= next.quantile(0.9) ? 1 : 0;
            }
        }
        errors.sort(null);
        assertThat(covered / (double) errors.size()).isCloseTo(0.8, within(0.03));
        assertThat(errors.get(errors.size() / 2)).isLessThan(0.18);
        assertThat(active).isCloseTo(errors.size(), within(0.03 * planted.size()));
        assertThat(expected).isCloseTo(within, within(0.03 * planted.size()));
    }

    /** The formulas for one customer, by hand: two gaps of 40 and 50 days, the third runs since 30. */
    @Test
    void knowsOneCustomerByHand() {
        ReplenishmentModel model = new ReplenishmentModel(60, 0.5, 0.3, 0.4, 0.1, 0, 9);
        NextPurchase next = model.next(new ReplenishmentHistory(List.of(40.0, 50.0), List.of(1.0, 1.0, 1.0), 30));
        double precision = 2 / 0.09 + 1 / 0.25;
        double usual = (Math.log(40 * 50) / 0.09 + Math.log(60) / 0.25) / precision;
        NormalDistribution log = new NormalDistribution(usual, Math.sqrt(0.09 + 1 / precision));
        double over = log.cumulativeProbability(Math.log(30));
        assertThat(next.usualDays()).isCloseTo(Math.exp(usual), within(1e-9));
        assertThat(next.overdue()).isCloseTo(over, within(1e-9));
        assertThat(next.active()).isCloseTo(0.9 * (1 - over) / (0.1 + 0.9 * (1 - over)), within(1e-9));
        assertThat(next.quantile(0.5))
                .isCloseTo(Math.exp(log.inverseCumulativeProbability(over + 0.5 * (1 - over))), within(1e-6));
        double soon = log.cumulativeProbability(Math.log(40));
        assertThat(next.within(10)).isCloseTo(next.active() * (soon - over) / (1 - over), within(1e-9));
    }

    @Test
    void takesAsingleBuyerFromTheProductAndAFaithfulOneFromHimself() {
        ReplenishmentModel model = new ReplenishmentModel(60, 0.5, 0.2, 0.4, 0.1, 0, 9);
        NextPurchase single = model.next(new ReplenishmentHistory(List.of(), List.of(1.0), 0));
        assertThat(single.usualDays()).isCloseTo(60, within(1e-9));
        assertThat(single.active()).isCloseTo(0.6, within(1e-9));
        List<Double> twenties = Collections.nCopies(20, 20.0);
        NextPurchase faithful = model.next(new ReplenishmentHistory(twenties, Collections.nCopies(21, 1.0), 5));
        assertThat(faithful.usualDays()).isCloseTo(20, within(0.3));
        assertThat(faithful.quantile(0.9) - faithful.quantile(0.1))
                .isLessThan(single.quantile(0.9) - single.quantile(0.1));
    }

    @Test
    void waitsLongerAfterALargerPurchase() {
        ReplenishmentModel model = new ReplenishmentModel(60, 0.5, 0.2, 0.4, 0.1, 1, 9);
        List<Double> gaps = List.of(30.0, 30.0, 30.0);
        NextPurchase usual = model.next(new ReplenishmentHistory(gaps, List.of(2.0, 2.0, 2.0, 2.0), 0));
        NextPurchase twice = model.next(new ReplenishmentHistory(gaps, List.of(2.0, 2.0, 2.0, 4.0), 0));
        assertThat(twice.quantile(0.5)).isGreaterThan(1.5 * usual.quantile(0.5));
    }

    /** A silence of years leaves finite numbers, dates to come, and little hope. */
    @Test
    void bearsVeryLongSilences() {
        ReplenishmentModel model = new ReplenishmentModel(10, 0.1, 0.1, 0.4, 0.05, 0, 9);
        NextPurchase next = model.next(new ReplenishmentHistory(List.of(10.0, 10.0), List.of(1.0, 1.0, 1.0), 2000));
        assertThat(next.overdue()).isEqualTo(1);
        assertThat(next.active()).isLessThan(1e-9);
        assertThat(next.quantile(0.9)).isFinite().isGreaterThanOrEqualTo(2000);
        assertThat(next.within(30)).isBetween(0.0, 1e-9);
    }

    /** Three customers of a new product are seen much as those of all others. */
    @Test
    void drawsAProductOfFewCustomersToTheOthers() {
        ReplenishmentFit fit = ReplenishmentFit.of(histories(planted(300, 5)));
        List<ReplenishmentHistory> few = List.of(
                new ReplenishmentHistory(List.of(90.0), List.of(1.0, 1.0), 10),
                new ReplenishmentHistory(List.of(), List.of(1.0), 20));
        ReplenishmentModel model = fit.product(few);
        assertThat(model.typicalDays()).isBetween(fit.typical().typicalDays(), 80.0);
        assertThat(model.customers()).isEqualTo(2);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new ReplenishmentHistory(List.of(0.0), List.of(1.0, 1.0), 3))
                .hasMessage("Invalid purchases: gaps [0.0], quantities [1.0, 1.0], running 3.0");
    }
}

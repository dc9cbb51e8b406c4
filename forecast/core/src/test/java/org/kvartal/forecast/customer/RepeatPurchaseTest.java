package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

class RepeatPurchaseTest {
    /** As published by Fader, Hardie and Lee (2005), Marketing Science 24, table 2, for the CDNOW customers; weeks. */
    private static final BgNbd PUBLISHED = new BgNbd(0.243, 4.414, 0.793, 2.426);

    /** The same, and the Pareto/NBD, computed again to six digits. */
    private static final BgNbd BG = new BgNbd(0.242593, 4.413532, 0.792886, 2.425754);

    private static final ParetoNbd PARETO = new ParetoNbd(0.553276, 10.577612, 0.606213, 11.667903);

    /** Fader, Hardie and Lee's spreadsheet on BG/NBD: customer 1 of CDNOW in the 39 weeks to come. */
    @Test
    void predictsTheFirstCustomerAsPublished() {
        PurchaseHistory customer = new PurchaseHistory(2, 30.43, 38.86);
        assertThat(PUBLISHED.expectedPurchases(customer, 39)).isCloseTo(1.226028, within(1e-6));
        assertThat(PUBLISHED.probabilityAlive(customer)).isCloseTo(0.726579, within(1e-6));
    }

    /** Walkthrough of the R package BTYD: a new customer, and customer 1516, in a year. Computed again to six digits. */
    @Test
    void predictsAYearAsTheWalkthrough() {
        PurchaseHistory frequent = new PurchaseHistory(26, 30.86, 31);
        assertThat(BG.expectedPurchasesOfNew(52)).isCloseTo(1.444021, within(5e-6));
        assertThat(BG.expectedPurchases(frequent, 52)).isCloseTo(25.7595, within(2e-4));
        assertThat(BG.probabilityAlive(frequent)).isCloseTo(0.96892, within(1e-5));
        assertThat(PARETO.expectedPurchasesOfNew(52)).isCloseTo(1.473441, within(5e-6));
        assertThat(PARETO.expectedPurchases(frequent, 52)).isCloseTo(25.45655, within(2e-4));
        assertThat(PARETO.probabilityAlive(frequent)).isCloseTo(0.997918, within(1e-6));
    }

    /** The paradox of the same walkthrough: the more often one bought before a silence, the less is expected. */
    @ParameterizedTest
    @CsvSource({
        "10, 0.3474606, 0.7062289",
        "15, 0.04283391, 0.1442396",
        "20, 0.004158973, 0.02250658",
        "25, 0.0003583685, 0.00309267"
    })
    void expectsLessAfterMorePurchasesAndTheSameSilence(int purchases, double bgnbd, double paretonbd) {
        PurchaseHistory silent = new PurchaseHistory(purchases, 20, 39);
        assertThat(BG.expectedPurchases(silent, 52)).isCloseTo(bgnbd, withinPercentage(1));
        assertThat(PARETO.expectedPurchases(silent, 52)).isCloseTo(paretonbd, withinPercentage(1));
    }

    /** E[X] of BG/NBD at a = 1, where the closed form has a pole: between its neighbours. */
    @Test
    void hasNoPoles() {
        PurchaseHistory customer = new PurchaseHistory(3, 20, 30);
        double at = new BgNbd(0.5, 5, 1, 2).expectedPurchases(customer, 26);
        assertThat(at)
                .isLessThan(new BgNbd(0.5, 5, 0.999, 2).expectedPurchases(customer, 26))
                .isGreaterThan(new BgNbd(0.5, 5, 1.001, 2).expectedPurchases(customer, 26));
        double pareto = new ParetoNbd(0.5, 5, 1, 9).expectedPurchases(customer, 26);
        assertThat(pareto).isCloseTo(new ParetoNbd(0.5, 5, 1 + 1e-7, 9).expectedPurchases(customer, 26), within(1e-6));
    }

    /** Where nobody ever stops, purchases come at the rate (r + x) / (alpha + T) for ever; where all stop, one more comes. */
    @ParameterizedTest
    @CsvSource({"1e-2, 3", "1e-4, 3", "6e-6, 3", "6e-6, 6e-6"})
    void expectsOfThoseWhoHardlyEverStopWhatTheirRateSays(double a, double b) {
        BgNbd model = new BgNbd(0.8, 200, a, b);
        PurchaseHistory customer = new PurchaseHistory(4, 900, 1000);
        double rate = 4.8 / 1200;
        assertThat(model.expectedPurchases(customer, 365) / model.probabilityAlive(customer))
                .isCloseTo(rate * 365, withinPercentage(1));
        double atOnce = new BgNbd(0.8, 200, 3, 6e-6).expectedPurchases(new PurchaseHistory(0, 0, 1000), 365);
        assertThat(atOnce).isCloseTo(1 - Math.pow(1 + 365 / 1200.0, -0.8), withinPercentage(1));
    }

    /** Shapes at the bound of the optimiser: all stop with the same probability, 0.01. */
    @Test
    void seesThePeakOfCustomersWhoAreAllAlike() {
        BgNbd model = new BgNbd(0.83, 15, 2_000, 198_000);
        PurchaseHistory customer = new PurchaseHistory(6, 120, 128);
        double same = -Math.expm1(-6.83 * Math.log1p(0.01 * 52 / 143.0)) / 0.01;
        assertThat(model.expectedPurchases(customer, 52) / model.probabilityAlive(customer))
                .isCloseTo(same, withinPercentage(0.01));
        assertThat(new GammaGamma(3, 0.9, 10).expectedSpend(0, 0)).isInfinite();
    }

    /** With alpha = beta the integral is a power: (a+y)^-(k+m+1) integrates to ((a+y0)^-(k+m) - (a+y1)^-(k+m)) / (k+m). */
    @ParameterizedTest
    @CsvSource({"0.5, 1.5, 0, 40", "60.5, 1.2, 3, 200", "0.01, 1.01, 10, 10.001", "3, 9, 0, 1000000"})
    void integratesPowers(double k, double m, double y0, double y1) {
        double n = k + m - 1;
        double exact = (Math.pow(7 + y0, -n) - Math.pow(7 + y1, -n)) / n;
        assertThat(Math.exp(PowerIntegral.log(7, k, 7, m, y0, y1))).isCloseTo(exact, withinPercentage(1e-8));
        assertThat(PowerIntegral.log(7, k, 7, m, y0, y0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** The likelihoods of a customer with x = 0 in closed form: BG/NBD, and Pareto/NBD with alpha = beta. */
    @Test
    void knowsTheLikelihoodOfOneWhoNeverReturned() {
        PurchaseHistory once = new PurchaseHistory(0, 0, 39);
        assertThat(new BgNbd(0.5, 5, 1, 2).logLikelihood(once)).isCloseTo(0.5 * Math.log(5.0 / 44), within(1e-12));
        double r = 0.5;
        double s = 0.8;
        double alive = Math.pow(5.0 / 44, r + s);
        assertThat(new ParetoNbd(r, 5, s, 5).logLikelihood(once))
                .isCloseTo(Math.log(alive + s / (r + s) * (1 - alive)), within(1e-9));
    }

    /** Spends published by Fader and Hardie (2013), note 25: their conditional means come from rounded numbers. */
    @Test
    void expectsSpendAsPublished() {
        GammaGamma spend = new GammaGamma(6.25, 3.74, 15.44);
        assertThat(spend.expectedSpend(0, 0)).isCloseTo(35.17, within(0.1));
        assertThat(spend.expectedSpend(2, 22.35)).isCloseTo(24.65, within(0.1));
        assertThat(spend.expectedSpend(1, 11.77)).isCloseTo(18.91, within(0.1));
    }

    @Test
    void findsTheParametersOfSimulatedCustomers() {
        RepeatPurchaseFit fit = RepeatPurchaseFit.bgNbd(simulated(new BgNbd(0.6, 6, 1, 3), 8_000, 78, 4));
        assertThat(fit.customers()).isEqualTo(8_000);
        double[] truth = {0.6, 6, 1, 3};
        for (int i = 0; i < truth.length; i++) {
            RepeatPurchaseFit.Estimate estimate = fit.estimates().get(i);
            assertThat(estimate.value()).isCloseTo(truth[i], within(3 * estimate.standardError()));
            assertThat(estimate.standardError()).isLessThan(0.25 * truth[i]);
        }
        assertThat(fit.model().name()).isEqualTo("bgnbd");
    }

    private static List<PurchaseHistory> simulated(BgNbd truth, int customers, int weeks, long seed) {
        RandomGenerator random = new Well19937c(seed);
        GammaDistribution rates = new GammaDistribution(random, truth.r(), 1 / truth.alpha());
        BetaDistribution ends = new BetaDistribution(random, truth.a(), truth.b());
        List<PurchaseHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double rate = rates.sample();
            double stops = ends.sample();
            double last = 0;
            int repeats = 0;
            double next = -Math.log(random.nextDouble()) / rate;
            boolean isAlive = true;
            while (isAlive && next < weeks) {
                repeats++;
                last = Math.ceil(next);
                isAlive = random.nextDouble() >= stops;
                next += -Math.log(random.nextDouble()) / rate;
            }
            histories.add(new PurchaseHistory(repeats, last, weeks));
        }
        return histories;
    }

    @Test
    void findsTheSpendOfSimulatedCustomers() {
        RandomGenerator random = new Well19937c(9);
        Random times = new Random(9);
        List<SpendFit.Spend> spends = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            int purchases = 1 + times.nextInt(6);
            double nu = new GammaDistribution(random, 4, 1 / 15.0).sample();
            spends.add(new SpendFit.Spend(
                    purchases, new GammaDistribution(random, 6.0 * purchases, 1 / nu).sample() / purchases));
        }
        SpendFit fit = SpendFit.of(spends);
        assertThat(fit.model().p())
                .isCloseTo(6, within(4 * fit.estimates().get(0).standardError()));
        assertThat(fit.model().q())
                .isCloseTo(4, within(4 * fit.estimates().get(1).standardError()));
        assertThat(fit.model().gamma())
                .isCloseTo(15, within(4 * fit.estimates().get(2).standardError()));
        assertThat(fit.correlation()).isCloseTo(0, within(0.05));
    }

    /** G(a) / (G(b) G(c)) stays finite in logarithms. */
    @Test
    void bearsCustomersWhoBuyEveryDay() {
        PurchaseHistory daily = new PurchaseHistory(5000, 730, 730.1);
        assertThat(BG.logLikelihood(daily)).isFinite();
        assertThat(PARETO.logLikelihood(daily)).isFinite();
        assertThat(PARETO.probabilityAlive(daily)).isBetween(0.5, 1.0);
        assertThat(BG.expectedPurchases(daily, 52)).isFinite().isPositive();
        assertThat(Gamma.logGamma(5000)).isFinite();
    }

    @Test
    void refusesHistoriesThatCannotBe() {
        assertThatThrownBy(() -> new PurchaseHistory(0, 3, 9))
                .hasMessage("Invalid purchase history: x = 0, t_x = 3.0, T = 9.0");
        assertThatThrownBy(() -> new PurchaseHistory(2, 10, 9)).hasMessageStartingWith("Invalid purchase history");
    }
}

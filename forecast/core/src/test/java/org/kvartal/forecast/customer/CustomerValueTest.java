package org.kvartal.forecast.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

class CustomerValueTest {
    private static final BgNbd TRUTH = new BgNbd(0.8, 8, 1, 4);
    private static final GammaGamma SPEND = new GammaGamma(6, 4, 15);
    private static final ValueTerms YEAR = new ValueTerms(0.4, 0.1, 52, 52.18);
    private static final int WEEKS = 78;

    /** A customer of the truth with what comes in the year after the history. */
    private record Planted(PurchaseHistory history, Optional<SpendFit.Spend> seen, double value) {}

    private static List<Planted> planted(int customers, long seed) {
        RandomGenerator random = new Well19937c(seed);
        PurchaseHistory fresh = new PurchaseHistory(0, 0, 0);
        List<Planted> planted = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            List<Double> times = new ArrayList<>();
            TRUTH.live(fresh, WEEKS + 52.0, random, times::add);
            double nu = Gammas.draw(random, SPEND.q(), SPEND.gamma());
            double spent = 0;
            double value = 0;
            int x = 0;
            for (double time : times) {
                double paid = Gammas.draw(random, SPEND.p(), nu);
                spent += time <= WEEKS ? paid : 0;
                x += time <= WEEKS ? 1 : 0;
                value += time <= WEEKS ? 0 : YEAR.margin() * paid * YEAR.worth(time - WEEKS);
            }
            PurchaseHistory history = new PurchaseHistory(x, x == 0 ? 0 : times.get(x - 1), WEEKS);
            Optional<SpendFit.Spend> seen = x == 0 ? Optional.empty() : Optional.of(new SpendFit.Spend(x, spent / x));
            planted.add(new Planted(history, seen, value));
        }
        return planted;
    }

    /** The interval of a cohort holds what came, and those of single customers hold it about as often as they say. */
    @Test
    void holdsWhatPlantedCustomersSpend() {
        List<Planted> planted = planted(3000, 2);
        RepeatPurchaseFit fit =
                RepeatPurchaseFit.bgNbd(planted.stream().map(Planted::history).toList());
        SpendFit spend =
                SpendFit.of(planted.stream().flatMap(one -> one.seen().stream()).toList());
        assertThat(fit.draws().isKnown()).isTrue();
        CustomerValue value = new CustomerValue(fit, spend, YEAR, 7);
        double[] totals = new double[CustomerValue.draws()];
        double expected = 0;
        int covered = 0;
        for (int i = 0; i < planted.size(); i++) {
            Planted one = planted.get(i);
            double[] draws = value.futures(one.history(), value.alive(one.history()), one.seen(), i);
            IntStream.range(0, draws.length).forEach(draw -> totals[draw] += draws[draw]);
            expected += value.discountedPurchases(one.history()) * value.earned(one.seen());
            covered += one.value() >= CustomerValue.quantile(draws, 0.025)
                            && one.value() <= CustomerValue.quantile(draws, 0.975)
                    ? 1
                    : 0;
        }
        double actual = planted.stream().mapToDouble(Planted::value).sum();
        assertThat(actual).isBetween(CustomerValue.quantile(totals, 0.025), CustomerValue.quantile(totals, 0.975));
        assertThat(Arrays.stream(totals).average().orElseThrow()).isCloseTo(expected, withinPercentage(3));
        assertThat(CustomerValue.quantile(totals, 0.975) - CustomerValue.quantile(totals, 0.025))
                .isBetween(0.02 * expected, 0.3 * expected);
        assertThat(covered / (double) planted.size()).isBetween(0.93, 0.995);
    }

    static List<RepeatPurchaseModel> models() {
        return List.of(TRUTH, new ParetoNbd(0.8, 8, 0.9, 20), new BgBb(1.2, 2, 0.7, 6));
    }

    /** Lives drawn by chance have as many purchases as the formula expects. */
    @ParameterizedTest
    @MethodSource("models")
    void livesAsLongAsExpected(RepeatPurchaseModel model) {
        RandomGenerator random = new Well19937c(5);
        PurchaseHistory customer = new PurchaseHistory(4, 28, 32);
        int[] count = {0};
        for (int i = 0; i < 40_000; i++) {
            model.live(customer, 12, random, time -> {
                assertThat(time).isBetween(0.0, 12.0);
                count[0]++;
            });
        }
        double mean = count[0] / 40_000.0 * model.probabilityAlive(customer);
        assertThat(mean).isCloseTo(model.expectedPurchases(customer, 12), withinPercentage(2));
    }

    @Test
    void givesTheSameFuturesForTheSameSeedAndOthersForAnother() {
        List<Planted> planted = planted(400, 3);
        RepeatPurchaseFit fit =
                RepeatPurchaseFit.bgNbd(planted.stream().map(Planted::history).toList());
        SpendFit spend =
                SpendFit.of(planted.stream().flatMap(one -> one.seen().stream()).toList());
        PurchaseHistory history = new PurchaseHistory(9, 75, 78);
        double[][] draws = new double[3][];
        long[] seeds = {1, 1, 2};
        for (int i = 0; i < seeds.length; i++) {
            CustomerValue value = new CustomerValue(fit, spend, YEAR, seeds[i]);
            draws[i] = value.futures(history, value.alive(history), Optional.of(new SpendFit.Spend(9, 30)), 4);
        }
        assertThat(draws[0]).isEqualTo(draws[1]).isNotEqualTo(draws[2]);
    }

    @Test
    void discountsWhatComesLate() {
        assertThat(YEAR.worth(52.18)).isCloseTo(1 / 1.1, within(1e-12));
        assertThatThrownBy(() -> new ValueTerms(1.4, 0.1, 52, 52))
                .hasMessage("Invalid terms: margin 1.4, discount 0.1, horizon 52.0, units a year 52.0");
    }
}

package org.kvartal.forecast.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Published answers: bookings_convolution.csv names its source. Tolerances are those of the source: mean 1e-9 relative,
 * sd 1e-6, quantiles exact, probability 1e-9 (nine digits are printed).
 */
class BookingsDistributionTest {
    private static final double TARGET = 176_000;

    @Test
    void reproducesThePublishedDistributionOfIndependentDeals() throws IOException {
        BookingsDistribution bookings = BookingsDistribution.mixture(List.of(Scenario.ofStakes(publishedDeals())));

        assertThat(bookings.mean()).isCloseTo(153_400, within(153_400 * 1e-9));
        assertThat(bookings.standardDeviation()).isCloseTo(53_904.313371, within(1e-6));
        assertThat(quantiles(bookings)).containsExactly(72_000, 87_000, 115_000, 149_000, 187_000, 227_000, 249_000);
        assertThat(bookings.atLeast(TARGET)).isCloseTo(0.315321738, within(1e-9));
    }

    @Test
    void reproducesThePublishedDistributionOfDealsThatShareAGoodOrABadQuarter() throws IOException {
        List<Stake> deals = publishedDeals();
        BookingsDistribution bookings = BookingsDistribution.mixture(List.of(
                shifted(deals, p -> p + (1 - p) / 4), shifted(deals, p -> 0.75 * p)));

        assertThat(bookings.mean()).isCloseTo(175_550, within(175_550 * 1e-9));
        assertThat(bookings.standardDeviation()).isCloseTo(85_630.775353, within(1e-6));
        assertThat(quantiles(bookings)).containsExactly(54_000, 72_000, 107_000, 167_000, 239_000, 294_000, 329_000);
        assertThat(bookings.atLeast(TARGET)).isCloseTo(0.463215494, within(1e-9));
    }

    @Test
    void addsNewBusinessAsACompoundPoissonSum() {
        BookingsDistribution bookings =
                BookingsDistribution.mixture(List.of(new Scenario(List.of(), 2, 0, AmountDistribution.certain(1_000))));

        // Poisson with mean 2: P(0) = exp(-2), P(at least 3) = 1 - 5 exp(-2).
        assertThat(bookings.mean()).isCloseTo(2_000, within(0.01));
        assertThat(1 - bookings.atLeast(1_000)).isCloseTo(Math.exp(-2), within(1e-6));
        assertThat(bookings.atLeast(3_000)).isCloseTo(1 - 5 * Math.exp(-2), within(1e-6));
    }

    @Test
    void keepsTheMeanOfAmountsThatFallBetweenCells() {
        List<Stake> odd = DoubleStream.iterate(1_234.57, amount -> amount * 1.13 + 0.01)
                .limit(60)
                .mapToObj(amount -> new Stake(0.3, AmountDistribution.certain(Math.round(amount * 100) / 100.0)))
                .toList();
        Scenario scenario = Scenario.ofStakes(odd);
        BookingsDistribution bookings = BookingsDistribution.mixture(List.of(scenario));

        assertThat(bookings.mean()).isCloseTo(scenario.mean(), within(scenario.mean() * 1e-6));
        assertThat(bookings.standardDeviation())
                .isCloseTo(Math.sqrt(scenario.variance()), within(1e-4 * Math.sqrt(scenario.variance())));
    }

    @Test
    void keepsTheMeanOfMoreDealsThanAreConvolvedOneByOne() {
        List<Stake> many = Collections.nCopies(3_000, new Stake(0.02, AmountDistribution.certain(500)));
        BookingsDistribution bookings = BookingsDistribution.mixture(List.of(Scenario.ofStakes(many)));

        // Binomial sd is 500 sqrt(3000 * 0.02 * 0.98) = 3834; the Poisson part may add one per cent.
        assertThat(bookings.mean()).isCloseTo(30_000, within(1e-3));
        assertThat(bookings.standardDeviation()).isBetween(3_834.0, 3_873.0);
    }

    @Test
    void movesByWhatIsAlreadyBooked() {
        BookingsDistribution bookings = BookingsDistribution.mixture(
                        List.of(Scenario.ofStakes(List.of(new Stake(0.5, AmountDistribution.certain(100))))))
                .plus(1_000);

        assertThat(bookings.quantile(0.5)).isEqualTo(1_000);
        assertThat(bookings.quantile(0.75)).isEqualTo(1_100);
        assertThat(bookings.atLeast(1_000)).isCloseTo(1, within(1e-12));
        assertThat(bookings.atLeast(1_050)).isCloseTo(0.5, within(1e-12));
    }

    private static Scenario shifted(List<Stake> deals, DoubleUnaryOperator shock) {
        return Scenario.ofStakes(deals.stream()
                .map(deal -> deal.withProbability(shock.applyAsDouble(deal.winProbability())))
                .toList());
    }

    private static double[] quantiles(BookingsDistribution bookings) {
        return DoubleStream.of(0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
                .map(bookings::quantile)
                .toArray();
    }

    private static List<Stake> publishedDeals() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BookingsDistributionTest.class.getResourceAsStream("bookings_convolution.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("D"))
                    .map(line -> line.split(","))
                    .map(cells -> new Stake(
                            Double.parseDouble(cells[2]), AmountDistribution.certain(Double.parseDouble(cells[1]))))
                    .toList();
        }
    }
}

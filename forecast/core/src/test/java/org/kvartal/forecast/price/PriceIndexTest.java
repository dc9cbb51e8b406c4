package org.kvartal.forecast.price;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.GoldenFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class PriceIndexTest {
    private static final GoldenFile MANUAL = GoldenFile.read(PriceIndexTest.class, "cpi-manual.txt");
    private static final double FOUR_DECIMALS = 5.1e-5;
    private static final double SIX_DECIMALS = 1e-6;
    private static final double TWO_DECIMALS_OF_HUNDRED = 5.1e-5;

    private static final double[][] PRICES = {
        {1, 1, 1, 1, 1, 1},
        {1.2, 3, 1.3, 0.7, 1.4, 0.8},
        {1, 1, 1.5, 0.5, 1.7, 0.6},
        {0.8, 0.5, 1.6, 0.3, 1.9, 0.4},
        {1, 1, 1.6, 0.1, 2, 0.2}
    };
    private static final double[][] QUANTITIES = {
        {1, 1, 2, 1, 4.5, 0.5},
        {0.8, 0.9, 1.9, 1.3, 4.7, 0.6},
        {1, 1.1, 1.8, 3, 5, 0.8},
        {1.2, 1.2, 1.9, 6, 5.6, 1.3},
        {0.9, 1.2, 2, 12, 6.5, 2.5}
    };
    private static final double[][] ELEMENTARY = {
        {6, 7, 2, 5}, {6, 7, 3, 5}, {7, 6, 4, 5}, {6, 7, 5, 4}, {6, 7, 2, 5}, {6, 7.2, 3, 5}, {6.6, 7.7, 2.2, 5.5}
    };

    private static PriceTable table(double[][] prices, double[][] quantities) {
        List<String> periods =
                IntStream.range(0, prices.length).mapToObj(t -> "t" + t).toList();
        PriceTable.Builder table = new PriceTable.Builder(periods);
        for (int t = 0; t < prices.length; t++) {
            for (int i = 0; i < prices[t].length; i++) {
                if (!Double.isNaN(prices[t][i])) {
                    table.add(
                            "t" + t, "item " + i, prices[t][i], quantities.length == 0 ? Double.NaN : quantities[t][i]);
                }
            }
        }
        return table.build();
    }

    private static double[] values(String index, PriceTable table) {
        return PriceIndex.of(index).of(table).stream()
                .mapToDouble(IndexPoint::value)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"laspeyres", "paasche", "fisher", "tornqvist", "walsh", "carli", "jevons", "dutot"})
    void directIndicesEqualTheManual(String index) {
        assertThat(values(index, table(PRICES, QUANTITIES)))
                .containsExactly(MANUAL.row("direct " + index), within(FOUR_DECIMALS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"laspeyres", "paasche", "fisher", "tornqvist", "walsh", "carli", "jevons"})
    void chainedIndicesEqualTheManual(String index) {
        assertThat(values("chained-" + index, table(PRICES, QUANTITIES)))
                .containsExactly(MANUAL.row("chained " + index), within(FOUR_DECIMALS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geks-fisher",
                "geks-tornqvist",
                "weighted-time-product-dummy",
                "time-product-dummy",
                "geary-khamis"
            })
    void indicesOfAWindowEqualTheReference(String index) {
        assertThat(values(index, table(PRICES, QUANTITIES)))
                .containsExactly(MANUAL.row("window " + index), within(SIX_DECIMALS));
    }

    @ParameterizedTest
    @CsvSource({
        "dutot, dutot",
        "jevons, jevons",
        "carli, carli_direct",
        "chained-carli, carli_chained",
        "harmonic, harmonic_direct"
    })
    void elementaryIndicesEqualTheManual(String index, String row) {
        double[] hundred = values(index, table(ELEMENTARY, new double[0][]));
        for (int t = 0; t < hundred.length; t++) {
            assertThat(hundred[t]).isCloseTo(MANUAL.row("elementary " + row)[t] / 100, within(TWO_DECIMALS_OF_HUNDRED));
        }
    }

    private static PriceTable market(long seed, int periods, int items) {
        Random random = new Random(seed);
        double[][] prices = new double[periods][items];
        double[][] quantities = new double[periods][items];
        for (int t = 0; t < periods; t++) {
            for (int i = 0; i < items; i++) {
                boolean isMissing = i > 0 && random.nextInt(5) == 0;
                prices[t][i] = isMissing ? Double.NaN : Math.exp(random.nextGaussian());
                quantities[t][i] = 1 + random.nextInt(9);
            }
        }
        return table(prices, quantities);
    }

    static List<String> names() {
        return PriceIndex.names();
    }

    /** Prices that all double make every index double, whatever was bought. */
    @ParameterizedTest
    @MethodSource("names")
    void doublesWhenAllPricesDouble(String index) {
        double[][] prices = {{1.5, 2, 7}, {3, 4, 14}, {6, 8, 28}};
        double[][] quantities = {{3, 1, 2}, {1, 5, 2}, {8, 1, 1}};
        assertThat(values(index, table(prices, quantities))).containsExactly(new double[] {1, 2, 4}, within(1e-12));
    }

    /** Neither the unit of an item nor that of money matters. Dutot alone depends on the items' units. */
    @ParameterizedTest
    @MethodSource("names")
    void doesNotDependOnTheUnitOfAnItem(String index) {
        PriceTable market = market(5, 4, 6);
        double[][] prices = new double[4][6];
        double[][] quantities = new double[4][6];
        for (int t = 0; t < 4; t++) {
            for (int i = 0; i < 6; i++) {
                double packs = index.endsWith("dutot") ? 12 : 1 + i;
                prices[t][i] = market.price(t, i) * packs;
                quantities[t][i] = market.quantity(t, i) / packs;
            }
        }
        assertThat(values(index, table(prices, quantities))).containsExactly(values(index, market), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JEVONS", "DUTOT", "FISHER", "TORNQVIST", "WALSH"})
    void goingBackwardsIsOneByGoingForwards(BilateralIndex formula) {
        PriceTable market = market(11, 2, 40);
        assertThat(formula.of(market, 0, 1) * formula.of(market, 1, 0)).isCloseTo(1, within(1e-12));
    }

    /** Prices and quantities that return to where they were: a chain may drift, a window does not. */
    @Test
    void windowsDoNotDriftWhereAChainDoes() {
        double[][] prices = {{1, 1}, {0.5, 1}, {1, 1}, {1, 1}};
        double[][] quantities = {{10, 10}, {100, 10}, {1, 10}, {10, 10}};
        PriceTable sale = table(prices, quantities);
        assertThat(values("chained-tornqvist", sale)[3]).isLessThan(0.9);
        assertThat(values("geks-tornqvist", sale)[3]).isCloseTo(1, within(0.05));
        assertThat(values("geary-khamis", sale)[3]).isCloseTo(1, within(1e-12));
        assertThat(values("weighted-time-product-dummy", sale)[3]).isCloseTo(1, within(1e-12));
        List<IndexPoint> chained = PriceIndex.of("chained-tornqvist").of(sale);
        assertThat(chained.get(3).note()).startsWith("chain drift: 0.");
        assertThat(chained.get(2).note()).isEmpty();
    }

    /** The Manual's six commodities: the chained Fisher ends at 1.2226 where the direct one says 1.0712. */
    @Test
    void comesBackToTheFirstPeriodUnlessItDrifts() {
        PriceTable table = table(PRICES, QUANTITIES);
        assertThat(roundTrips("chained-fisher", table)[4]).isCloseTo(1.2226 / 1.0712, within(1e-4));
        assertThat(roundTrips("fisher", table)).containsOnly(new double[] {1}, within(1e-12));
        assertThat(roundTrips("tornqvist", table)).containsOnly(new double[] {1}, within(1e-12));
        assertThat(roundTrips("jevons", table)).containsOnly(new double[] {1}, within(1e-12));
        assertThat(roundTrips("laspeyres", table)[4]).isGreaterThan(1.5);
        assertThat(Math.abs(roundTrips("geks-tornqvist", table)[4] - 1))
                .isLessThan(Math.abs(roundTrips("chained-tornqvist", table)[4] - 1));
    }

    private static double[] roundTrips(String name, PriceTable table) {
        PriceIndex index = PriceIndex.of(name);
        return index.roundTrips(table, index.of(table));
    }

    /** Quantities and prices of a period that are those of the first make every index of two periods, and of a window, 1. */
    @ParameterizedTest
    @MethodSource("names")
    void isOneWhereNothingHasChanged(String index) {
        PriceTable same = table(new double[][] {{1.5, 2, 7}, {1.5, 2, 7}}, new double[][] {{3, 1, 2}, {3, 1, 2}});
        assertThat(values(index, same)).containsOnly(new double[] {1}, within(1e-14));
    }

    /** GEKS of transitive comparisons is those comparisons. */
    @Test
    void geksIsTransitive() {
        PriceTable market = market(3, 5, 12);
        WindowIndex geks = new Geks(BilateralIndex.FISHER);
        double[] whole = geks.of(market);
        double[][] reversed = new double[5][12];
        double[][] quantities = new double[5][12];
        for (int t = 0; t < 5; t++) {
            for (int i = 0; i < 12; i++) {
                reversed[4 - t][i] = market.price(t, i);
                quantities[4 - t][i] = market.quantity(t, i);
            }
        }
        double[] back = geks.of(table(reversed, quantities));
        for (int t = 0; t < 5; t++) {
            assertThat(back[4 - t] / back[4]).isCloseTo(whole[t] / whole[0], within(1e-12));
        }
    }

    /** All splices are alike where the index is transitive over everything, as with unchanging quantities. */
    @ParameterizedTest
    @ValueSource(strings = {"MOVEMENT", "WINDOW", "HALF", "MEAN"})
    void splicesWindowsWithoutChangingAConstantBasket(Splice splice) {
        double[][] quantities = new double[5][];
        for (int t = 0; t < 5; t++) {
            quantities[t] = QUANTITIES[0];
        }
        PriceTable basket = table(PRICES, quantities);
        double[] rolling = PriceIndex.of("geks-fisher").of(basket, 3, splice).stream()
                .mapToDouble(IndexPoint::value)
                .toArray();
        assertThat(rolling).containsExactly(values("laspeyres", basket), within(1e-12));
    }

    @Test
    void splicesEachNewPeriodByItsOwnWindow() {
        PriceTable table = table(PRICES, QUANTITIES);
        Geks geks = new Geks(BilateralIndex.FISHER);
        double[] first = geks.of(table.between(0, 3));
        double[] second = geks.of(table.between(1, 4));
        List<IndexPoint> movement = PriceIndex.of("geks-fisher").of(table, 3, Splice.MOVEMENT);
        List<IndexPoint> window = PriceIndex.of("geks-fisher").of(table, 3, Splice.WINDOW);
        List<IndexPoint> mean = PriceIndex.of("geks-fisher").of(table, 3, Splice.MEAN);
        assertThat(movement.get(3).value()).isCloseTo(first[2] * second[2] / second[1], within(1e-14));
        assertThat(window.get(3).value()).isCloseTo(first[1] * second[2], within(1e-14));
        assertThat(mean.get(3).value())
                .isCloseTo(Math.sqrt(first[2] * second[2] / second[1] * first[1] * second[2]), within(1e-14));
    }

    @Test
    void addsTheSalesOfAPeriodToTheirUnitValue() {
        PriceTable table = new PriceTable.Builder(List.of("a", "b"))
                .add("a", "tea", 2, 10)
                .add("a", "tea", 4, 30)
                .add("b", "tea", 7, 1)
                .build();
        assertThat(PriceIndex.of("fisher").of(table).get(1).value()).isCloseTo(2, within(1e-15));
    }

    @Test
    void saysWhyAPeriodCannotBeCompared() {
        PriceTable table = new PriceTable.Builder(List.of("a", "b", "c"))
                .add("a", "tea", 2, 10)
                .add("b", "coffee", 4, 30)
                .add("c", "tea", 3, 10)
                .build();
        List<IndexPoint> points = PriceIndex.of("weighted-time-product-dummy").of(table);
        assertThat(points.get(1).value()).isNaN();
        assertThat(points.get(1).note()).isEqualTo("no item links this period to the first");
        assertThat(points.get(2)).isEqualTo(new IndexPoint("c", points.get(2).value(), 1, ""));
        assertThat(points.get(2).value()).isCloseTo(1.5, within(1e-12));
        assertThat(PriceIndex.of("jevons").of(table).get(1).matchedItems()).isZero();
    }

    @Test
    void refusesWhatIsNoPriceAndNoIndex() {
        PriceTable.Builder table = new PriceTable.Builder(List.of("a"));
        assertThatThrownBy(() -> table.add("a", "tea", 0, 1)).hasMessage("Invalid price of tea in a: 0.0");
        assertThatThrownBy(() -> table.add("a", "tea", 1, -1)).hasMessage("Invalid quantity of tea in a: -1.0");
        assertThatThrownBy(() -> table.add("z", "tea", 1, 1)).hasMessage("Invalid period of tea: z");
        assertThatThrownBy(() -> PriceIndex.of("lowe"))
                .hasMessageStartingWith("Invalid index: lowe, must be one of carli,");
    }
}

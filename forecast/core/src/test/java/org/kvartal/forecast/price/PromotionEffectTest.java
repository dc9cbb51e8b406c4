package org.kvartal.forecast.price;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.price.PromotedSales.Terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PromotionEffectTest {
    private static final int WEEKS = 40;
    private static final double HALF_OFF_DIGITS = 1e-6;

    private static List<String> weeks(int count) {
        return IntStream.range(0, count).mapToObj(t -> "w" + t).toList();
    }

    private static PriceEstimate find(List<PriceEstimate> estimates, String term) {
        return estimates.stream()
                .filter(one -> one.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    /** Twelve products in pairs; 100 units at a price near 10 and a cost of 6, without any noise. */
    private static PromotedSales exact() {
        PromotedSales sales = new PromotedSales(weeks(WEEKS), 1, 0, List.of());
        for (int i = 0; i < 12; i++) {
            for (int t = 0; t < WEEKS; t++) {
                double price = (isPromoted(i, t) ? 9 : 10) * (t % 4 == i % 4 && !isPromoted(i, t) ? 1.05 : 1);
                double log = -2 * Math.log(price / 10)
                        + (isPromoted(i, t) ? Math.log(1.5) : 0)
                        + (isPromoted(i, t - 1) ? Math.log(0.8) : 0)
                        + (isPromoted(i % 2 == 0 ? i + 1 : i - 1, t) ? Math.log(0.9) : 0);
                Terms terms = isPromoted(i, t) ? Terms.PROMOTED : Terms.USUAL;
                sales.add("p" + i, "f" + i / 2, "w" + t, 100 * Math.exp(log), price, 6, terms);
            }
        }
        return sales;
    }

    /** Weeks whose own and preceding week have a usual price of 10 on both sides. */
    private static boolean isPromoted(int i, int t) {
        return t > 3 && t % 4 != i % 4 && (t - 1) % 4 != i % 4 && (t * 5 + i * 7) % 11 == 0;
    }

    @Test
    void partsAreThoseOfWhichTheSalesAreMade() {
        List<PriceEstimate> parts = PromotionEffect.of(exact());
        double cut = 1 / 0.81 - 1;
        assertThat(find(parts, "lift").estimate()).isCloseTo(0.5, within(HALF_OFF_DIGITS));
        assertThat(find(parts, "price_cut").estimate()).isCloseTo(cut, within(HALF_OFF_DIGITS));
        assertThat(find(parts, "gross").estimate()).isCloseTo(1.5 * (1 + cut) - 1, within(HALF_OFF_DIGITS));
        assertThat(find(parts, "dip").estimate()).isCloseTo(-0.2, within(HALF_OFF_DIGITS));
        double net = find(parts, "gross").estimate()
                + find(parts, "dip").estimate()
                + find(parts, "cannibalised").estimate();
        assertThat(find(parts, "cannibalised").estimate()).isBetween(-0.12, -0.08);
        assertThat(find(parts, "net").estimate()).isCloseTo(net, within(HALF_OFF_DIGITS));
        assertThat(find(parts, "net_margin").estimate()).isBetween(30.0, 60.0);
        assertThat(find(parts, "net_margin").note())
                .startsWith("money by promoted period; errors clustered by product");
    }

    @Test
    void saysHowManyPromotionsItNeeds() {
        PromotedSales few = new PromotedSales(weeks(9), 0, 0, List.of());
        IntStream.range(0, 9).forEach(t -> few.add("p", "f", "w" + t, 5, 2, 1, t == 4 ? Terms.PROMOTED : Terms.USUAL));
        assertThat(PromotionEffect.of(few))
                .extracting(PriceEstimate::note)
                .containsExactly(
                        "Cannot estimate: 1 promoted periods that have a usual price beside them; at least 10 are needed");
    }
}

package org.kvartal.reports.section.pricecompetitor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class PriceCompetitorSectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        return PrintedSection.print(new PriceCompetitorSection().write(given.published()));
    }

    /** A rival's product; without a price it is stale. */
    private void price(
            String id, String own, @Nullable Integer ours, @Nullable Integer theirs, boolean compared, double weight) {
        String gap =
                theirs == null ? "null, null" : "ln(" + ours + " / " + theirs + "), " + ours + " / " + theirs + " - 1";
        given.rows(
                "mart.price_position",
                "competitor_product_id, competitor_id, product_id, observed_on, staleness_days, maximum_age_days, stale,"
                        + " competitor_price, promotion, own_price, gap_log, gap_rate, compared, product_compared_count,"
                        + " product_cheaper_count, sales_weight, competitor_sales_weight",
                "('" + id + "', 'c1', '" + own + "', date '2024-12-20', 11, 30, " + (theirs == null) + ", " + theirs
                        + ", false, " + ours + ", " + gap + ", " + compared + ", 1, "
                        + (ours != null && theirs != null && ours > theirs ? 1 : 0)
                        + ", " + weight + ", " + weight + ")");
    }

    private void ownProductWithoutRivals(double weight) {
        given.rows(
                "mart.price_position",
                "product_id, compared, own_price, sales_weight, competitor_sales_weight",
                "('p9', false, 50, " + weight + ", 0)");
    }

    private void names() {
        given.rows("crm.competitors", "competitor_id, name", "('c1', 'Rival')")
                .rows("crm.products", "product_id, name", "('p1', 'Pump'), ('p2', 'Valve')");
    }

    /**
     * ln 1.1 = 0.0953 with weight 300, ln 0.9 = -0.1054 with 100: exp(0.0451) = 1.0462; 400 of 500 are compared. Unweighted
     * sqrt(1.1 * 0.9) - 1 = -0.5 %; s of the logarithms = 0.1419.
     */
    @Test
    void tellsHowWeArePricedWeightedBySales() {
        names();
        price("r1", "p1", 110, 100, true, 300);
        price("r2", "p2", 99, 110, true, 100);
        price("r3", "p1", 300, 100, false, 0);
        price("r5", "p1", 200, null, false, 0);
        ownProductWithoutRivals(100);
        assertThat(printed())
                .startsWith(
                        "On our list prices we stand at +4.6% against rivals, weighted by our sales of the past year; like"
                                + " products stand against 80.0% of these.",
                        "Prices by competitor: our gap to its like products, weighted by our sales, and the part of our sales that it covers",
                        "Rival | +4.6% | 80.0% | 4 | 2 | 1 | 1 | 11",
                        "CAVEAT: 1 of 4 rival prices were never seen, or not for 30 days; they are stale and left empty.")
                .containsSequence(
                        "We are dearer than the mean of the rivals in 1 of the 2 products compared",
                        "Northwind – Own price above (+) or below (−) the rivals' mean in % – 31 Dec 2024, most sold first",
                        "Pump | +10.0%",
                        "Valve | −10.0%",
                        "Price positions, most sold first; rank 1 is the cheapest",
                        "Pump | 110.00 | 100.00 | +10.0% | 2 | 2 | 20 Dec 2024",
                        "Valve | 99.00 | 110.00 | −10.0% | 1 | 2 | 20 Dec 2024",
                        "Over the 2 like products, each counted once, the gap is −0.5% (95% interval −18.3% to +21.1%).",
                        "1 priced products are compared with nothing: substitutes, matches less than 70% sure, or prices more than"
                                + " twice or less than half of ours.");
    }

    private void match(String id, String status, String verdict, int periods, int copied) {
        given.rows(
                "forecast.product_matches",
                "competitor_product_id, competitor_id, status, verdict, period_count, copied_count",
                "('" + id + "', 'c1', '" + status + "', '" + verdict + "', " + periods + ", " + copied + ")");
    }

    @Test
    void tellsWhichMatchesAndPricesAreNotTheRivals() {
        names();
        price("r1", "p1", 110, 100, true, 300);
        match("r1", "given", "like", 10, 4);
        match("r2", "given", "far", 10, 0);
        match("r3", "accepted", "like", 5, 1);
        match("r4", "review", "unmatched", 0, 0);
        match("r4", "review", "unmatched", 0, 0);
        assertThat(printed())
                .contains(
                        "Which rival products stand against ours, and which prices are theirs",
                        "Rival | 2 | 0 | 1 | 1 | 1 | 25 | 5 | 20.0%",
                        "1 rival products are matched by how names, sizes and codes agree, at a threshold that lets one in"
                                + " twenty be wrong; 1 wait for a person's decision and are compared with nothing.",
                        "CAVEAT: 5 of 25 observed prices (20.0%) are our own: equal to the cent, and so at several of our"
                                + " prices or against what that product costs otherwise. They are left out: whether copied by"
                                + " the list or followed by the rival, they would draw every gap towards zero.");
    }

    @Test
    void keepsSilentWhereTheSourceKnowsAllMatches() {
        price("r1", "p1", 110, 100, true, 300);
        match("r1", "given", "like", 10, 0);
        assertThat(printed()).noneMatch(line -> line.contains("which prices are theirs"));
    }

    @Test
    void warnsWhenLittleOfWhatIsSoldCanBeCompared() {
        price("r1", "p1", 110, 100, true, 100);
        ownProductWithoutRivals(900);
        assertThat(printed())
                .contains(
                        "CAVEAT: Only 10.0% of our sales have a rival's price beside them; the level says nothing of the"
                                + " rest.");
    }

    @Test
    void doesNotWeighWhereNothingWasSold() {
        price("r1", "p1", 110, 100, true, 0);
        price("r2", "p2", 99, 110, true, 0);
        assertThat(printed().get(0))
                .isEqualTo(
                        "Over 2 like products we are priced at −0.5% against rivals (95% interval −18.3% to +21.1%).");
    }

    @Test
    void doesNotMeasureWithoutALikeMatch() {
        price("r3", "p1", 300, 100, false, 100);
        assertThat(printed().get(0))
                .isEqualTo(
                        "Not measurable: none of the 1 rival products has a like match and a price that is still valid.");
    }

    @Test
    void tellsHowOldPricesAreByWhereTheyWereSeen() {
        given.rows(
                "mart.price_position",
                "competitor_product_id, origin, observed_on, staleness_days, stale, compared",
                "('a', 'web', date '2024-12-30', 1, false, true), ('b', 'web', date '2024-12-28', 3, false, true),"
                        + " ('c', 'catalogue', date '2024-11-01', 60, true, false), ('d', null, null, null, true, false)");
        assertThat(printed())
                .containsSubsequence(
                        "Age of the rivals' latest prices, by where they were seen",
                        "web | 2 | 0 | 2 | 3 | 30 Dec 2024",
                        "catalogue | 1 | 1 | 60 | 60 | 1 Nov 2024");
    }

    @Test
    void tellsWhatHasChangedSinceTheReportBefore() {
        price("r1", "p1", 110, 100, true, 300);
        given.rows("crm.competitors", "competitor_id, name", "('c1', 'Rival')")
                .rows("crm.competitor_products", "competitor_product_id, name", "('r1', 'Mega')")
                .rows("crm.products", "product_id, name", "('p1', 'Pump')")
                .rows(
                        "forecast.price_versions",
                        "product_id, competitor_product_id, competitor_id, valid_from, price, price_before, promotion,"
                                + " is_news",
                        "('p1', 'r1', 'c1', date '2024-12-20', 90, 100, true, true), ('p1', null, null, date '2024-12-30',"
                                + " 110, 100, null, true), ('p1', null, null, date '2024-01-01', 100, 90, null, false),"
                                + " ('p1', 'r1', 'c1', date '2024-12-25', 90, 90, false, true)");
        assertThat(PrintedSection.print(new PriceCompetitorSection().write(given.publishedAfter("2024-12-30"))))
                .containsSubsequence(
                        "Since the report of 30 Dec 2024, 2 prices have changed: 1 of ours, 1 of rivals, 1 of them downwards.",
                        "Prices changed since 30 Dec 2024, largest changes first",
                        "Mega | Rival | 100.00 | 90.00 | −10.0% | 20 Dec 2024 | yes",
                        "Pump | own | 100.00 | 110.00 | +10.0% | 30 Dec 2024 | no");
    }

    private void index(String scope, String competitor, String name, String month, double value, double roundTrip) {
        given.rows(
                "forecast.price_indices",
                "scope, competitor_id, index_name, month, value, round_trip, matched_items",
                "('" + scope + "', " + competitor + ", '" + name + "', date '" + month + "', " + value + ", "
                        + roundTrip + ", 9)");
    }

    @Test
    void drawsIndicesFromTheFirstMonthThatBothSidesHave() {
        names();
        price("r1", "p1", 110, 100, true, 300);
        index("list", "null", "time-product-dummy", "2024-09-01", 1.0, 1);
        index("list", "null", "time-product-dummy", "2024-10-01", 1.1, 1);
        index("list", "null", "time-product-dummy", "2024-11-01", 1.32, 1);
        index("market", "null", "time-product-dummy", "2024-10-01", 1.0, 1);
        index("market", "null", "time-product-dummy", "2024-11-01", 0.9, 1);
        index("sales", "null", "geks-tornqvist", "2024-10-01", 2.0, 1);
        index("sales", "null", "geks-tornqvist", "2024-11-01", 2.1, 1.002);
        index("sales", "null", "chained-tornqvist", "2024-11-01", 2.2, 1.1);
        index("market", "null", "relative-price", "2024-10-01", 1.02, 1);
        index("market", "null", "relative-price", "2024-11-01", 1.05, 1);
        index("competitor", "'c1'", "relative-price", "2024-11-01", 1.05, 1);
        assertThat(printed())
                .contains(
                        "Since Oct 2024 our list prices moved by +20.0%, those of rivals by −10.0%",
                        "Oct 24 | 100.0 | 100.0 | 100.0",
                        "Nov 24 | 120.0 | 90.0 | 105.0",
                        "The indices of Nov 2024 rest on 9 own products and 9 of rivals that were priced in another month as"
                                + " well.",
                        "Drift test: from the first month to the last and straight back an index has to end at 1. That of our"
                                + " sales (GEKS, 13 months, mean splice) ends at 1.002; chained month by month it would end at"
                                + " 1.100.",
                        "In Nov 2024 our list prices stood at +5.0% against those of all rivals",
                        "Oct 24 | 102.0 | –",
                        "Nov 24 | 105.0 | 105.0");
    }

    @Test
    void tellsWhatPriceDidToBookings() {
        given.rows(
                "mart.sales_bridge",
                "basis, quarter, against, product_id, before_amount, price_amount, volume_amount, mix_amount, amount",
                "('bookings', date '2024-10-01', 'year_before', 'p1', 100, 5, -20, 1, 86)");
        assertThat(printed())
                .contains(
                        "Of the change of bookings against the same days a year before, −€14, price made +€5, volume −€20 and"
                                + " mix +€1; the whole bridge stands in section Result.");
    }

    @Test
    void tellsAgainstWhomWeWin() {
        given.rows("crm.competitors", "competitor_id, name", "('c1', 'Rival'), ('c2', 'Other')")
                .rows(
                        "mart.closed_by_competitor",
                        "month, competitor_id, contested_count, won_count, lost_count, open_count, open_amount",
                        "('2024-12-01', 'c1', 10, 3, 7, 0, 0), ('2024-02-01', 'c2', 4, 2, 2, 0, 0),"
                                + " (null, 'c1', 2, 0, 0, 2, 500.00), ('2024-12-01', null, 6, 3, 3, 0, 0)")
                .rows("mart.closed_by_month", "month, won_count, lost_count", "('2024-12-01', 8, 12)")
                .rows("mart.open_opportunities", "opportunity_id, amount", "('o1', 500.00), ('o2', 100.00)");
        assertThat(printed())
                .startsWith(
                        "When a competitor is met, 35.7% of the closed deals are won (95% interval 16.3% to 61.2%, 14"
                                + " closed).")
                .endsWith(
                        "Allowing for the number compared, none differs from the 40.0% of all deals beyond chance",
                        "Northwind – Win rate when the competitor is met in % – Jan 2024 to Dec 2024, 95% interval",
                        "Rival | 30.0% | 10.8% | 60.3%",
                        "Other | 50.0% | 15.0% | 85.0%",
                        "NO_DATA: What a dearer offer costs in wins needs competitors' offers: no closed deal has one.",
                        "Competitors met, closed in Jan 2024 to Dec 2024 and open now",
                        "Rival | 10 | 3 | 30.0% | 10.8% | 60.3% | 2 | 500",
                        "Other | 4 | 2 | 50.0% | 15.0% | 85.0% | 0 | 0",
                        "All deals, contested or not | 20 | 8 | 40.0% | 21.9% | 61.3% | 2 | 600",
                        "A deal with two competitors counts for each, so the rows do not add up. In 6 of the 20 closed deals"
                                + " no competitor is known.");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(printed())
                .containsExactly(
                        "Not measurable: the data hold neither prices of competitors nor the competitors met in deals.",
                        "NO_DATA: Price positions need crm.competitor_products and crm.competitor_prices. No CRM keeps them:"
                                + " supply them as files, one row for each product of a competitor and one for each price"
                                + " seen.",
                        "NO_DATA: Win rates against competitors need crm.opportunity_competitors: the competitors met in each"
                                + " deal. No source supplies any; map the CRM's field for competitors.");
    }
}

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

    private SectionData price(
            String id, String match, double confidence, String observed, int own, @Nullable Integer rival) {
        String gap = rival == null ? "null, null" : "ln(" + own + " / " + rival + "), " + own + " / " + rival + " - 1";
        return given.rows(
                "mart.price_position",
                "competitor_product_id, competitor_id, product_id, match, match_confidence, observed_on, stale,"
                        + " competitor_price, promotion, own_price, gap_log, gap_rate",
                "('" + id + "', 'c1', 'p1', '" + match + "', " + confidence + ", date '" + observed + "', "
                        + (rival == null) + ", " + rival + ", false, " + own + ", " + gap + ")");
    }

    @Test
    void tellsHowWeArePricedOverLikeProducts() {
        price("r1", "exact", 1.0, "2024-12-20", 110, 100);
        price("r2", "equivalent", 0.9, "2024-12-20", 99, 110);
        price("r3", "substitute", 1.0, "2024-12-20", 300, 100);
        price("r4", "exact", 0.5, "2024-12-20", 200, 100);
        price("r5", "exact", 1.0, "2024-01-20", 200, null);
        given.rows("crm.competitors", "competitor_id, name", "('c1', 'Rival')")
                .rows("crm.competitor_products", "competitor_product_id, name", "('r1', 'Mega'), ('r3', '')")
                .rows("crm.products", "product_id, name", "('p1', 'Pump')");
        // sqrt(1.1 * 0.9) - 1 = -0.5 %; s of the logarithms = 0.1419
        assertThat(printed())
                .startsWith(
                        "Over 2 like products we are priced at −0.5% against rivals (95% interval −18.3% to +21.1%); 1 of 5"
                                + " rival prices are stale.",
                        "We are dearer than 3 of the 4 rival products whose price is known",
                        "Northwind – Own price above (+) or below (−) the rival's in % – 31 Dec 2024, widest gaps",
                        "r3 (Rival) | +200.0%",
                        "r4 (Rival) | +100.0%",
                        "Mega (Rival) | +10.0%",
                        "r2 (Rival) | −10.0%",
                        "Price positions, widest gaps first",
                        "r3 | Rival | Pump | substitute | 300.00 | 100.00 | +200.0% | 20 Dec 2024",
                        "r4 | Rival | Pump | exact | 200.00 | 100.00 | +100.0% | 20 Dec 2024",
                        "Mega | Rival | Pump | exact | 110.00 | 100.00 | +10.0% | 20 Dec 2024",
                        "r2 | Rival | Pump | equivalent | 99.00 | 110.00 | −10.0% | 20 Dec 2024",
                        "r5 | Rival | Pump | exact | 200.00 | – | – | 20 Jan 2024",
                        "2 priced products are left out of the average: substitutes, or matches less than 70% sure.",
                        "CAVEAT: 1 of 5 rival prices were not seen for 60 days; they are stale and left empty.");
    }

    @Test
    void doesNotMeasureWithoutALikeMatch() {
        price("r3", "substitute", 1.0, "2024-12-20", 300, 100);
        assertThat(printed().get(0))
                .isEqualTo(
                        "Not measurable: none of the 1 rival products has a like match with a price seen in the last 60"
                                + " days.");
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

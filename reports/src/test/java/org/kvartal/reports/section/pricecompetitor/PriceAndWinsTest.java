package org.kvartal.reports.section.pricecompetitor;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class PriceAndWinsTest {
    private static final String COLUMNS =
            "method, term, position, gap, estimate, standard_error, low, high, deal_count, instrument, note";

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        given.rows(
                "mart.closed_by_competitor",
                "month, competitor_id, contested_count, won_count, lost_count, open_count, open_amount",
                "('2024-12-01', 'c1', 10, 3, 7, 0, 0)");
        return PrintedSection.print(new PriceCompetitorSection().write(given.published()));
    }

    private void effect(String method, double estimate, String instrument) {
        given.rows(
                "forecast.price_gap_effect",
                COLUMNS,
                "('" + method + "', 'average_marginal_effect', 1, null, " + estimate + ", 0.002, " + (estimate - 0.004)
                        + ", " + (estimate + 0.004) + ", 500, '" + instrument + "', ''),"
                        + "('" + method + "', 'curve', 1, -10.2, 0.5, 0.02, 0.46, 0.54, 500, '', ''),"
                        + "('" + method + "', 'curve', 2, 4.9, 0.3, 0.02, 0.26, 0.34, 500, '', '')");
    }

    private void observed() {
        given.rows(
                "forecast.price_gap_effect",
                COLUMNS,
                "('observed', 'bin', 1, -10.2, 0.4, null, 0.3, 0.5, 200, '', ''),"
                        + "('observed', 'bin', 2, 4.9, 0.35, null, 0.3, 0.4, 300, '', '')");
    }

    private void strength(double f) {
        given.rows(
                "forecast.price_gap_effect",
                COLUMNS,
                "('control-function', 'first_stage_F', 1, null, " + f + ", null, null, null, 500, '', '')");
    }

    @Test
    void tellsWhatMovesThePriceAndWhatTheAssociationHides() {
        effect("association", -0.005, "");
        effect("control-function", -0.012, "own list price");
        observed();
        strength(123.4);
        assertThat(printed())
                .containsSequence(
                        "One percent dearer changes the chance to win by −1.20 pp",
                        "Northwind – Win rate by our offer above the competitor's in % – 36 months, logarithmic gap, AC with"
                                + " 95% interval")
                .contains(
                        "One percent dearer changes the chance to win by −1.20 pp on average (95% interval −1.60 pp to −0.80 pp,"
                                + " 500 closed deals). What moves the price here is own list price (first stage F = 123):"
                                + " discounts that go to weak deals do not blur it. As price and winning went together, it would be"
                                + " −0.50 pp.");
    }

    @Test
    void callsItAnAssociationWhereTheInstrumentIsWeak() {
        effect("association", -0.005, "");
        effect("control-function", -0.012, "own list price");
        observed();
        strength(4);
        assertThat(printed())
                .contains(
                        "One percent dearer goes with −0.50 pp in the chance to win, which is not yet an effect",
                        "CAVEAT: An association, not an effect: discounts go to weak deals, which hides part of what a price"
                                + " does, and nothing is known that moves our price and nothing else.");
    }

    @Test
    void saysWhenDealsAreTooFew() {
        given.rows(
                "forecast.price_gap_effect",
                COLUMNS,
                "('association', 'average_marginal_effect', 1, null, null, null, null, null, 12, '', 'Cannot')");
        assertThat(printed())
                .contains(
                        "NO_DATA: What a dearer offer costs in wins cannot be told from 12 closed deals with a competitor's"
                                + " offer; at least 30 won and 30 lost are needed.");
    }

    @Test
    void listsRivalsReasonsDriversAndPromotions() {
        given.rows("crm.competitors", "competitor_id, name", "('c1', 'Rival')")
                .rows(
                        "forecast.rival_results",
                        "competitor_id, closed_count, open_count, met_rate, mean_gap, gap_count, last_met_on,"
                                + " price_seen_on",
                        "('c1', 10, 2, 0.4, 3.21, 8, '2024-12-01', null), (null, 15, 0, 0.6, null, 0, null, null)")
                .rows(
                        "forecast.lost_reasons",
                        "competitor_id, reason, lost_count, lost_rate, lost_rate_low, lost_rate_high",
                        "(null, 'Price', 6, 0.6, 0.3, 0.8), (null, null, 4, 0.4, 0.2, 0.7), ('c1', 'Price', 3, 1, 0.4, 1)")
                .rows(
                        "forecast.win_drivers",
                        "factor, member, rank, effect, effect_low, effect_high, unit, deal_count, closed_count",
                        "('price gap', '', 1, -0.011, -0.015, -0.007, '1 % above', 900, 2000),"
                                + "('competitor', 'c1', 2, 0.05, -0.01, 0.11, 'compared with none', 400, 2000)")
                .rows(
                        "forecast.price_elasticities",
                        "product_id, method, elasticity, elasticity_low, elasticity_high, note",
                        "(null, 'ols', -1.234, -2, -0.5, 'association: no instrument')")
                .rows(
                        "forecast.promotion_effects",
                        "term, method, estimate, low, high",
                        "('lift', 'ols', 0.5, 0.4, 0.6), ('net', 'ols', 0.2, -0.1, 0.5)");
        assertThat(printed())
                .containsSequence(
                        "What is known of each competitor, most met first",
                        "Rival | 40.0% | +3.2 | Price | 1 Dec 2024 | –",
                        "Why deals were lost in twelve months, as sellers say",
                        "Price | 6 | 60.0% | 30.0% | 80.0%",
                        "not stated | 4 | 40.0% | 20.0% | 70.0%",
                        "What winning went with, all else equal, the most certain first; 36 months",
                        "price gap | 1 % above | −1.1 | −1.5 | −0.7 | 900",
                        "competitor Rival | compared with none | +5.0 | −1.0 | +11.0 | 400")
                .contains(
                        "Over all products the price elasticity of the quantity ordered is −1.23 (95% interval −2.00 to −0.50;"
                                + " association: no instrument).",
                        "lift | +50.0% | +40.0% | +60.0%", "net | +20.0% | −10.0% | +50.0%", "dip | – | – | –");
    }
}

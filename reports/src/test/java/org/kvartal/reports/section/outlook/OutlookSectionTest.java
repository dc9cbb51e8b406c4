package org.kvartal.reports.section.outlook;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class OutlookSectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private SectionData outlook() {
        return given.rows(
                "forecast.quarter_outlook",
                "quarter, first_day, last_day, booked_amount, open_mean, new_mean, mean, p10, p50, p90, open_count,"
                        + " stale_count, undated_count, imputed_count, concentration, evidence, reason",
                "('Q1 2025', '2025-01-01', '2025-03-31', 0.00, 400.00, 100.00, 500.00, 300.00, 480.00, 700.00, 12, 3, 0,"
                        + " 2, 0.45, 'weeks_of_age', 'Hazards by week of age.')");
    }

    private SectionData months(int mean) {
        return given.rows(
                "forecast.series_forecasts",
                "measure, scope, member, month, step, model, reason, mean, lower_80, upper_80",
                "select 'bookings', 'total', '', date '2025-01-01' + to_months(cast(i as integer)), i + 1, 'naive', 'no season', "
                        + mean + ", " + (mean - 50) + ", " + (mean + 50) + " from range(3) t(i)");
    }

    /** Bookings of the months of 2024 as they came, and as they were forecast at the end of the month before. */
    private SectionData past(String measure, int months) {
        return given.rows(
                "forecast.series_backtest",
                "measure, scope, member, month, step, actual, coherent_mean, coherent_lower_80, coherent_upper_80, baseline",
                "select '" + measure
                        + "', 'total', '', date '2024-12-01' - to_months(cast(i as integer)), 1, 100 + i, 110 + i,"
                        + " case when i < 3 then 105 + i else 90 end, 130 + i, 130 + i from range(" + months
                        + ") t(i)");
    }

    private List<String> printed() {
        return PrintedSection.print(
                new OutlookSection().write(given.withMartsOfClosedDeals().published()));
    }

    @Test
    void saysWhereTheQuarterLandsAndHowSureThatIs() {
        outlook();
        months(160);
        past("bookings", 2);
        assertThat(printed())
                .containsExactly(
                        "Q1 2025 will most likely land at €480; eight outcomes in ten lie between €300 and €700.",
                        "Cautious: nine outcomes in ten are higher: €300",
                        "Middle: as likely higher as lower: €480",
                        "Hopeful: one outcome in ten is higher: €700",
                        "What the expected bookings consist of",
                        "Booked | 0 | 0.0%",
                        "Open deals | 400 | 80.0%",
                        "Deals not yet created | 100 | 20.0%",
                        "Expected on average | 500 | 100.0%",
                        "Jan 2025 is expected to book €160; eight outcomes in ten lie between €110 and €210",
                        "Northwind – Bookings in EUR – Nov 2024 to Mar 2025, AC and FC with 80% interval",
                        "Nov 24 | 101 | – | – | –",
                        "Dec 24 | 100 | – | – | –",
                        "Jan 25 | – | 160 | 110 | 210",
                        "Feb 25 | – | 160 | 110 | 210",
                        "Mar 25 | – | 160 | 110 | 210",
                        "Together, Jan 2025 to Mar 2025 add up to €480.",
                        "CAVEAT: 3 of 12 open deals are older than any deal that ever closed; they add nothing to the"
                                + " outlook. Close them or give them a new start.",
                        "CAVEAT: 2 open deals have no amount; each stands in with the amounts won before.",
                        "What could break it: the five largest deals make up 45.0% of the uncertainty of the open deals.",
                        "How the quarter is computed: Hazards by week of age.",
                        "How the months are computed: naive, no season.");
    }

    @Test
    void tellsTheChanceToReachThePlanAndWhatRegionsBring() {
        given.rows(
                        "forecast.quarter_outlook",
                        "quarter, first_day, last_day, booked_amount, open_mean, new_mean, mean, p10, p50, p90,"
                                + " plan_amount, plan_probability, evidence, reason",
                        "('Q1 2025', '2025-01-01', '2025-03-31', 0.00, 400.00, 100.00, 500.00, 300.00, 480.00, 700.00,"
                                + " 600.00, 0.25, 'everything_on_record', 'Hazards.')")
                .rows(
                        "forecast.unit_outlook",
                        "scope, member, booked_amount, open_mean, new_mean, mean, p10, p50, p90",
                        "('region', 'North', 0.00, 300.00, 60.00, 360.00, 200.00, 350.00, 520.00),"
                                + " ('region', '', 0.00, 100.00, 40.00, 140.00, 50.00, 130.00, 260.00),"
                                + " ('product', 'axe', 0.00, 400.00, 100.00, 500.00, 300.00, 480.00, 700.00)");
        assertThat(printed())
                .containsSequence("The plan of €600 is reached with a probability of 25.0%.")
                .containsSequence(
                        "What each region is expected to bring; averages add up, ranges do not",
                        "North | 0 | 360 | 200 | 520",
                        "No region | 0 | 140 | 50 | 260",
                        "All | 0 | 500 | 300 | 700");
    }

    @Test
    void warnsWhenTheMonthsContradictTheQuarter() {
        outlook();
        months(300);
        assertThat(printed())
                .contains(
                        "CAVEAT: The months ahead add up to €900 for Q1 2025, outside the range from €300 to €700. They"
                                + " carry past bookings on; the outlook of the quarter follows the deals that are open and"
                                + " created. Ask what has changed before relying on either.");
    }

    @Test
    void showsEveryMeasureWithItsRange() {
        outlook();
        months(160);
        past("bookings", 12);
        given.rows(
                "forecast.series_forecasts",
                "measure, scope, member, month, step, mean, lower_80, upper_80",
                "('requests', 'total', '', '2025-01-01', 1, 40.4, 30, 50.6), ('order_count', 'total', '', '2025-01-01', 1, 7,"
                        + " 5, 9), ('revenue', 'total', '', '2025-01-01', 1, 70, 50, 90), ('revenue', 'team', 'a',"
                        + " '2025-01-01', 1, 70, 50, 90)");
        assertThat(printed())
                .as("January to March 2024 brought 111, 110 and 109")
                .contains(
                        "Together, Jan 2025 to Mar 2025 add up to €480, +45.5% against the same months a year before.",
                        "Jan 2025 is expected to bring revenue of €70; eight outcomes in ten lie between €50 and €90",
                        "Jan 2025 is expected to bring 7 orders; eight outcomes in ten lie between 5 and 9",
                        "Jan 2025 is expected to bring 40 requests; eight outcomes in ten lie between 30 and 51");
    }

    @Test
    void dividesTheMonthsToComeAmongProducts() {
        outlook();
        months(160);
        given.rows(
                        "forecast.series_forecasts",
                        "measure, scope, member, month, step, mean",
                        "('bookings', 'product', 'a', '2025-01-01', 1, 300), ('bookings', 'product', 'b', '2025-02-01', 2,"
                                + " 170), ('bookings', 'product', '', '2025-03-01', 3, 10), ('demand', 'product', 'a',"
                                + " '2025-01-01', 1, 9999)")
                .rows("crm.products", "product_id, name", "('a', 'Axe'), ('b', 'Saw')")
                .rows(
                        "mart.opportunities_as_of",
                        "opportunity_id, outcome, product_id, amount, close_date",
                        "('1', 'won', 'a', 200.00, date '2024-10-02'), ('2', 'won', 'b', 340.00, date '2024-12-31'),"
                                + " ('3', 'won', 'b', 7.00, date '2024-09-30')");
        assertThat(printed())
                .containsSequence(
                        "What each product is expected to book; the products add up to the total",
                        "Axe | 200 | 300 | +50.0%",
                        "Saw | 340 | 170 | −50.0%",
                        "No product stated | 0 | 10 | –",
                        "All | 540 | 480 | −11.1%");
    }

    @Test
    void listsTheDealsThatCarryTheOutlook() {
        outlook();
        given.rows(
                        "forecast.deal_outlook",
                        "opportunity_id, win_in_quarter",
                        "('o1', 0.5), ('o2', 0.25), ('o3', 0.0), ('o4', 0.9)")
                .rows(
                        "mart.open_opportunities",
                        "opportunity_id, amount",
                        "('o1', 100.00), ('o2', 1000.00), ('o3', 9999.00), ('o4', null)")
                .rows("crm.opportunities", "opportunity_id, name", "('o2', 'Valves')");
        assertThat(printed())
                .containsSequence(
                        "Open deals that carry the outlook",
                        "Valves | not stated | not stated | 1,000 | 25.0% | 250",
                        "o1 | not stated | not stated | 100 | 50.0% | 50",
                        "Total |  |  | 1,100 |  | 300");
    }

    @Test
    void keepsTheTotalOfMoreDealsThanAreListed() {
        outlook();
        given.rows(
                        "forecast.deal_outlook",
                        "opportunity_id, win_in_quarter",
                        "select 'o' || i, 0.5 from range(1, 13) t(i)")
                .rows("mart.open_opportunities", "opportunity_id, amount", "select 'o' || i, i from range(1, 13) t(i)");
        assertThat(printed())
                .containsSequence(
                        "o3 | not stated | not stated | 3 | 50.0% | 2",
                        "All others |  |  | 3 |  | 2", "Total |  |  | 78 |  | 39");
    }

    @Test
    void tellsARefusalWithItsReason() {
        given.rows(
                "forecast.quarter_outlook",
                "quarter, first_day, last_day, booked_amount, evidence, reason",
                "('Q1 2025', '2025-01-01', '2025-03-31', 7.00, 'none', 'Not enough data: 3 closed deals.')");
        var section = new OutlookSection().write(given.published());
        assertThat(section.grade()).isEqualTo(Grade.C);
        assertThat(PrintedSection.print(section))
                .containsExactly(
                        "There is no outlook for Q1 2025: not measurable with these data. Booked so far: €7.",
                        "NO_DATA: Not enough data: 3 closed deals.",
                        "NO_DATA: No month is forecast: the data hold no month of bookings.");
    }

    @Test
    void saysWhatIsMissingWithoutForecasts() {
        assertThat(printed())
                .containsExactly(
                        "No outlook: the forecast of the quarter has not been computed.",
                        "NO_DATA: The outlook is computed from won, lost and open opportunities; no source supplies any in"
                                + " crm.opportunities.");
    }
}

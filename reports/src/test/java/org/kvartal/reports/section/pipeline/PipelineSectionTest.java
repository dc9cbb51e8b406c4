package org.kvartal.reports.section.pipeline;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class PipelineSectionTest {
    private static final String OPEN =
            "opportunity_id, stage, amount, probability, age_days, expected_close_date, overdue,"
                    + " overdue_days, age_limit_days, stuck, stuck_reason";

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        return PrintedSection.print(
                new PipelineSection().write(given.withMartOfStages().published()));
    }

    @Test
    void tellsWhatIsOpenOverdueAndStuck() {
        given.rows(
                        "mart.open_opportunities",
                        OPEN,
                        "('o1', 'Offer', 100.00, 0.5, 20, date '2025-02-01', false, 0, 90, false, null),"
                                + " ('o2', 'Offer', 300.00, 0.2, 100, date '2024-12-01', true, 30, 90, true, 'age'),"
                                + " ('o3', 'Visit', null, 0.1, 40, date '2025-02-01', false, 0, 90, false, null)")
                .rows(
                        "mart.opportunity_ages",
                        "month, outcome, age_from_days, age_to_days, opportunity_count, age_days",
                        "(null, 'open', 0, 30, 1, 20), (null, 'open', 31, null, 2, 140),"
                                + " ('2024-11-01', 'won', 0, 30, 4, 80)")
                .rows("crm.opportunities", "opportunity_id, name, owner_id, stage", "('o2', 'Valves', 'u7', 'Offer')")
                .rows(
                        "mart.plan_by_month",
                        "scope, month, plan_amount, won_amount",
                        "('total', '2025-02-01', 50.00, 0)");
        assertThat(printed())
                .containsExactly(
                        "3 deals worth €400 are open; 75.0% of the amount is past its promised close; 75.0% of the amount is"
                                + " stuck.",
                        "Open deals: 3",
                        "Open amount: €400",
                        "Open amount times stated chance: €110",
                        "Median age of open deals: 40 days (deals won were closed after 20 days on average)",
                        "Open deals cover what the plan misses: 2.0 times (promised for Q1 2025, of a plan of €50)",
                        "Offer holds €400 of the open pipeline",
                        "Northwind – Open amount by stage in EUR – 31 Dec 2024",
                        "Offer | 400",
                        "Visit | 0",
                        "Open pipeline by stage, 31 Dec 2024",
                        "Offer | 2 | 400 | 0 | 1 | 300 | 1 | 300",
                        "Visit | 1 | 0 | 1 | 0 | 0 | 0 | 0",
                        "Total | 3 | 400 | 1 | 1 | 300 | 1 | 300",
                        "1 open deals are older than 90 days, the age by which 95 of 100 wins were closed",
                        "Northwind – Open deals by age in opportunities – 31 Dec 2024",
                        "0 to 30 days | 1",
                        "From 31 days | 2",
                        "Stuck deals: open, or in their stage, for longer than 95 of 100 wins took",
                        "Valves | not stated | u7 | Offer | 100 | age | 30 | 300",
                        "Total |  |  |  |  |  |  | 300");
    }

    @Test
    void doesNotCallAliveWhatCannotBeTold() {
        given.rows("mart.open_opportunities", "opportunity_id, stage, overdue, stuck", "('o1', 'Offer', false, false)")
                .rows("mart.opportunity_ages", "outcome, opportunity_count", "('open', 1)");
        assertThat(printed())
                .contains(
                        "1 deals are open, none with an amount; no promised close is known; whether they are stuck is not"
                                + " measurable.",
                        "Offer holds 1 of the open pipeline",
                        "Open deals cover what the plan misses: – (no plan of Q1 2025 in the data)",
                        "Too few deals were won to tell which age is too old",
                        "Age not known | 1",
                        "NO_DATA: Which deals are stuck is not measurable: too few deals were won to tell how long a deal"
                                + " takes.");
    }

    @Test
    void keepsTheTotalOfMoreStuckDealsThanAreListed() {
        given.rows(
                        "mart.open_opportunities",
                        "opportunity_id, stage, amount, age_days, age_limit_days, stuck, overdue",
                        "select 'o' || lpad(cast(i as varchar), 4, '0'), 'Offer', i, 99, 90, true, false"
                                + " from range(1, 5001) t(i)")
                .rows("mart.opportunity_ages", "outcome, opportunity_count", "('open', 5000)");
        assertThat(printed())
                .containsSequence(
                        "o4991 | not stated | not stated | not stated | 99 | – | – | 4,991",
                        "All others |  |  |  |  |  |  | 12,452,545",
                        "Total |  |  |  |  |  |  | 12,502,500");
    }

    @Test
    void showsWinRatesWithTheirIntervalsAlsoWhenNothingIsOpen() {
        given.rows(
                "mart.closed_by_month",
                "month, region, won_count, lost_count",
                "('2024-12-01', 'East', 30, 70), ('2024-01-01', 'West', 4, 4), ('2023-12-01', 'North', 99, 0)");
        assertThat(printed())
                .containsExactly(
                        "No opportunity is open.",
                        "NO_DATA: The data hold no open opportunity. If the CRM has some, map them to crm.opportunities with"
                                + " the outcome open.",
                        "Allowing for the number compared, none differs from the 31.5% of all deals beyond chance",
                        "Northwind – Win rate by region in % – Jan 2024 to Dec 2024, 95% interval",
                        "East | 30.0% | 21.9% | 39.6%",
                        "West | 50.0% | 21.5% | 78.5%");
    }

    @Test
    void namesARegionWhoseWinRateStandsOut() {
        given.rows(
                "mart.closed_by_month",
                "month, region, won_count, lost_count",
                "('2024-12-01', 'East', 300, 700), ('2024-12-01', 'West', 90, 10)");
        assertThat(printed()).contains("Beyond chance, against 35.5% of all deals: East 30.0%, West 90.0%");
    }
}

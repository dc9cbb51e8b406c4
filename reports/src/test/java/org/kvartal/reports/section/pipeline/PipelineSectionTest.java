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
                        "Stuck deals: in their stage, or open, for longer than 95 of 100, and nothing done for 30 days",
                        "Valves | not stated | u7 | Offer | 100 | – | 300",
                        "Total |  |  |  |  |  | 300",
                        "Open pipeline by stage, 31 Dec 2024",
                        "Offer | 2 | 400 | 0 | 1 | 300 | 1 | 300",
                        "Visit | 1 | 0 | 1 | 0 | 0 | 0 | 0",
                        "Total | 3 | 400 | 1 | 1 | 300 | 1 | 300",
                        "1 open deals are older than 90 days, the age by which 95 of 100 wins were closed",
                        "Northwind – Open deals by age in opportunities – 31 Dec 2024",
                        "0 to 30 days | 1",
                        "From 31 days | 2",
                        "NO_DATA: How fast deals move is not measurable: the data hold no changes of stage.");
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
                        "o4991 | not stated | not stated | not stated | 99 | – | 4,991",
                        "All others |  |  |  |  |  | 12,452,545",
                        "Total |  |  |  |  |  | 12,502,500");
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
                        "NO_DATA: How fast deals move is not measurable: the data hold no changes of stage.",
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

    @Test
    void tellsHowLongDealsStayInAStageAndHowTheyLeaveIt() {
        given.rows(
                        "forecast.stage_model",
                        "stage, position, origin",
                        "('Offer', 2, 'declared'), ('Visit', 1, 'declared')")
                .rows(
                        "forecast.stage_velocity",
                        "stage, exit, stay_count, median_days, median_low_days, median_high_days, within_90",
                        "('Offer', 'any', 40, 31, 25, null, 0.7), ('Offer', 'won', 40, null, null, null, 0.4),"
                                + " ('Offer', 'lost', 40, null, null, null, 0.3), ('Visit', 'any', 60, 8, 6, 11, 0.9),"
                                + " ('Visit', 'advance', 60, 9, 7, 12, 0.8), ('Visit', 'lost', 60, null, null, null, 0.1)")
                .rows(
                        "forecast.stage_conformance",
                        "kind, stage, times_count, checked_count",
                        "('skipped', 'Visit', 3, 100), ('skipped', 'Offer', 2, 100), ('backward', 'Visit', 1, 100)");
        assertThat(printed())
                .containsSequence(
                        "Time in a stage, the deals still in it reckoned in; how stays end within 90 days",
                        "Visit | 60 | 8 | 6 | 11 | 80.0% | 0.0% | 0.0% | 10.0%",
                        "Offer | 40 | 31 | 25 | – | 0.0% | 0.0% | 40.0% | 30.0%",
                        "Of 100 deals whose stages are known, required stages were skipped 5 times, deals went back 1 times"
                                + " and entered a stage again 0 times; the order of stages is the declared one.");
    }

    @Test
    void tellsWhatBecameOfPromisesAndCohorts() {
        given.rows(
                        "mart.slippage_by_quarter",
                        "quarter, owner_id, finished, promised_count, won_count, lost_count, slipped_count,"
                                + " promised_amount, won_amount, lost_amount, slipped_amount",
                        "('2024-10-01', 'u1', true, 4, 1, 1, 2, 400, 100, 100, 200),"
                                + " ('2024-10-01', 'u2', true, 1, 1, 0, 0, 100, 100, 0, 0),"
                                + " ('2024-07-01', 'u1', true, 2, 2, 0, 0, 20, 20, 0, 0)")
                .rows(
                        "mart.promises",
                        "opportunity_id, outcome, amount, push_count, push_days",
                        "('o1', 'open', 50.00, 3, 90), ('o2', 'open', 70.00, 1, 10), ('o3', 'open', 70.00, 0, 0),"
                                + " ('o4', 'won', 70.00, 5, 100)")
                .rows(
                        "mart.conversion_by_cohort",
                        "created_month, created_count, won_count, open_count, watched_90_count, won_within_90_count",
                        "('2024-11-01', 10, 1, 8, 0, 0), ('2024-07-01', 10, 3, 1, 10, 2), ('2024-08-01', 10, 2, 2, 10, 1)");
        assertThat(printed())
                .containsSequence(
                        "What came of the deals promised for a quarter at its start",
                        "Q4 2024 | 5 | 2 | 1 | 2 | 500 | 200 | 40.0%",
                        "Q3 2024 | 2 | 2 | 0 | 0 | 20 | 0 | 0.0%",
                        "The promised close of 2 of 3 open deals was put off, by 50 days in the median; 1 of them were put off"
                                + " three times or more, worth €50.",
                        "Deals by the quarter of their creation, as they stand now",
                        "Q4 2024 | 10 | 1 | 80.0% | 10.0% | –",
                        "Q3 2024 | 20 | 5 | 15.0% | 25.0% | 15.0%");
    }

    @Test
    void tellsWhatBecameOfOffers() {
        given.rows(
                "mart.offers",
                "offer_key, first_sent_date, state, amount, list_amount, discount_amount, order_count, order_days",
                "('a', date '2024-10-01', 'accepted', 90.00, 100.00, 10.00, 1, 20),"
                        + " ('b', date '2024-12-31', 'open', 50.00, null, null, 0, null),"
                        + " ('c', date '2024-11-01', 'rejected', 100.00, 100.00, 0.00, 0, null),"
                        + " ('d', date '2024-11-01', 'accepted', 60.00, null, null, 2, 30),"
                        + " ('e', date '2023-11-01', 'accepted', 60.00, null, null, 2, 30)");
        assertThat(printed())
                .containsSequence(
                        "Offers by the quarter in which they were first sent, as they stand now",
                        "Q4 2024 | 4 | 300 | 1 | 50.0% | 25 | 5.0%");
    }

    @Test
    void callsARankingThatChanceExplainsNoise() {
        given.rows(
                "forecast.win_rate_rankings",
                "dimension, member_count, closed_count, spread, p, verdict",
                "('owner', 12, 400, 0.011, 0.42, 'noise'), ('source', 4, 400, 0.08, 0.001, 'different'),"
                        + " ('region', 1, 400, null, null, 'too few')");
        assertThat(printed())
                .containsSequence(
                        "Does ranking by win rate say anything? Deals closed in twelve months",
                        "Owner | 12 | 400 | 1.1% | 42.0% | noise",
                        "Region | 1 | 400 | – | – | not measurable",
                        "Source | 4 | 400 | 8.0% | 0.1% | more than noise");
    }

    @Test
    void holdsPromisesOfTheComingQuartersAgainstTheirPlans() {
        given.rows(
                        "mart.open_opportunities",
                        "opportunity_id, stage, amount, expected_close_date, stuck, overdue",
                        "('o1', 'Offer', 90.00, date '2025-02-01', false, false),"
                                + " ('o2', 'Offer', 10.00, date '2025-05-01', false, false)")
                .rows("mart.opportunity_ages", "outcome, opportunity_count", "('open', 2)")
                .rows(
                        "mart.plan_by_month",
                        "scope, month, plan_amount, won_amount",
                        "('total', '2025-02-01', 50.00, 20.00), ('total', '2025-05-01', 40.00, 0),"
                                + " ('region:East', '2025-05-01', 40.00, 0)");
        assertThat(printed())
                .containsSequence(
                        "Does what is promised cover what the plan misses?",
                        "Q1 2025 | 50 | 20 | 90 | 3.0",
                        "Q2 2025 | 40 | 0 | 10 | 0.3");
    }
}

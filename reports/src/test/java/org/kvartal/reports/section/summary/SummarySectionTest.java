package org.kvartal.reports.section.summary;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

/** Each rule is given data on both sides of its threshold: the sentence flips. */
class SummarySectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    /** Deals of 1,000 closed one a day from a date on. */
    private SummarySectionTest closed(int count, String outcome, String from) {
        given.rows(
                "mart.opportunities_as_of",
                "opportunity_id, outcome, region, amount, close_date",
                "select '" + from + outcome + "' || i, '" + outcome + "', 'East', 1000, date '" + from
                        + "' + cast(i % 80 as integer) from range(" + count + ") t(i)");
        return this;
    }

    private List<String> printed() {
        return PrintedSection.print(new SummarySection()
                .write(given.withMartsOfClosedDeals().withMartOfStages().published()));
    }

    /** The sentences of a block behind its heading, in their order. */
    private String block(String topic) {
        return topic + ": "
                + printed().stream()
                        .filter(line -> line.startsWith(topic + ": "))
                        .map(line -> line.substring(topic.length() + 2))
                        .collect(Collectors.joining(" "));
    }

    private void plan(int amount) {
        given.rows(
                "mart.plan_by_month",
                "scope, month, plan_amount, won_amount",
                "('total', '2024-12-01', " + amount + ", 100000), ('total', '2025-01-01', 5000, 0)");
    }

    private void outlook(int p10, int p50, int p90, int open, int created) {
        given.rows(
                "forecast.quarter_outlook",
                "quarter, first_day, last_day, booked_amount, open_mean, new_mean, p10, p50, p90, evidence, reason",
                "('Q1 2025', '2025-01-01', '2025-03-31', 0.00, " + open + ", " + created + ", " + p10 + ", " + p50
                        + ", " + p90 + ", 'weeks_of_age', 'By age.')");
    }

    @Test
    void opensWithFiveFiguresAndFourBlocks() {
        closed(100, "won", "2024-10-01").closed(300, "lost", "2024-10-01");
        plan(90000);
        outlook(4000, 6000, 8000, 5000, 1000);
        assertThat(printed())
                .containsExactly(
                        "€100 k was booked in Q4 2024; Q1 2025 heads for €6,000, between €4,000 and €8,000 in eight outcomes"
                                + " of ten.",
                        "Booked in Q4 2024: €100 k (nothing earlier to compare it with)",
                        "Outlook for Q1 2025: €6,000 (€4,000 to €8,000 in eight outcomes of ten)",
                        "Win rate in Q4 2024: 25.0% (95% interval 21.0% to 29.5%, 400 closed)",
                        "Open deals: 0 (none has an amount)",
                        "Stuck deals: 0 (of 0 open)",
                        "Successes: Q4 2024 reached its plan: €100 k booked of €90.0 k planned, 111.1% of it.",
                        "Failures: Nothing stands out: no failure goes beyond chance.",
                        "Future needs: Nothing stands out: no number asks for more than is done.",
                        "Growth: Growth over a year is not measurable yet: the data begin on 1 Oct 2024, and two full years"
                                + " are needed.",
                        "Decisions asked: None: no finding asks for a decision.");
    }

    @Test
    void countsAMissedPlanAsAFailure() {
        closed(100, "won", "2024-10-01");
        plan(200000);
        assertThat(block("Failures"))
                .isEqualTo("Failures: Q4 2024 missed its plan: €100 k booked of €200 k planned, 50.0% of it.");
    }

    @Test
    void asksForAPlanWhenThereIsNone() {
        closed(100, "won", "2024-10-01");
        assertThat(block("Future needs"))
                .isEqualTo("Future needs: The data hold no plan of the whole for Q4 2024: supply crm.plans, so that the"
                        + " result can be judged.");
    }

    @Test
    void countsAnOutlookAboveThePlanAsASuccess() {
        closed(100, "won", "2024-10-01");
        plan(1);
        outlook(5001, 6000, 8000, 6000, 0);
        assertThat(block("Successes"))
                .endsWith("Q1 2025 heads above its plan of €5,000: nine outcomes in ten exceed €5,001.");
    }

    @Test
    void countsAnOutlookBelowThePlanAsAFailure() {
        closed(100, "won", "2024-10-01");
        plan(1);
        outlook(1000, 2000, 4999, 2000, 0);
        assertThat(block("Failures"))
                .isEqualTo("Failures: Q1 2025 heads below its plan of €5,000: nine outcomes in ten stay under €4,999.");
    }

    @Test
    void leavesAnOutlookAroundThePlanOpen() {
        closed(100, "won", "2024-10-01");
        plan(1);
        outlook(3000, 4500, 6000, 4500, 0);
        assertThat(block("Future needs"))
                .isEqualTo(
                        "Future needs: The plan of €5,000 for Q1 2025 is open: the middle outcome is €4,500, the range"
                                + " €3,000 to €6,000.");
        assertThat(block("Failures")).isEqualTo("Failures: Nothing stands out: no failure goes beyond chance.");
    }

    @Test
    void findsARiseOfBookingsAndOfTheWinRate() {
        closed(100, "won", "2023-10-01").closed(300, "lost", "2023-10-01");
        closed(200, "won", "2024-10-01").closed(300, "lost", "2024-10-01");
        assertThat(block("Successes"))
                .isEqualTo(
                        "Successes: The win rate rose to 40.0% in Q4 2024 (95% interval 35.8% to 44.4%, 500 deals closed)"
                                + " from 25.0% in Q4 2023. Bookings of Q4 2024 rose to €200 k, +100.0% on Q4 2023 (95% interval +57.3%"
                                + " to +154.3%).");
    }

    @Test
    void findsAFallOfBookingsAndOfTheWinRate() {
        closed(200, "won", "2023-10-01").closed(300, "lost", "2023-10-01");
        closed(100, "won", "2024-10-01").closed(300, "lost", "2024-10-01");
        assertThat(block("Failures"))
                .isEqualTo(
                        "Failures: Bookings of Q4 2024 fell to €100 k, −50.0% on Q4 2023 (95% interval −60.7% to −36.4%)."
                                + " The win rate fell to 25.0% in Q4 2024 (95% interval 21.0% to 29.5%, 400 deals closed) from 40.0%"
                                + " in Q4 2023.");
        assertThat(block("Successes")).isEqualTo("Successes: Nothing stands out: no success goes beyond chance.");
    }

    @Test
    void findsNothingInsideNoise() {
        closed(100, "won", "2023-10-01").closed(300, "lost", "2023-10-01");
        closed(115, "won", "2024-10-01").closed(300, "lost", "2024-10-01");
        assertThat(block("Successes")).isEqualTo("Successes: Nothing stands out: no success goes beyond chance.");
        assertThat(block("Failures")).isEqualTo("Failures: Nothing stands out: no failure goes beyond chance.");
    }

    @Test
    void measuresGrowthOverTwoFullYears() {
        closed(100, "won", "2023-01-01").closed(300, "won", "2024-02-01");
        assertThat(block("Growth"))
                .isEqualTo(
                        "Growth: Bookings of the last twelve months grew to €300 k, +200.0% on the twelve before (95%"
                                + " interval +139.2% to +276.2%).");
    }

    @Test
    void doesNotProveGrowthInsideNoise() {
        closed(100, "won", "2023-01-01").closed(90, "won", "2024-02-01");
        assertThat(block("Growth"))
                .isEqualTo(
                        "Growth: Bookings of the last twelve months came to €90.0 k, −10.0% on the twelve before (95%"
                                + " interval −32.3% to +19.7%): growth is not proven.");
    }

    @Test
    void namesARegionThatWinsLess() {
        closed(300, "won", "2024-09-01").closed(300, "lost", "2024-09-01");
        given.rows(
                "mart.opportunities_as_of",
                "opportunity_id, outcome, region, amount, close_date",
                "select 'w' || i, case when i < 20 then 'won' else 'lost' end, 'West', 1000, date '2024-11-01' from"
                        + " range(100) t(i)");
        assertThat(block("Failures"))
                .isEqualTo(
                        "Failures: West wins only 20.0% of its deals (95% interval 13.3% to 28.9%, 100 closed in Jan 2024"
                                + " to Dec 2024), against 45.7% of all deals.");
    }

    @Test
    void namesTheRivalThatWeLoseTo() {
        closed(300, "won", "2024-09-01").closed(300, "lost", "2024-09-01");
        given.rows("crm.competitors", "competitor_id, name", "('c1', 'Rival')")
                .rows(
                        "mart.closed_by_competitor",
                        "month, competitor_id, won_count, lost_count",
                        "('2024-12-01', 'c1', 10, 90)");
        assertThat(block("Failures"))
                .isEqualTo(
                        "Failures: When Rival is met, only 10.0% of the deals are won (95% interval 5.5% to 17.4%, 100"
                                + " closed in Jan 2024 to Dec 2024), against 50.0% of all deals.");
    }

    private void open(int stuck, int overdue) {
        closed(1, "lost", "2024-10-01");
        plan(1);
        given.rows(
                "mart.open_opportunities",
                "opportunity_id, stage, amount, stuck, overdue",
                "select 'o' || i, 'Offer', 10, i < " + stuck + ", i < " + overdue + " from range(10) t(i)");
    }

    @Test
    void callsAFifthOfThePipelineStuckAFailure() {
        open(2, 0);
        assertThat(block("Failures"))
                .endsWith(
                        "2 of 10 open deals are stuck, 20.0% of the open amount: close them, or give them a next step.");
    }

    @Test
    void bearsATenthOfThePipelineStuck() {
        open(1, 2);
        assertThat(block("Failures")).doesNotContain("stuck");
        assertThat(block("Future needs"))
                .isEqualTo("Future needs: Nothing stands out: no number asks for more than is done.");
    }

    @Test
    void asksForNewDatesWhenThreeInTenAreOverdue() {
        open(0, 3);
        assertThat(block("Future needs"))
                .isEqualTo(
                        "Future needs: 3 of 10 open deals are past their promised close and need a new date or an end.");
    }

    @Test
    void asksForDealsWhenHalfOfTheOutlookIsNotCreated() {
        closed(100, "won", "2024-10-01");
        plan(1);
        outlook(5000, 6000, 8000, 3000, 3000);
        assertThat(block("Future needs"))
                .isEqualTo(
                        "Future needs: 50.0% of what Q1 2025 is expected to book rests on deals that are not created yet:"
                                + " the pipeline has to be filled.");
    }

    @Test
    void asksWhyTheForecastsContradictEachOther() {
        closed(100, "won", "2024-10-01");
        plan(1);
        outlook(5000, 6000, 8000, 6000, 0);
        given.rows(
                "forecast.series_forecasts",
                "measure, scope, month, mean",
                "select 'bookings', 'total', date '2025-01-01' + to_months(cast(i as integer)), 3000 from range(3) t(i)");
        assertThat(block("Future needs"))
                .isEqualTo(
                        "Future needs: The months of the past carried on give €9,000 for Q1 2025, outside the range from"
                                + " €5,000 to €8,000 that the deals give: find out what has changed.");
    }

    private void prices(int count, String gaps) {
        closed(1, "lost", "2024-10-01");
        plan(1);
        given.rows(
                "mart.price_position",
                "competitor_product_id, match, stale, compared, gap_log, gap_rate",
                "select 'r' || i, 'exact', false, true, " + gaps + ", exp(" + gaps + ") - 1 from range(" + count
                        + ") t(i)");
    }

    @Test
    void asksForADecisionWhenWeAreDearerBeyondNoise() {
        prices(6, "0.1 + i * 0.001");
        assertThat(block("Future needs"))
                .isEqualTo(
                        "Future needs: We are priced at +10.8% against rivals over 6 like products (95% interval +10.6% to"
                                + " +11.0%): decide whether price or value is to answer.");
    }

    @Test
    void doesNotCallAWideSpreadOfPricesDear() {
        prices(6, "-0.9 + i * 0.4");
        assertThat(block("Future needs"))
                .isEqualTo("Future needs: Nothing stands out: no number asks for more than is done.");
    }

    private void requests(int opened, int resolved, double mark) {
        closed(1, "lost", "2024-10-01");
        given.rows(
                "mart.request_handling",
                "request_id, opened_month, ended_month, resolved_month, censored, satisfaction",
                "select 'n' || i, date '2024-11-01', case when i < " + resolved
                        + " then date '2024-12-01' end as ended_month, ended_month, i >= " + resolved
                        + ", case when i < " + resolved + " then " + mark + " + i % 2 end from range("
                        + opened
                        + ") t(i)");
        given.rows(
                "mart.request_handling",
                "request_id, opened_month, ended_month, resolved_month, censored, satisfaction",
                "select 'b' || i, date '2024-08-01', date '2024-08-01', date '2024-08-01', false, 3 + i % 2 from range(40) t(i)");
    }

    @Test
    void callsAGrowingBacklogAndFallingMarksFailures() {
        requests(100, 60, 2);
        assertThat(block("Failures"))
                .isEqualTo(
                        "Failures: Customers' satisfaction fell to 2.50 of 5 (95% interval 2.37 to 2.63, 60 marks in Q4"
                                + " 2024) from 3.50 in Q3 2024. 100 service requests came in during the quarter and 60 ended: the"
                                + " backlog grew to 40.");
    }

    @Test
    void callsRisingMarksASuccess() {
        requests(60, 60, 4);
        assertThat(block("Successes"))
                .isEqualTo(
                        "Successes: Customers' satisfaction rose to 4.50 of 5 (95% interval 4.37 to 4.63, 60 marks in Q4"
                                + " 2024) from 3.50 in Q3 2024.");
        assertThat(block("Failures")).isEqualTo("Failures: Nothing stands out: no failure goes beyond chance.");
    }

    @Test
    void asksForTrainingBelowFourInFive() {
        closed(1, "lost", "2024-10-01");
        plan(1);
        given.rows("mart.training_register", "training_id", "('t1')")
                .rows("mart.training_coverage", "headcount, trained_count, untrained_count", "(9, 7, 2)");
        assertThat(block("Future needs"))
                .isEqualTo("Future needs: 2 of 9 persons who work with the CRM have not been trained.");
    }

    @Test
    void asksToMendOpportunitiesThatBreakRules() {
        closed(1, "lost", "2024-10-01");
        plan(1);
        given.rows("quality.row_balance", "\"table\", read_count, quarantined_count", "('opportunities', 100, 6)");
        assertThat(block("Future needs"))
                .isEqualTo(
                        "Future needs: 0 of 100 opportunities break a rule and 6 were rejected: mend them in the CRM, the"
                                + " section on data quality lists them.");
    }

    @Test
    void saysWhatIsMissingWithoutOpportunities() {
        assertThat(printed())
                .containsExactly(
                        "Nothing can be reported: the data hold no opportunity.",
                        "NO_DATA: No source supplies crm.opportunities; all but the section on data quality rests on it.");
    }
}

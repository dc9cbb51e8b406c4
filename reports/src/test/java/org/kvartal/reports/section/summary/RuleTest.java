package org.kvartal.reports.section.summary;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.publish.PublishedTables;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

/** Each rule is given data on both sides of its threshold, and noise: the sentence flips, and noise gives none. */
class RuleTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private Optional<Finding> judged(Rule rule) {
        return rule.judge(given.published());
    }

    private String said(Rule rule) {
        return judged(rule)
                .map(finding -> finding.topic() + " " + PrintedSection.print(finding.sentence()))
                .orElse("");
    }

    private String asked(Rule rule) {
        return judged(rule).stream()
                .flatMap(finding -> finding.asked().stream())
                .map(PrintedSection::print)
                .reduce("", String::concat);
    }

    private RuleTest promises(String quarter, int due, double kept, double half) {
        given.rows(
                "forecast.request_promises",
                "\"grouping\", quarter, first_day, due_count, kept_share, low, high, open_late_count",
                "('total', 'q', '" + quarter + "', " + due + ", " + kept + ", " + (kept - half) + ", " + (kept + half)
                        + ", 7)");
        return this;
    }

    @Test
    void saysThatFewerPromisesWereKept() {
        promises("2024-07-01", 500, 0.9, 0.02).promises("2024-10-01", 400, 0.8, 0.03);
        assertThat(said(new PromiseRule()))
                .isEqualTo(
                        "FAILURE Only 80.0% of the 400 service promises due this quarter were kept (95% interval 77.0% to"
                                + " 83.0%), fewer than the 90.0% of the quarter before.");
        assertThat(asked(new PromiseRule()))
                .isEqualTo(
                        "Decide whether service gets help or customers get other promises: 7 requests are open and late.");
    }

    @Test
    void saysThatMorePromisesWereKept() {
        promises("2024-07-01", 500, 0.8, 0.02).promises("2024-10-01", 400, 0.9, 0.03);
        assertThat(said(new PromiseRule())).startsWith("SUCCESS 90.0% of the 400 service promises");
    }

    @Test
    void saysNothingOfPromisesWithinNoise() {
        promises("2024-07-01", 500, 0.9, 0.02).promises("2024-10-01", 400, 0.87, 0.03);
        assertThat(said(new PromiseRule())).isEmpty();
    }

    @Test
    void saysNothingOfPromisesWithoutAQuarterBefore() {
        promises("2024-10-01", 400, 0.5, 0.03);
        assertThat(said(new PromiseRule())).isEmpty();
    }

    private void slipped(int slipped, int promised) {
        given.rows(
                "mart.slippage_by_quarter",
                "quarter, owner_id, finished, promised_count, slipped_count, slipped_amount",
                "('2024-07-01', 'u1', true, " + promised + ", " + slipped
                        + ", 1000), ('2024-04-01', 'u1', true, 10, 10, 9),"
                        + " ('2024-10-01', 'u1', false, 10, 10, 9)");
    }

    @Test
    void saysThatPromisedDealsSlipped() {
        slipped(45, 100);
        assertThat(said(new SlippageRule()))
                .isEqualTo(
                        "FAILURE 45.0% of the 100 deals promised for the last finished quarter were still open at its end"
                                + " (95% interval 35.6% to 54.8%): €1,000 came later or not at all.");
    }

    @Test
    void saysNothingOfSlippageThatChanceExplains() {
        slipped(5, 11);
        assertThat(said(new SlippageRule())).isEmpty();
    }

    private void offers(String day, int count, String discount) {
        given.rows(
                "mart.offers",
                "offer_key, last_sent_date, list_amount, discount_amount",
                "select '" + day + "' || i, date '" + day + "', 1000, " + discount + " from range(" + count + ") t(i)");
    }

    @Test
    void saysThatDiscountsDeepened() {
        offers("2024-08-01", 50, "90 + i % 3");
        offers("2024-11-01", 50, "140 + i % 3");
        assertThat(said(new DiscountRule()))
                .isEqualTo(
                        "FAILURE Offers of the quarter are discounted by 14.1% on average (95% interval 14.1% to 14.1%), up"
                                + " from 9.1% in the quarter before.");
        assertThat(asked(new DiscountRule()))
                .isEqualTo(
                        "Decide who may grant discounts, and how deep: €7,049 was given away in the offers of the quarter.");
    }

    @Test
    void saysThatDiscountsShrank() {
        offers("2024-08-01", 50, "140 + i % 3");
        offers("2024-11-01", 50, "90 + i % 3");
        assertThat(said(new DiscountRule())).startsWith("SUCCESS");
    }

    @Test
    void saysNothingOfDiscountsThatScatter() {
        offers("2024-08-01", 50, "i % 10 * 20");
        offers("2024-11-01", 50, "15 + i % 10 * 20");
        assertThat(said(new DiscountRule())).isEmpty();
    }

    @Test
    void saysNothingOfFewDiscounts() {
        offers("2024-08-01", 29, "90 + i % 3");
        offers("2024-11-01", 50, "140 + i % 3");
        assertThat(said(new DiscountRule())).isEmpty();
    }

    private void stock(double missing) {
        given.rows(
                "mart.stock_cover",
                "product_id, on_hand_units, open_units, expected_units, out_of_stock, short_units",
                "('p1', 10, 30, " + (10 + missing) + ", false, " + missing + "), ('p2', 10, 5, 3, false, 0)");
    }

    @Test
    void saysThatStockIsShort() {
        stock(4);
        assertThat(said(new StockRule()))
                .isEqualTo(
                        "NEED Of 1 of 2 products in stock, less is on hand than open deals are expected to sell; 4 units"
                                + " are missing.");
    }

    @Test
    void saysNothingOfAFractionOfAUnit() {
        stock(0.4);
        assertThat(said(new StockRule())).isEmpty();
    }

    private void customers(int gone) {
        given.rows(
                "mart.customer_scorecard",
                "account_id, amount, amount_before, alive",
                "select 'a' || i, case when i < " + gone + " then 0 else 900 end, 1000, case when i < " + gone
                        + " then 0.1 else 0.9 end from range(100) t(i)");
    }

    @Test
    void saysWhichPartOfSalesSeemsGone() {
        customers(6);
        assertThat(said(new ChurnRule()))
                .isEqualTo(
                        "FAILURE 6 customers are more likely gone than not; they had 6.0% of the sales of the twelve months"
                                + " before.");
        assertThat(asked(new ChurnRule()))
                .isEqualTo(
                        "Decide who calls the 6 customers that seem gone: they bought for €6,000 in the twelve months before.");
    }

    @Test
    void saysNothingOfFewCustomersThatLeave() {
        customers(4);
        assertThat(said(new ChurnRule())).isEmpty();
    }

    private void use(double low, double high) {
        given.rows(
                        "forecast.adoption_units",
                        "scope, team_id, state, change, low, high",
                        "('team', 't1', 'dropped', -0.2, " + low + ", " + high
                                + "), ('team', 't2', 'steady', -0.1, -0.2, 0.1)")
                .rows("forecast.adoption_people", "user_id, state", "('u1', 'dropped'), ('u2', 'steady')");
    }

    @Test
    void saysThatTheCrmIsUsedLess() {
        use(-0.3, -0.1);
        assertThat(said(new AdoptionRule()))
                .isEqualTo(
                        "FAILURE The CRM is used less in 1 teams and after 0 courses, beyond chance; the deepest drop is"
                                + " −20.0 pp of the working days with use.");
        assertThat(asked(new AdoptionRule())).contains("1 persons whose use dropped");
    }

    @Test
    void saysNothingOfUseWithinNoise() {
        use(-0.4, 0.0);
        assertThat(said(new AdoptionRule())).isEmpty();
    }

    private void outcomes(int within, int all) {
        given.rows(
                "forecast.outlook_backtest",
                "method, origin, last_day, p50, actual, rank",
                "select 'outlook', date '2020-01-01' + cast(i as integer), date '2024-09-30', 100, 150, case when i < "
                        + within + " then 0.5 else 0.99 end from range(" + all + ") t(i)");
    }

    @Test
    void saysThatTheForecastHeldTooSeldom() {
        outcomes(5, 12);
        assertThat(said(new ForecastRule()))
                .isEqualTo(
                        "FAILURE Only 5 of 12 past outcomes fell into the range of eight in ten that was forecast: the range"
                                + " is too narrow.");
        assertThat(asked(new ForecastRule()))
                .isEqualTo(
                        "Decide what reserve to plan with: outcomes missed the middle of the forecast by €50 on average.");
    }

    @Test
    void saysNothingOfAForecastThatHadBadLuck() {
        outcomes(8, 12);
        assertThat(said(new ForecastRule())).isEmpty();
    }

    private void course(String verdict, double change, double low, double high, double before) {
        given.rows(
                "forecast.training_verdicts",
                "programme, outcome, is_headline, verdict, change, change_low, change_high, pre_trend_p_value",
                "('Diagnosis', 'handling_time', true, '" + verdict + "', " + change + ", " + low + ", " + high + ", "
                        + before + ")");
    }

    @Test
    void saysThatACourseMadePeopleFaster() {
        course("fell", -0.2, -0.3, -0.1, 0.6);
        assertThat(said(new TrainingRule()))
                .isEqualTo(
                        "SUCCESS Since the course Diagnosis, those trained handle requests faster than they would have:"
                                + " −20.0% (95% interval −30.0% to −10.0%).");
    }

    @Test
    void saysThatACourseMadePeopleSlower() {
        course("rose", 0.2, 0.1, 0.3, 0.6);
        assertThat(said(new TrainingRule())).startsWith("FAILURE");
    }

    @Test
    void saysNothingOfACourseWithoutEvidenceOrWithATrendBefore() {
        course("no evidence", -0.2, -0.5, 0.1, 0.6);
        assertThat(said(new TrainingRule())).isEmpty();
        given.change("forecast.training_verdicts", "delete from forecast.training_verdicts");
        course("fell", -0.2, -0.3, -0.1, 0.01);
        assertThat(said(new TrainingRule())).isEmpty();
    }

    private void goal(double target, String dueOn) {
        given.rows(
                        "crm.goals",
                        "goal_id, goal, metric, window_months, target, better, set_on, due_on, owner",
                        "('g1', 'Win a third', 'win_rate', 3, " + target + ", 'higher', '2024-01-01', '" + dueOn
                                + "', 'Head of Sales')")
                .rows("mart.closed_by_month", "month, won_count, lost_count", "('2024-11-01', 30, 70)");
    }

    @Test
    void saysWhichGoalWasMissedAndAsksItsOwner() {
        goal(0.33, "2024-12-31");
        assertThat(said(GoalRule.missed()))
                .isEqualTo("FAILURE The goal “Win a third” was missed: 30.0%, where 33.0% was to be.");
        assertThat(asked(GoalRule.missed()))
                .isEqualTo(
                        "Decide whether the goal “Win a third” gets a new day or is given up; Head of Sales answers for it.");
        assertThat(said(GoalRule.reached())).isEmpty();
    }

    @Test
    void saysWhichGoalIsReached() {
        goal(0.30, "2024-12-31");
        assertThat(said(GoalRule.reached()))
                .isEqualTo("SUCCESS The goal “Win a third” is reached: 30.0%, where 30.0% was to be.");
        assertThat(said(GoalRule.missed())).isEmpty();
    }

    @Test
    void saysNothingOfGoalsThatAreNotDue() {
        goal(0.33, "2025-01-01");
        assertThat(said(GoalRule.missed())).isEmpty();
        assertThat(said(GoalRule.reached())).isEmpty();
    }

    private void decision(String dueOn, String takenOn) {
        given.rows(
                "crm.decisions",
                "decision_id, decision, asked_on, owner, due_on, taken_on",
                "('d1', 'Cap discounts', '2024-09-01', 'Head of Sales', '" + dueOn + "', " + takenOn + ")");
    }

    @Test
    void saysThatADecisionIsOverdue() {
        decision("2024-12-17", "null");
        assertThat(said(new LateDecisionRule()))
                .isEqualTo(
                        "NEED A decision is overdue since 17 Dec 2024, for 14 days: “Cap discounts”; Head of Sales is to"
                                + " decide.");
        given.change("crm.decisions", "update crm.decisions set taken_on = date '2025-01-01'");
        assertThat(said(new LateDecisionRule()))
                .as("taken after the date of the report")
                .isNotEmpty();
    }

    @Test
    void saysNothingOfADecisionThatIsTakenOrNotDue() {
        decision("2024-12-31", "null");
        assertThat(said(new LateDecisionRule())).isEmpty();
        given.change(
                "crm.decisions", "update crm.decisions set due_on = date '2024-10-01', taken_on = date '2024-12-31'");
        assertThat(said(new LateDecisionRule())).isEmpty();
    }

    @Test
    void saysNothingOfEmptyTables() {
        assertThat(PageOne.read(given.published()).judged())
                .allSatisfy(one -> assertThat(one.findings())
                        .allMatch(
                                finding -> List.of("plan", "growth")
                                        .contains(one.criterion().name()),
                                one.toString()));
    }

    @Test
    void everyRuleHasAnotherNameAndReadsPublishedTables() {
        ReportData data = given.published();
        List<Criterion> criteria = PageOne.read(data).judged().stream()
                .map(PageOne.Judged::criterion)
                .toList();
        assertThat(criteria)
                .extracting(Criterion::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z-]+"));
        assertThat(criteria.stream().flatMap(criterion -> criterion.evidence().stream()))
                .isNotEmpty()
                .allMatch(PublishedTables::isName);
    }

    @Test
    void ranksTheWholeBeforePartsAndThenByEffectAndShowsFour() {
        stock(4);
        customers(30);
        slipped(60, 100);
        use(-0.3, -0.1);
        outcomes(5, 12);
        offers("2024-08-01", 50, "90 + i % 3");
        offers("2024-11-01", 50, "140 + i % 3");
        given.rows(
                "crm.decisions",
                "decision_id, decision, rule, asked_on, owner",
                "('d1', 'Call them', 'churn', '2024-11-01', 'Head of Sales')");
        ReportData data = given.published();
        PageOne page = PageOne.read(data);
        List<String> failures = page.block(Topic.FAILURE).sentences().stream()
                .map(PrintedSection::print)
                .toList();
        assertThat(failures).hasSize(4);
        assertThat(failures.get(0)).startsWith("Only 5 of 12 past outcomes");
        assertThat(failures.get(1)).startsWith("30 customers are more likely gone");
        assertThat(failures.get(2)).startsWith("Offers of the quarter");
        assertThat(failures.get(3)).startsWith("60.0% of the 100 deals promised");
        assertThat(page.judged().stream().flatMap(one -> one.findings().stream()))
                .filteredOn(finding -> finding.topic() == Topic.FAILURE && !page.isShown(finding))
                .singleElement()
                .satisfies(finding ->
                        assertThat(PrintedSection.print(finding.sentence())).startsWith("The CRM is used less"));
        assertThat(page.decisions(data).sentences())
                .hasSize(5)
                .extracting(PrintedSection::print)
                .anyMatch(asked -> asked.startsWith("Decide who calls the 30 customers")
                        && asked.endsWith("In the log since 1 Nov 2024: Head of Sales is to decide."));
    }
}

package org.kvartal.reports.measure;

import java.util.List;

/** Every ratio that the report shows. The expressions are understood by Spark and by DuckDB. */
public final class Measures {
    private static final String FRACTION = "fraction 0 to 1";
    private static final String CURRENCY = "project currency";

    /** Sales of a member that has a class. */
    private static final String RANKED = "cast(case when class is not null then amount end as double)";

    public static final Measure WIN_RATE = new Measure(
            "win_rate",
            "opportunities won / opportunities won or lost; open ones are in neither",
            FRACTION,
            ratio("won_count", "won_count + lost_count"),
            "closed_by_month");

    public static final Measure COMPETITOR_WIN_RATE = new Measure(
            "competitor_win_rate",
            "opportunities won / opportunities won or lost, among those in which the competitor was met",
            FRACTION,
            ratio("won_count", "won_count + lost_count"),
            "closed_by_competitor");

    public static final Measure AVERAGE_DEAL_SIZE = new Measure(
            "average_deal_size",
            "amounts won / opportunities won",
            CURRENCY,
            ratio("won_amount", "won_count"),
            "bookings_by_month");

    public static final Measure QUOTA_ATTAINMENT = new Measure(
            "quota_attainment",
            "amounts won / quota, over owners and months that have a quota",
            "fraction of the quota",
            ratio("case when quota_amount is not null then won_amount end", "quota_amount"),
            "quota_by_month");

    public static final Measure PLAN_ATTAINMENT = new Measure(
            "plan_attainment",
            "amounts won / planned bookings; of one unit, because total and its parts are both planned",
            "fraction of the plan",
            ratio("won_amount", "plan_amount"),
            "plan_by_month");

    public static final Measure WON_AGE = new Measure(
            "won_age",
            "days from creation to winning, summed / opportunities won whose age is known",
            "days",
            ratio(
                    "case when outcome = 'won' and age_from_days is not null then age_days end",
                    "case when outcome = 'won' and age_from_days is not null then opportunity_count end"),
            "opportunity_ages");

    public static final Measure OVERDUE_SHARE = new Measure(
            "overdue_share",
            "amount of open opportunities past their promised close / open amount",
            FRACTION,
            ratio("overdue_amount", "open_amount"),
            "pipeline_by_stage");

    public static final Measure STUCK_SHARE = new Measure(
            "stuck_share",
            "amount of stuck opportunities / open amount",
            FRACTION,
            ratio("stuck_amount", "open_amount"),
            "pipeline_by_stage");

    public static final Measure SLIPPAGE_SHARE = new Measure(
            "slippage_share",
            "amount of the deals promised for a quarter at its start and open at its end / amount promised",
            FRACTION,
            ratio("slipped_amount", "promised_amount"),
            "slippage_by_quarter");

    public static final Measure SLIPPAGE_RATE = new Measure(
            "slippage_rate",
            "deals promised for a quarter at its start and open at its end / deals promised",
            FRACTION,
            ratio("slipped_count", "promised_count"),
            "slippage_by_quarter");

    public static final Measure COHORT_WIN_RATE = new Measure(
            "cohort_win_rate",
            "opportunities won so far / opportunities created; grows while any of them is open",
            FRACTION,
            ratio("won_count", "created_count"),
            "conversion_by_cohort");

    public static final Measure COHORT_OPEN_SHARE = new Measure(
            "cohort_open_share",
            "opportunities still open / opportunities created",
            FRACTION,
            ratio("open_count", "created_count"),
            "conversion_by_cohort");

    public static final Measure COHORT_WIN_RATE_90 = new Measure(
            "cohort_win_rate_90",
            "opportunities won within 90 days / opportunities created at least 90 days ago",
            FRACTION,
            ratio("won_within_90_count", "watched_90_count"),
            "conversion_by_cohort");

    public static final Measure STEP_RATE = new Measure(
            "step_rate",
            "activities that a step of the deal follows within 14 days / activities watched for so long",
            FRACTION,
            ratio("followed_count", "watched_count"),
            "activity_outcomes");

    public static final Measure ORDER_RATE = new Measure(
            "order_rate",
            "offers that an order came of / offers sent, each once across its revisions",
            FRACTION,
            ratio("case when order_count > 0 then 1 else 0 end", "1"),
            "offers");

    public static final Measure DISCOUNT_DEPTH = new Measure(
            "discount_depth",
            "list value less offered value / list value, of the last revisions whose list value is known",
            FRACTION,
            ratio("discount_amount", "case when discount_amount is not null then list_amount end"),
            "offers");

    public static final Measure ON_TIME_RATE = new Measure(
            "on_time_rate",
            "orders delivered on or before the promised day / orders delivered that had one",
            FRACTION,
            ratio(
                    "case when on_time_in_full then 1 when not on_time_in_full then 0 end",
                    "case when on_time_in_full is not null then 1 end"),
            "order_cycle");

    public static final Measure STOCK_COVER_DAYS = new Measure(
            "stock_cover_days",
            "units on hand / units expected to be ordered a day; of one product, since units of products do not add up",
            "days",
            ratio("on_hand_units", "case when on_hand_units is not null then demand_units / demand_days end"),
            "stock_cover");

    public static final Measure MEAN_HANDLING_HOURS = new Measure(
            "mean_handling_hours",
            "elapsed hours from arrival to resolution, summed / requests resolved; the open are not in it",
            "hours",
            ratio("handling_hours", "handled_count"),
            "requests_by_month");

    public static final Measure MEAN_FIRST_RESPONSE_HOURS = new Measure(
            "mean_first_response_hours",
            "elapsed hours from arrival to the first answer, summed / requests answered",
            "hours",
            ratio("first_response_hours", "first_response_count"),
            "requests_by_month");

    public static final Measure MEAN_SATISFACTION = new Measure(
            "mean_satisfaction",
            "marks, summed / marks given",
            "1 to 5",
            ratio("satisfaction_sum", "satisfaction_count"),
            "requests_by_month");

    public static final Measure SATISFACTION_RESPONSE_RATE = new Measure(
            "satisfaction_response_rate",
            "marks given / requests resolved",
            FRACTION,
            ratio("satisfaction_count", "resolved_count"),
            "requests_by_month");

    public static final Measure TRAINING_ATTENDANCE_RATE = new Measure(
            "training_attendance_rate",
            "persons who attended / persons enrolled, in sessions held",
            FRACTION,
            ratio("case when held then attended_count end", "case when held then enrolled_count end"),
            "training_register");

    public static final Measure TRAINING_COVERAGE_RATE = new Measure(
            "training_coverage_rate",
            "persons trained / persons who work with the CRM",
            FRACTION,
            ratio("trained_count", "headcount"),
            "training_coverage");

    public static final Measure ACCOUNT_COMPLETENESS_RATE = new Measure(
            "account_completeness_rate",
            "fields filled in / fields to fill in",
            FRACTION,
            ratio("filled_count", "account_count"),
            "account_completeness");

    public static final Measure MARGIN_RATE = new Measure(
            "margin_rate",
            "(value - cost) / value, of the lines whose cost is known",
            FRACTION,
            ratio("costed_amount - cost_amount", "costed_amount"),
            "sales_by_month");

    public static final Measure SALES_CONCENTRATION = new Measure(
            "sales_concentration",
            "sum of the squared shares of sales (Herfindahl-Hirschman index), of one basis and dimension; 1 / it is how"
                    + " many members of equal size would be as concentrated",
            "1/members to 1",
            "sum(" + RANKED + " * " + RANKED + ") / nullif(pow(sum(" + RANKED + "), 2), 0)",
            "sales_ranking");

    public static final Measure TOP_FIVE_SHARE = new Measure(
            "top_five_share",
            "sales of the members ranked 1 to 5 / sales of all, of one basis and dimension",
            FRACTION,
            ratio(
                    "case when class is not null and rank <= 5 then amount end",
                    "case when class is not null then amount end"),
            "sales_ranking");

    public static final Measure CUSTOMER_RETENTION = new Measure(
            "customer_retention",
            "customers who bought in the month / customers of the cohort, of one basis and months_since",
            FRACTION,
            ratio("active_count", "customer_count"),
            "customer_cohorts");

    public static final Measure NET_RETENTION = new Measure(
            "net_retention",
            "bought in the month / bought in the first month, of one basis and months_since",
            "fraction of the first month",
            ratio("amount", "first_amount"),
            "customer_cohorts");

    public static final Measure GROSS_RETENTION = new Measure(
            "gross_retention",
            "bought in the month, of each customer at most as much as in the first, / bought in the first month",
            FRACTION,
            ratio("retained_amount", "first_amount"),
            "customer_cohorts");

    public static final Measure NEEDED_PER_DAY = new Measure(
            "needed_per_day",
            "(plan - booked) / days left, of one unit and period; 0 when the plan is met",
            CURRENCY + " per day",
            needed("days_left"),
            "plan_attainment");

    public static final Measure NEEDED_PER_WORKING_DAY = new Measure(
            "needed_per_working_day",
            "(plan - booked) / working days left, of one unit and period; 0 when the plan is met",
            CURRENCY + " per working day",
            needed("working_days_left"),
            "plan_attainment");

    public static final Measure BOOKED_PER_DAY = new Measure(
            "booked_per_day",
            "booked / days gone, of one unit and period",
            CURRENCY + " per day",
            ratio("booked_amount", "days_gone"),
            "plan_attainment");

    public static final Measure BOOKED_PER_WORKING_DAY = new Measure(
            "booked_per_working_day",
            "booked / working days gone, of one unit and period",
            CURRENCY + " per working day",
            ratio("booked_amount", "working_days_gone"),
            "plan_attainment");

    public static final Measure PERIOD_ATTAINMENT = new Measure(
            "period_attainment",
            "booked so far / plan of the whole period, of one unit and period",
            "fraction of the plan",
            ratio("booked_amount", "plan_amount"),
            "plan_attainment");

    /** What the glossary lists. */
    public static final List<Measure> ALL = List.of(
            WIN_RATE,
            COMPETITOR_WIN_RATE,
            AVERAGE_DEAL_SIZE,
            QUOTA_ATTAINMENT,
            PLAN_ATTAINMENT,
            WON_AGE,
            OVERDUE_SHARE,
            STUCK_SHARE,
            SLIPPAGE_SHARE,
            SLIPPAGE_RATE,
            COHORT_WIN_RATE,
            COHORT_OPEN_SHARE,
            COHORT_WIN_RATE_90,
            STEP_RATE,
            ORDER_RATE,
            DISCOUNT_DEPTH,
            ON_TIME_RATE,
            STOCK_COVER_DAYS,
            MEAN_HANDLING_HOURS,
            MEAN_FIRST_RESPONSE_HOURS,
            MEAN_SATISFACTION,
            SATISFACTION_RESPONSE_RATE,
            TRAINING_ATTENDANCE_RATE,
            TRAINING_COVERAGE_RATE,
            ACCOUNT_COMPLETENESS_RATE,
            MARGIN_RATE,
            SALES_CONCENTRATION,
            TOP_FIVE_SHARE,
            CUSTOMER_RETENTION,
            NET_RETENTION,
            GROSS_RETENTION,
            NEEDED_PER_DAY,
            NEEDED_PER_WORKING_DAY,
            BOOKED_PER_DAY,
            BOOKED_PER_WORKING_DAY,
            PERIOD_ATTAINMENT);

    private Measures() {}

    /** The measures that an expression over rows of a table contains. */
    public static List<Measure> within(String table, String expression) {
        return ALL.stream()
                .filter(measure -> measure.isWithin(table, expression))
                .toList();
    }

    private static String needed(String days) {
        return "case when sum(plan_amount) > sum(booked_amount) then " + ratio("plan_amount - booked_amount", days)
                + " when sum(" + days + ") > 0 then 0.0 end";
    }

    /** Spark keeps few decimals when it divides decimals, and DuckDB divides as double: both divide the same here. */
    private static String ratio(String numerator, String denominator) {
        return "cast(sum(" + numerator + ") as double) / nullif(cast(sum(" + denominator + ") as double), 0)";
    }
}

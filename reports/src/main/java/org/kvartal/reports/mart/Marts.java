package org.kvartal.reports.mart;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.kvartal.ingest.sql.SqlModel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

/**
 * The marts in build order: each reads clean tables and marts above it. To add one, add {@code
 * resources/marts/<name>.sql} and one line here.
 */
public final class Marts {
    private static final List<SqlModel> BUILD_ORDER = new ArrayList<>();

    public static final SqlModel OPPORTUNITIES_AS_OF = mart("opportunities_as_of");
    public static final SqlModel SALES_LINES = mart("sales_lines");
    public static final SqlModel SALES_BY_MONTH = mart("sales_by_month");
    public static final SqlModel SALES_BRIDGE = mart("sales_bridge");
    public static final SqlModel SALES_RANKING = mart("sales_ranking");
    public static final SqlModel CUSTOMER_COHORTS = mart("customer_cohorts");
    public static final SqlModel CUSTOMER_RFM = mart("customer_rfm");
    public static final SqlModel BOOKINGS_BY_MONTH = mart("bookings_by_month");
    public static final SqlModel RESTATED_BOOKINGS = mart("restated_bookings");
    public static final SqlModel CLOSED_BY_MONTH = mart("closed_by_month");
    public static final SqlModel CLOSED_BY_COMPETITOR = mart("closed_by_competitor");
    public static final SqlModel OPPORTUNITY_AGES = mart("opportunity_ages");
    public static final SqlModel OPEN_OPPORTUNITIES = mart("open_opportunities");
    public static final SqlModel PIPELINE_BY_STAGE = mart("pipeline_by_stage");
    public static final SqlModel DEALS_COMPARED = mart("deals_compared");
    public static final SqlModel PIPELINE_CHANGES = mart("pipeline_changes");
    public static final SqlModel PIPELINE_BRIDGE = mart("pipeline_bridge");
    public static final SqlModel OUTLOOK_CHANGES = mart("outlook_changes");
    public static final SqlModel OUTLOOK_BRIDGE = mart("outlook_bridge");
    public static final SqlModel QUOTA_BY_MONTH = mart("quota_by_month");
    public static final SqlModel PLAN_BY_MONTH = mart("plan_by_month");
    public static final SqlModel PLAN_ATTAINMENT = mart("plan_attainment");
    public static final SqlModel PRICE_POSITION = mart("price_position");
    public static final SqlModel ENCYCLOPEDIA = mart("encyclopedia");
    public static final SqlModel REQUEST_HANDLING = mart("request_handling");
    public static final SqlModel REQUESTS_BY_MONTH = mart("requests_by_month");
    public static final SqlModel TRAINING_REGISTER = mart("training_register");
    public static final SqlModel TRAINING_COVERAGE = mart("training_coverage");
    public static final SqlModel ACTIVITY_BY_MONTH = mart("activity_by_month");
    public static final SqlModel ACCOUNT_COMPLETENESS = mart("account_completeness");
    public static final SqlModel CONTACT_HISTORY = mart("contact_history");
    public static final SqlModel CONVERSION_BY_COHORT = mart("conversion_by_cohort");
    public static final SqlModel LEADS_BY_COHORT = mart("leads_by_cohort");
    public static final SqlModel CAMPAIGN_RESULTS = mart("campaign_results");
    public static final SqlModel PROMISES = mart("promises");
    public static final SqlModel SLIPPAGE_BY_QUARTER = mart("slippage_by_quarter");
    public static final SqlModel ACCOUNT_COVERAGE = mart("account_coverage");
    public static final SqlModel ACTIVITY_OUTCOMES = mart("activity_outcomes");
    public static final SqlModel OFFERS = mart("offers");
    public static final SqlModel ORDER_CYCLE = mart("order_cycle");
    public static final SqlModel ORDER_FLOW = mart("order_flow");
    public static final SqlModel STOCK_COVER = mart("stock_cover");
    public static final SqlModel PURCHASES_DUE = mart("purchases_due");
    public static final SqlModel CUSTOMER_SCORECARD = mart("customer_scorecard");

    private Marts() {}

    /** Every mart, in build order. */
    public static List<SqlModel> all() {
        return List.copyOf(BUILD_ORDER);
    }

    /** Marts whose grain does not hold, with the number of its values that repeat: one query for all of them. */
    public static Dataset<Row> brokenGrains(SparkSession spark) {
        return all().stream()
                .map(mart -> mart.repeated(spark.table(mart.qualifiedName()))
                        .agg(count(lit(1)).as("value_count"))
                        .select(lit(mart.qualifiedName()).as("mart"), col("value_count")))
                .reduce(Dataset::union)
                .orElseThrow()
                .where(col("value_count").gt(0));
    }

    private static SqlModel mart(String name) {
        SqlModel model = SqlModel.ofResource("mart", Marts.class.getClassLoader(), "marts/" + name + ".sql");
        BUILD_ORDER.add(model);
        return model;
    }
}

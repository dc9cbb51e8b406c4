package org.kvartal.forecast.tables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which step of the night makes each forecast table, and from which tables: what the header of a mart tells of a mart. */
public final class ForecastSources {
    /**
     * What a step does.
     *
     * @param step as the record of a run names it
     * @param tables forecast tables that the step makes, each with its namespace
     * @param inputs tables that the step reads; not every one goes into each table
     */
    public record Making(String step, List<String> tables, List<String> inputs) {
        public Making {
            tables = List.copyOf(tables);
            inputs = List.copyOf(inputs);
        }
    }

    private static final String PEOPLE = "crm.users crm.teams ";
    private static final String DEALS = "crm.accounts crm.opportunities " + PEOPLE;
    private static final String CHANGES = "crm.opportunity_changes ";
    private static final String SALES = "crm.opportunities crm.opportunity_products crm.orders crm.order_lines ";
    private static final String MATCHES = "forecast.product_matches forecast.copied_prices ";
    private static final String SEEN = "crm.competitor_products crm.competitor_prices crm.price_list ";
    private static final String COURSES = "crm.trainings crm.training_attendance ";
    private static final String USE = "crm.users crm.absences crm.activities crm.usage_events " + CHANGES;

    /** In the order of the night. */
    public static final List<Making> ALL = List.of(
            making("match-products", MATCHES, SEEN + "crm.products crm.product_match_decisions"),
            making(
                    "forecast-series",
                    "forecast.series_forecasts forecast.series_backtest forecast.series_accuracy",
                    "crm.accounts crm.requests " + PEOPLE + SALES),
            making(
                    "forecast-quarter",
                    "forecast.quarter_outlook forecast.unit_outlook forecast.deal_outlook",
                    DEALS + CHANGES + "crm.plans"),
            making("score-outlook", "forecast.outlook_backtest", DEALS + CHANGES),
            making(
                    "measure-stages",
                    "forecast.stage_model forecast.stage_velocity forecast.stage_conformance",
                    "crm.opportunities " + CHANGES),
            making("rank-win-rates", "forecast.win_rates forecast.win_rate_rankings", DEALS),
            making(
                    "compare-wins",
                    "forecast.rival_results forecast.lost_reasons forecast.win_drivers forecast.price_gap_effect"
                            + " forecast.price_elasticities forecast.promotion_effects",
                    MATCHES + SEEN + "crm.accounts crm.activities crm.opportunities crm.opportunity_competitors"
                            + " crm.orders crm.order_lines crm.products crm.promotions crm.quotes"),
            making(
                    "blend-external-forecasts",
                    "forecast.external_scores forecast.external_blend",
                    "crm.external_forecasts crm.opportunities forecast.series_backtest"),
            making("index-prices", "forecast.price_versions", MATCHES + SEEN),
            making(
                    "index-prices",
                    "forecast.price_indices",
                    MATCHES + SALES + "forecast.price_versions crm.competitor_prices crm.products"),
            making(
                    "value-customers",
                    "forecast.customer_values forecast.replenishments forecast.customer_model_checks",
                    SALES),
            making(
                    "watch-kpis",
                    "forecast.kpi_anomalies forecast.kpi_attributions",
                    "crm.accounts crm.calendars crm.opportunities crm.requests"),
            making(
                    "time-requests",
                    "forecast.request_times",
                    "crm.calendars crm.requests crm.request_changes " + PEOPLE),
            making(
                    "measure-service",
                    "forecast.request_survival forecast.request_risk forecast.request_promises",
                    "forecast.request_times"),
            making(
                    "measure-training",
                    "forecast.training_verdicts forecast.training_effects forecast.training_checkpoints"
                            + " forecast.training_skills forecast.training_cascade",
                    COURSES + USE + "forecast.request_times"),
            making(
                    "follow-adoption",
                    "forecast.adoption_use forecast.adoption_people forecast.adoption_units forecast.adoption_curve"
                            + " forecast.adoption_functions forecast.adoption_entries forecast.adoption_interventions",
                    COURSES + USE + "crm.accounts crm.calendars"),
            making("score-surveys", "forecast.survey_scores", "crm.accounts crm.surveys"));

    private ForecastSources() {}

    private static Making making(String step, String tables, String inputs) {
        return new Making(step, names(tables), names(inputs));
    }

    private static List<String> names(String names) {
        return Stream.of(names.strip().split(" +")).distinct().sorted().toList();
    }

    /** How a forecast table comes about. */
    public static Optional<Making> of(String qualifiedName) {
        return ALL.stream()
                .filter(making -> making.tables().contains(qualifiedName))
                .findFirst();
    }
}

package org.kvartal.forecast.tables;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/** What is forecast every night. */
public final class ForecastTables {
    public static final TableSpec QUARTER_OUTLOOK = TableSpec.of(
            "forecast",
            "quarter_outlook",
            "Where the bookings of a fiscal quarter will land: booked, open deals, and deals not yet created.",
            List.of("first_day"),
            text("quarter", "Fiscal quarter, as Q3 2026.").asRequired(),
            date("first_day", "First day of the quarter.").asRequired(),
            date("last_day", "Last day of the quarter.").asRequired(),
            money("booked_amount", "Won in the quarter up to the as-of date."),
            money("open_mean", "Expected from deals open at the as-of date."),
            money("new_mean", "Expected from deals not yet created."),
            money("mean", "Expected bookings of the whole quarter."),
            money("p5", "5 % of outcomes lie below."),
            money("p10", "10 % of outcomes lie below."),
            money("p25", "25 % of outcomes lie below."),
            money("p50", "Median outcome."),
            money("p75", "75 % of outcomes lie below."),
            money("p90", "90 % of outcomes lie below."),
            money("p95", "95 % of outcomes lie below."),
            integer("open_count", "Open deals that have a creation date.").in("opportunities"),
            integer("stale_count", "Open deals older than any deal that ever closed; they add nothing.")
                    .in("opportunities"),
            integer("undated_count", "Open deals without a creation date; they count as not yet created.")
                    .in("opportunities"),
            integer("imputed_count", "Open deals without an amount; they stand in with the amounts won.")
                    .in("opportunities"),
            number("concentration", "Share of the variance of open deals that the largest five make up.")
                    .in("fraction 0 to 1"),
            money("plan_amount", "Planned bookings of the quarter; empty without a plan."),
            number("plan_probability", "Probability that the plan is reached.").in("fraction 0 to 1"),
            number(
                    "shock",
                    "Standard deviation of the shock that all deals of the quarter share, on the logarithm of"
                            + " their hazard of being won."),
            text("notes", "What was left out of the model, and why."),
            text("evidence", "Which step of the ladder from the full model to a refusal was reached."),
            text("reason", "What the outlook rests on, or why there is none."));

    public static final TableSpec UNIT_OUTLOOK = TableSpec.of(
            "forecast",
            "unit_outlook",
            "The outlook of the quarter by owner, team, region and product. Means add up to the total's; quantiles do not.",
            List.of("scope", "member"),
            text("scope", "owner, team, region or product.").asRequired(),
            text("member", "Id or name of the member; empty for deals without one."),
            money("booked_amount", "Won in the quarter up to the as-of date."),
            money("open_mean", "Expected from deals open at the as-of date."),
            money("new_mean", "Expected from deals not yet created, by the member's share of quick wins of a year."),
            money("mean", "Expected bookings of the whole quarter."),
            money("p10", "10 % of outcomes lie below."),
            money("p50", "Median outcome."),
            money("p90", "90 % of outcomes lie below."));

    public static final TableSpec OUTLOOK_BACKTEST = TableSpec.of(
            "forecast",
            "outlook_backtest",
            "How the outlook and its baselines would have done: made at the end of a past day from what was known then, and"
                    + " scored with what came. A forecast once made is kept; the model that made it is named.",
            List.of("method", "origin", "last_day"),
            text("method", "outlook, stage_weighted or last_year.").asRequired(),
            date("origin", "Day at whose end the forecast was made.").asRequired(),
            date("first_day", "First day of the quarter forecast."),
            date("last_day", "Last day of the quarter forecast.").asRequired(),
            text("model", "Version of the model."),
            money("mean", "Forecast mean of what was still to be booked."),
            money("p10", "Its quantile 0.1."),
            money("p50", "Its median."),
            money("p90", "Its quantile 0.9."),
            money("actual", "What was booked from then to the end of the quarter."),
            money("pinball", "Mean pinball loss over the quantiles 0.05 to 0.95."),
            money("ranked_probability_score", "Continuous ranked probability score."),
            number(
                            "rank",
                            "Probability that the forecast gave to less than what came: even from 0 to 1 when it is right.")
                    .in("fraction 0 to 1"));

    public static final TableSpec DEAL_OUTLOOK = TableSpec.of(
            "forecast",
            "deal_outlook",
            "What is expected of an open deal.",
            List.of("opportunity_id"),
            reference("opportunity_id", "opportunities", "The deal.").asRequired(),
            number("win_in_quarter", "Probability that it is won by the end of the quarter.")
                    .in("fraction 0 to 1"),
            number("win_ever", "Probability that it is won at any time.").in("fraction 0 to 1"),
            number("expected_days", "Days until it closes, won or lost, if it closes.")
                    .in("days"),
            text("drivers", "What moves its chance most, with the factor on the hazard of being won."));

    public static final List<TableSpec> ALL = Stream.of(
                    SeriesTables.ALL,
                    List.of(QUARTER_OUTLOOK, UNIT_OUTLOOK, OUTLOOK_BACKTEST, DEAL_OUTLOOK),
                    PipelineTables.ALL,
                    SignalTables.ALL,
                    ServiceTables.ALL,
                    TrainingTables.ALL,
                    MatchTables.ALL,
                    PriceTables.ALL,
                    MarketTables.ALL,
                    CustomerTables.ALL,
                    AdoptionTables.ALL)
            .flatMap(List::stream)
            .toList();

    private ForecastTables() {}
}

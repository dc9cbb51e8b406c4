package org.kvartal.forecast.tables;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/** What is forecast every night. */
public final class ForecastTables {
    public static final TableSpec BOOKINGS_FORECAST = TableSpec.of(
            "forecast",
            "bookings_forecast",
            "Bookings expected of a unit in a month to come, beginning with the month of the day after the as-of date.",
            List.of("scope", "member", "month"),
            text("scope", "total or product.").asRequired(),
            text("member", "The product's id; empty for the total."),
            date("month", "First day of the month forecast.").asRequired(),
            integer("step", "Months ahead, from 1.").in("months"),
            text("model", "Method that gave the forecast."),
            text("reason", "Why this method, or why there is no forecast."),
            money("mean", "Expected bookings."),
            money("lower_80", "Lower end of the 80 % interval."),
            money("upper_80", "Upper end of the 80 % interval."),
            money("lower_95", "Lower end of the 95 % interval."),
            money("upper_95", "Upper end of the 95 % interval."));

    public static final TableSpec DEMAND_FORECAST = TableSpec.of(
            "forecast",
            "demand_forecast",
            "Units of a product expected to be ordered in a month to come.",
            List.of("product_id", "month"),
            reference("product_id", "products", "The product.").asRequired(),
            date("month", "First day of the month forecast.").asRequired(),
            integer("step", "Months ahead, from 1.").in("months"),
            text("model", "Method that gave the forecast."),
            text("reason", "Why this method, or why there is no forecast."),
            number("mean", "Expected units; empty without a forecast.").in("units"),
            number("lower_80", "Lower end of the 80 % interval.").in("units"),
            number("upper_80", "Upper end of the 80 % interval.").in("units"));

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

    public static final TableSpec EXTERNAL_SCORES = TableSpec.of(
            "forecast",
            "external_scores",
            "How forecasts of others did as forecasts of our bookings, beside our own; what was published before a period"
                    + " began counts.",
            List.of("period_months", "member"),
            text("member", "Publisher and series, or own outlook.").asRequired(),
            integer("period_months", "Length of the periods forecast.")
                    .asRequired()
                    .in("months"),
            text("publisher", "Who published it; empty for our own."),
            text("series", "What is forecast; empty for our own."),
            text("unit", "What one unit of it is."),
            integer("publication_count", "Values published up to the as-of date, of all vintages.")
                    .in("values"),
            integer("scored_count", "Past periods whose forecast could be bridged and scored.")
                    .in("periods"),
            money("bias", "Mean of forecast less bookings."),
            money("mean_absolute_error", "Mean distance of forecast and bookings."),
            number("weight", "Share in the blend.").in("fraction 0 to 1"),
            text("reason", "What the weight rests on."));

    public static final TableSpec EXTERNAL_BLEND = TableSpec.of(
            "forecast",
            "external_blend",
            "Bookings expected of a period to come by each member of the blend, and by the blend.",
            List.of("period", "period_months", "member"),
            date("period", "First day of the period.").asRequired(),
            integer("period_months", "Length of the period.").asRequired().in("months"),
            text("member", "Publisher and series, or own outlook.").asRequired(),
            number("weight", "Share in the blend of this period.").in("fraction 0 to 1"),
            money("expected", "What the member's latest word means for our bookings."),
            money("own_expected", "Our own forecast."),
            money("blended", "Sum of weight times expected over the members."));

    public static final TableSpec KPI_ANOMALIES = TableSpec.of(
            "forecast",
            "kpi_anomalies",
            "Every figure watched tonight beside what was expected of it.",
            List.of("grain", "kpi", "scope", "region", "product_id", "owner_id"),
            text("grain", "day, week (the last seven days) or drift (the last nine weeks).")
                    .asRequired(),
            text("kpi", "The figure, as created_count.").asRequired(),
            text("scope", "total, region, product or owner.").asRequired(),
            text("region", "Of which region; empty for all."),
            reference("product_id", "products", "Of which product; empty for all."),
            reference("owner_id", "users", "Of which owner or agent; empty for all.")
                    .ofPerson(),
            date("first_day", "First day of the figure.").asRequired(),
            date("last_day", "Last day of the figure: the last complete one.").asRequired(),
            number("actual", "What came.").in("unit of the figure"),
            number("expected", "What was expected of those days.").in("unit of the figure"),
            number("lower", "Lower end of the 95 % interval; empty for a drift.")
                    .in("unit of the figure"),
            number("upper", "Upper end of the 95 % interval; empty for a drift.")
                    .in("unit of the figure"),
            number("p_value", "Probability of being as far out by chance, of this figure alone.")
                    .in("fraction 0 to 1"),
            number(
                            "adjusted_p_value",
                            "The same for all figures of the grain watched tonight, after Benjamini-Hochberg.")
                    .in("fraction 0 to 1"),
            text("state", "quiet, alarm, ongoing or part_of_total.").asRequired(),
            date("since", "First night of the alarm within the last week."));

    public static final TableSpec KPI_ATTRIBUTIONS = TableSpec.of(
            "forecast",
            "kpi_attributions",
            "Where the deviation of an alarming total sits: the parts of a dimension add up to it.",
            List.of("grain", "kpi", "dimension", "region", "product_id", "owner_id"),
            text("grain", "As in kpi_anomalies.").asRequired(),
            text("kpi", "The figure.").asRequired(),
            text("dimension", "region, product or owner.").asRequired(),
            text("region", "The part, of dimension region; empty when not stated."),
            reference("product_id", "products", "The part, of dimension product; empty when not stated."),
            reference("owner_id", "users", "The part, of dimension owner; empty when not stated.")
                    .ofPerson(),
            money("expected", "Its share of what was expected of the whole; empty for a rate.")
                    .in("unit of the figure"),
            money("actual", "What came; empty for a rate.").in("unit of the figure"),
            money("contribution", "actual - expected; empty for a rate.").in("unit of the figure"),
            number("explained", "Share of the deviation of the whole.").in("fraction"),
            number("surprise", "Jensen-Shannon term of its shares; empty for a rate.")
                    .in("nats"),
            number("rate_effect", "Of a rate: change because its own rate changed, half of the interaction included.")
                    .in("fraction"),
            number("mix_effect", "Of a rate: change because its weight changed, half of the interaction included.")
                    .in("fraction"),
            flag("is_cause", "One of the few parts that explain the deviation with the most surprise."));

    public static final List<TableSpec> ALL = Stream.of(
                    List.of(
                            BOOKINGS_FORECAST,
                            DEMAND_FORECAST,
                            QUARTER_OUTLOOK,
                            UNIT_OUTLOOK,
                            OUTLOOK_BACKTEST,
                            DEAL_OUTLOOK),
                    PipelineTables.ALL,
                    List.of(EXTERNAL_SCORES, EXTERNAL_BLEND, KPI_ANOMALIES, KPI_ATTRIBUTIONS))
            .flatMap(List::stream)
            .toList();

    private ForecastTables() {}
}

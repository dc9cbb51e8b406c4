package org.kvartal.forecast.tables;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/** What decides between us and our rivals, and what prices and promotions do to sales. */
public final class MarketTables {
    private static final String FRACTION = "fraction 0 to 1";
    private static final String DEALS = "opportunities";
    private static final String PERCENT = "percent, logarithmic";

    public static final TableSpec RIVAL_RESULTS = TableSpec.of(
            "forecast",
            "rival_results",
            "How often we win where a competitor is met, over twelve months, and what it contests now. An opportunity with"
                    + " two competitors counts for each.",
            List.of("competitor_id"),
            reference("competitor_id", "competitors", "The competitor; empty: none is known."),
            integer("won_count", "Won in the twelve months.").in(DEALS),
            integer("closed_count", "Won or lost in the twelve months.").in(DEALS),
            number("win_rate", "Share won of the closed; empty when none closed.")
                    .in(FRACTION),
            number("win_rate_low", "Lower end of its 95 % interval (Wilson).").in(FRACTION),
            number("win_rate_high", "Upper end.").in(FRACTION),
            number("met_rate", "Share of all closed opportunities in which it was met.")
                    .in(FRACTION),
            integer("gap_count", "Closed in 36 months with both offers known.").in(DEALS),
            number("mean_gap", "Our last offer above its offer, mean over those.")
                    .in(PERCENT),
            integer("open_count", "Open opportunities in which it is met.").in(DEALS),
            money("open_amount", "Expected amounts of those."),
            date("last_met_on", "Last day on which an opportunity was entered in which it was met."),
            date("price_seen_on", "Last day on which one of its prices was seen."));

    public static final TableSpec LOST_REASONS = TableSpec.of(
            "forecast",
            "lost_reasons",
            "Why opportunities were lost in twelve months, as sellers say. Losers are not asked what winners liked.",
            List.of("competitor_id", "reason"),
            reference("competitor_id", "competitors", "Lost where it was met; empty: all that was lost."),
            text("reason", "As the source has it; empty: not stated."),
            integer("lost_count", "Lost for this reason.").in(DEALS),
            number("lost_rate", "Share of all lost there.").in(FRACTION),
            number("lost_rate_low", "Lower end of its 95 % interval (Wilson).").in(FRACTION),
            number("lost_rate_high", "Upper end.").in(FRACTION));

    public static final TableSpec WIN_DRIVERS = TableSpec.of(
            "forecast",
            "win_drivers",
            "What goes with winning, all else equal: a logistic regression of what closed in 36 months. Associations, but for"
                    + " none of them is chance the likely reason when the interval leaves out 0.",
            List.of("factor", "member"),
            text("factor", "price gap, response, promotion, campaign, source, segment, customer or competitor.")
                    .asRequired(),
            text("member", "Which source, segment or competitor; empty for a factor that has none."),
            integer("rank", "From 1, the most certain first.").in("places"),
            number("effect", "Change of the chance to win, at the average deal's slope: by one unit of the factor.")
                    .in("fraction"),
            number("effect_low", "Lower end of its 95 % interval.").in("fraction"),
            number("effect_high", "Upper end.").in("fraction"),
            number("log_odds", "Coefficient.").in("logarithm of odds"),
            number("standard_error", "Of the coefficient.").in("logarithm of odds"),
            text("unit", "What one unit is, as 1 % of price, or compared with which member."),
            integer("deal_count", "Closed opportunities for which the factor holds or is known.")
                    .in(DEALS),
            integer("closed_count", "Closed opportunities in the regression.").in(DEALS));

    public static final TableSpec PRICE_GAP_EFFECT = TableSpec.of(
            "forecast",
            "price_gap_effect",
            "What a dearer offer does to the chance to win: average marginal effect by one percent, the curve with its band,"
                    + " and what was observed.",
            List.of("method", "term", "position"),
            text("method", "association, control-function (with an instrument) or observed.")
                    .asRequired(),
            text(
                            "term",
                            "average_marginal_effect, log_odds, endogeneity_z, first_stage_F, curve, or bin: observed near a"
                                    + " point of the curve.")
                    .asRequired(),
            integer("position", "Place among rows of the same method and term, from 1.")
                    .asRequired()
                    .in("places"),
            number("gap", "Our offer above the competitor's; empty where the number is not about one gap.")
                    .in(PERCENT),
            number("estimate", "The number; a chance where it is a curve or a bin.")
                    .in("unit of the term"),
            number("standard_error", "Its standard error.").in("unit of the term"),
            number("low", "Lower end of its 95 % interval.").in("unit of the term"),
            number("high", "Upper end.").in("unit of the term"),
            integer("deal_count", "Closed opportunities behind it.").in(DEALS),
            text("instrument", "What moves the price but not the strength of the deal; empty without one."),
            text("note", "What a reader must know, or why there is no number."));

    public static final TableSpec PRICE_ELASTICITIES = TableSpec.of(
            "forecast",
            "price_elasticities",
            "Percent of quantity by one percent of price, by product and month of order.",
            List.of("product_id"),
            reference("product_id", "products", "The product; empty: common to all."),
            text("method", "ols (an association) or 2sls (by a change of list price or cost).")
                    .asRequired(),
            number("raw", "From the product's own sales alone; empty where they do not tell.")
                    .in("percent per percent"),
            number("raw_standard_error", "Its standard error.").in("percent per percent"),
            number("elasticity", "Drawn to that of all by as much as its error explains.")
                    .in("percent per percent"),
            number("elasticity_low", "Lower end of its 95 % interval.").in("percent per percent"),
            number("elasticity_high", "Upper end.").in("percent per percent"),
            integer("month_count", "Months with orders.").in("months"),
            integer("price_changes", "Months whose price was another one than in the month before.")
                    .in("months"),
            text("note", "What a reader must know, or why there is no number."));

    public static final TableSpec PROMOTION_EFFECTS = TableSpec.of(
            "forecast",
            "promotion_effects",
            "What promotions add to the quantity ordered and what they take from elsewhere, by product and month.",
            List.of("term"),
            text("term", "lift, price_cut, gross, dip, cannibalised, net, net_margin or a term of the equation.")
                    .asRequired(),
            text("method", "ols or 2sls.").asRequired(),
            number("estimate", "Share of what a promoted month would have sold; net_margin is money.")
                    .in("unit of the term"),
            number("standard_error", "Its standard error.").in("unit of the term"),
            number("low", "Lower end of its 95 % interval.").in("unit of the term"),
            number("high", "Upper end.").in("unit of the term"),
            integer("row_count", "Products and months behind it.").in("rows"),
            text("note", "What a reader must know, or why there is no number."));

    static final List<TableSpec> ALL =
            List.of(RIVAL_RESULTS, LOST_REASONS, WIN_DRIVERS, PRICE_GAP_EFFECT, PRICE_ELASTICITIES, PROMOTION_EFFECTS);

    private MarketTables() {}
}

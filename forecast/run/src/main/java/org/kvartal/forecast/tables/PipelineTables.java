package org.kvartal.forecast.tables;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.text;

/** What is measured every night of how deals move. */
public final class PipelineTables {
    private static final String FRACTION = "fraction 0 to 1";

    public static final TableSpec STAGE_MODEL = TableSpec.of(
            "forecast",
            "stage_model",
            "The order of the open stages, declared in the configuration, else as deals go through them.",
            List.of("stage"),
            text("stage", "Stage as the source names it.").asRequired(),
            integer("position", "Place in the order, from 1.").in("places"),
            flag("skippable", "A deal may pass it by."),
            text("origin", "declared or observed."),
            integer("deal_count", "Deals that entered it.").in("opportunities"));

    public static final TableSpec STAGE_VELOCITY = TableSpec.of(
            "forecast",
            "stage_velocity",
            "How long deals stay in a stage and how they leave it, those that are still there reckoned in.",
            List.of("stage", "exit"),
            text("stage", "Stage as the source names it.").asRequired(),
            text("exit", "How it is left: advance, back, won or lost; onward: all but lost; any: all.")
                    .asRequired(),
            integer("stay_count", "Stays, ended or not.").in("stays"),
            integer("exit_count", "Stays that ended this way.").in("stays"),
            integer("open_count", "Stays that go on.").in("stays"),
            number("within_30", "Share of all stays that end this way within 30 days.")
                    .in(FRACTION),
            number("within_60", "The same, within 60 days.").in(FRACTION),
            number("within_90", "The same, within 90 days.").in(FRACTION),
            number("within_180", "The same, within 180 days.").in(FRACTION),
            number("median_days", "Half of all stays have ended this way by then; empty: not reached.")
                    .in("days"),
            number("median_low_days", "Lower end of the 95 % interval of the median.")
                    .in("days"),
            number("median_high_days", "Upper end of the 95 % interval of the median; empty: not reached.")
                    .in("days"),
            number("p90_days", "90 % of the stays that end this way have ended by then; empty for fewer than 20.")
                    .in("days"),
            number("p95_days", "95 % of the stays that end this way have ended by then; empty for fewer than 20.")
                    .in("days"));

    public static final TableSpec STAGE_CONFORMANCE = TableSpec.of(
            "forecast",
            "stage_conformance",
            "How often deals departed from the order of stages.",
            List.of("kind", "stage"),
            text("kind", "skipped, backward, reentered or undeclared.").asRequired(),
            text("stage", "The stage skipped, gone back to, entered again or not in the order.")
                    .asRequired(),
            integer("times_count", "How often it happened.").in("times"),
            integer("deal_count", "Deals in which it happened.").in("opportunities"),
            integer("checked_count", "Deals whose stages are known.").in("opportunities"));

    public static final TableSpec WIN_RATES = TableSpec.of(
            "forecast",
            "win_rates",
            "Win rates of the last twelve months, each drawn towards the rate of all by as much as chance explains.",
            List.of("dimension", "member"),
            text("dimension", "owner, source, segment, product, region or competitor.")
                    .asRequired(),
            text("member", "Id or name of the member; an owner under a pseudonym.")
                    .asRequired()
                    .ofPerson(),
            integer("won_count", "Opportunities won.").in("opportunities"),
            integer("closed_count", "Opportunities won or lost.").in("opportunities"),
            number("shrunk_rate", "Expected true rate.").in(FRACTION),
            number("low", "Lower end of its 95 % interval.").in(FRACTION),
            number("high", "Upper end of its 95 % interval.").in(FRACTION));

    public static final TableSpec WIN_RATE_RANKINGS = TableSpec.of(
            "forecast",
            "win_rate_rankings",
            "Whether the win rates of a dimension differ by more than chance, so that ranking them says anything.",
            List.of("dimension"),
            text("dimension", "owner, source, segment, product, region or competitor.")
                    .asRequired(),
            integer("member_count", "Members with a closed deal.").in("members"),
            integer("compared_count", "Groups compared; the smallest members are taken together.")
                    .in("groups"),
            integer("closed_count", "Opportunities won or lost.").in("opportunities"),
            number("mean_rate", "Win rate of all together.").in(FRACTION),
            number("chi_square", "Test of equal rates.").in("chi-square"),
            number("p", "Probability of rates as different as these when all are equal.")
                    .in(FRACTION),
            number("spread", "Standard deviation of the true rates.").in(FRACTION),
            text("verdict", "noise, different or too few."));

    static final List<TableSpec> ALL =
            List.of(STAGE_MODEL, STAGE_VELOCITY, STAGE_CONFORMANCE, WIN_RATES, WIN_RATE_RANKINGS);

    private PipelineTables() {}
}

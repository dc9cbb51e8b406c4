package org.kvartal.forecast.tables;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/** What forecasts of others are worth, and which figures of the night are beyond chance. */
public final class SignalTables {
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

    static final List<TableSpec> ALL = List.of(EXTERNAL_SCORES, EXTERNAL_BLEND, KPI_ANOMALIES, KPI_ATTRIBUTIONS);

    private SignalTables() {}
}

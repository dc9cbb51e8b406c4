package org.kvartal.forecast.tables;

import java.util.List;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.text;

/** The forecasts of monthly series: what is expected, what was expected before, and how good that was. */
public final class SeriesTables {
    private static final String UNIT = "column unit";
    private static final String MEASURE = "bookings, orders, order_count, revenue, requests or demand.";

    public static final TableSpec SERIES_FORECASTS = TableSpec.of(
            "forecast",
            "series_forecasts",
            "What is expected of a measure in a month to come, beginning with the month of the day after the as-of date. The"
                    + " members of a scope add up to the total of their measure, to the cent; ends of intervals do not.",
            List.of("measure", "scope", "member", "month"),
            text("measure", MEASURE).asRequired(),
            text("scope", "total, product, region, team, segment or category.").asRequired(),
            text("member", "Id or name of the member; empty for the total, and for what has none."),
            date("month", "First day of the month forecast.").asRequired(),
            integer("step", "Months ahead, from 1.").in("months"),
            text("unit", "What one unit is: project currency, orders, requests or units."),
            text("model", "Method that gave the forecast."),
            text("reason", "Why this method, or why there is no forecast."),
            money("mean", "Expected value; empty without a forecast.").in(UNIT),
            money("lower_80", "Lower end of the 80 % interval.").in(UNIT),
            money("upper_80", "Upper end of the 80 % interval.").in(UNIT),
            money("lower_95", "Lower end of the 95 % interval.").in(UNIT),
            money("upper_95", "Upper end of the 95 % interval.").in(UNIT));

    public static final TableSpec SERIES_BACKTEST = TableSpec.of(
            "forecast",
            "series_backtest",
            "What is said of a series by itself at the end of each of the last months, from what was known then, beside what"
                    + " came and what a simple method would have said. A forecast once made is kept as long as the months"
                    + " that it was made from have not changed.",
            List.of("measure", "scope", "member", "origin", "month"),
            text("measure", MEASURE).asRequired(),
            text("scope", "total, product, region, team, segment, category, or cell: one of each of these.")
                    .asRequired(),
            text("member", "Id or name of the member; of a cell those of all scopes."),
            date("origin", "Last day that the forecast knows.").asRequired(),
            date("month", "First day of the month forecast.").asRequired(),
            integer("step", "Months ahead, from 1.").in("months"),
            text("fingerprint", "Hash of the months it was made from and of the methods; alike for alike series."),
            date("made_on", "As-of date of the night that made it."),
            text("model", "Method that gave the forecast."),
            text("reason", "Why this method, or why there is no forecast."),
            measured("mean", "Expected value; empty without a forecast."),
            measured("lower_80", "Lower end of the 80 % interval."),
            measured("upper_80", "Upper end of the 80 % interval."),
            measured("lower_95", "Lower end of the 95 % interval."),
            measured("upper_95", "Upper end of the 95 % interval."),
            measured(
                    "coherent_mean", "The expected value when all series add up, as it is published; empty for cells."),
            measured("coherent_lower_80", "Lower end of its 80 % interval."),
            measured("coherent_upper_80", "Upper end of its 80 % interval."),
            measured("baseline", "What the seasonal baseline expected."),
            measured("actual", "What came; empty while the month is not over."));

    public static final TableSpec SERIES_ACCURACY = TableSpec.of(
            "forecast",
            "series_accuracy",
            "How good the forecasts of the last twelve months were, beside the seasonal baseline: by series, and over all"
                    + " series of a scope, of a measure and of the night.",
            List.of("measure", "scope", "member", "method"),
            text("measure", "As in series_forecasts; all for every measure together.")
                    .asRequired(),
            text("scope", "As in series_forecasts; all for every scope together.")
                    .asRequired(),
            text("member", "As in series_forecasts; all for every member together."),
            text("method", "coherent: as published; auto: each series by itself; seasonal-baseline.")
                    .asRequired(),
            integer("origin_count", "Ends of months at which a forecast was made, over all series.")
                    .in("forecasts"),
            integer("value_count", "Values scored.").in("values"),
            number("smape", "Mean of 200 |actual - mean| / (|actual| + |mean|).")
                    .in("percent"),
            number("mase", "Mean absolute error, in mean absolute changes from the same month a year before.")
                    .in("ratio"),
            number("rmsse", "Root of the mean squared error, in roots of mean squared changes between months.")
                    .in("ratio"),
            number("coverage_80", "Share of values inside the 80 % interval.").in("fraction 0 to 1"),
            number("coverage_95", "Share of values inside the 95 % interval.").in("fraction 0 to 1"));

    public static final List<TableSpec> ALL = List.of(SERIES_FORECASTS, SERIES_BACKTEST, SERIES_ACCURACY);

    private SeriesTables() {}

    private static Column measured(String name, String description) {
        return number(name, description).in("unit of the measure");
    }
}

package org.kvartal.reports.section.honesty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.MeasureAhead;

/** How the error of monthly bookings grows with the months ahead, and which method of forecasting months did best. */
final class Horizons {
    private static final String ACCURACY = "forecast.series_accuracy";
    private static final int MOST_MONTHS_AHEAD = 6;
    private static final Unit SCALED = Unit.measure("", 2);

    private Horizons() {}

    /** Nothing where no month was forecast and is over. */
    static List<Block> blocks(ReportData data) {
        List<Block> blocks = new ArrayList<>();
        if (Bands.count(data, MeasureAhead.BOOKINGS).number().orElseThrow().signum() > 0) {
            blocks.add(byHorizon(data));
        }
        if (data.has(ACCURACY)) {
            blocks.add(byMethod(data));
            overall(data).ifPresent(blocks::add);
        }
        return blocks;
    }

    private static DataTable byHorizon(ReportData data) {
        DataTable table = DataTable.of(
                "Monthly bookings: errors by how far ahead they were forecast",
                Column.number("Months ahead", Unit.measure("", 0)),
                Column.number("Forecasts", Unit.count("forecasts")),
                Column.number("Mean error", data.money()),
                Column.number("Error of repeating the past", data.money()),
                Column.number("Bias", data.money().asChange()),
                Column.number("In the band of 80%", Unit.RATE));
        for (int ahead = 1; ahead <= MOST_MONTHS_AHEAD; ahead++) {
            String made = MeasureAhead.BOOKINGS.past(ahead);
            Fact count = data.fact(new Origin(MeasureAhead.MADE, made, "count(*)"), Unit.count("forecasts"));
            if (count.number().orElseThrow().signum() > 0) {
                table = table.row(
                        Cell.number(data.fact(new Origin(MeasureAhead.MADE, made, "max(step)"), Unit.measure("", 0))),
                        Cell.number(count),
                        money(data, made, "avg(abs(actual - coherent_mean))"),
                        money(data, made, "avg(abs(actual - baseline))"),
                        Cell.number(data.fact(
                                new Origin(MeasureAhead.MADE, made, "avg(coherent_mean - actual)"),
                                data.money().asChange())),
                        Cell.number(data.fact(
                                new Origin(
                                        MeasureAhead.MADE,
                                        made,
                                        "avg(cast(actual between coherent_lower_80 and coherent_upper_80 as integer))"),
                                Unit.RATE)));
            }
        }
        return table;
    }

    private static Cell money(ReportData data, String made, String measure) {
        return Cell.number(data.fact(new Origin(MeasureAhead.MADE, made, measure), data.money()));
    }

    private static DataTable byMethod(ReportData data) {
        DataTable table = DataTable.of(
                "Months of all measures and their parts, by method; an error of 1 is that of repeating last year's month"
                        + " within the past",
                Column.text("Method"),
                Column.number("Values", Unit.count("values")),
                Column.number("Scaled error", SCALED),
                Column.number("In the band of 80%", Unit.RATE),
                Column.number("In the band of 95%", Unit.RATE));
        table = table.row(method(data, "Published: methods combined and made to add up", "coherent"));
        table = table.row(method(data, "Methods combined", "auto"));
        return table.row(method(data, "Plain repetition of the past", "seasonal-baseline"));
    }

    private static Cell[] method(ReportData data, @Message String name, String method) {
        String rows = Condition.all("measure = 'all'", Condition.is("method", method));
        return new Cell[] {
            Cell.label(name),
            Cell.number(data.fact(new Origin(ACCURACY, rows, "max(value_count)"), Unit.count("values"))),
            Cell.number(data.fact(new Origin(ACCURACY, rows, "max(mase)"), SCALED)),
            Cell.number(data.fact(new Origin(ACCURACY, rows, "max(coverage_80)"), Unit.RATE)),
            Cell.number(data.fact(new Origin(ACCURACY, rows, "max(coverage_95)"), Unit.RATE))
        };
    }

    /** How much less than the baseline the forecasts of all series miss by; empty where none can be scored. */
    private static Optional<Paragraph> overall(ReportData data) {
        String all = "measure = 'all' and method = 'coherent' and mase is not null";
        String baseline = "(select mase from " + ACCURACY + " where measure = 'all' and method = 'seasonal-baseline')";
        Fact change = data.fact(
                new Origin(ACCURACY, all, "max(mase) / nullif(" + baseline + ", 0) - 1"), Unit.RATE.asChange());
        return change.number()
                .map(number -> new Paragraph(Text.of(
                        "Over all measures and their parts, {0} values of the past year, the error of such forecasts"
                                + " against that of a plain repetition of the past: {1}.",
                        data.fact(new Origin(ACCURACY, all, "max(value_count)"), Unit.count("values")), change)));
    }
}

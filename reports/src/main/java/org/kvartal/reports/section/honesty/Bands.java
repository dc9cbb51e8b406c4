package org.kvartal.reports.section.honesty;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.BandRecord;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.MeasureAhead;
import org.kvartal.reports.section.Share;

/** How often the bands held, beside what they promised: of the quarter and of the months, made one month ahead. */
final class Bands {
    private static final Unit FORECASTS = Unit.count("forecasts");

    private Bands() {}

    static DataTable table(ReportData data) {
        DataTable table = DataTable.of(
                "How often outcomes fell into the band that was to hold them",
                Column.text("Forecast"),
                Column.number("Promised", Unit.RATE),
                Column.number("Held", Unit.RATE),
                Column.number("95% from", Unit.RATE),
                Column.number("95% to", Unit.RATE),
                Column.number("Forecasts", FORECASTS));
        for (int percent : new int[] {50, 80, 95}) {
            table = table.row(quarter(data, percent));
        }
        for (MeasureAhead measure : MeasureAhead.values()) {
            if (number(count(data, measure)) > 0) {
                table = table.row(month(data, measure, "coherent_lower_80", "coherent_upper_80", "0.8"))
                        .row(month(data, measure, "lower_95", "upper_95", "0.95"));
            }
        }
        return table;
    }

    private static Cell[] quarter(ReportData data, int percent) {
        BandRecord record = BandRecord.of(data, percent);
        Fact promised =
                data.fact(new Origin(BandRecord.TABLE, BandRecord.OUTLOOK, "max(" + percent + " / 100.0)"), Unit.RATE);
        return cells("Bookings of the quarter", promised, record.share(), record.forecasts());
    }

    private static Cell[] month(ReportData data, MeasureAhead measure, String low, String high, String promised) {
        String made = Condition.all(measure.past(), low + " is not null");
        Estimate share = Share.of(
                data,
                new Origin(MeasureAhead.MADE, made, "count(*)"),
                "cast(actual between " + low + " and " + high + " as integer)",
                "1");
        return cells(
                measure.monthly(),
                data.fact(new Origin(MeasureAhead.MADE, made, "max(" + promised + ")"), Unit.RATE),
                share,
                data.fact(new Origin(MeasureAhead.MADE, made, "count(*)"), FORECASTS));
    }

    private static Cell[] cells(@Message String name, Fact promised, Estimate share, Fact count) {
        return new Cell[] {
            Cell.label(name),
            Cell.number(promised),
            Cell.number(share.value()),
            Cell.number(share.low()),
            Cell.number(share.high()),
            Cell.number(count)
        };
    }

    /** Months that were forecast and are over. */
    static Fact count(ReportData data, MeasureAhead measure) {
        return data.fact(new Origin(MeasureAhead.MADE, measure.past(), "count(coherent_mean)"), FORECASTS);
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

package org.kvartal.reports.section.outlook;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.MeasureAhead;
import org.kvartal.reports.section.Period;

/** What the months to come add up to. */
final class MonthsTotal {
    private MonthsTotal() {}

    static Paragraph of(ReportData data, MeasureAhead measure, Period ahead) {
        Fact sum = measure.ahead(data, ahead.includes("month"), "sum(mean)");
        return new Paragraph(
                isComparable(data, measure, ahead)
                        ? Text.of(
                                "Together, {0} add up to {1}, {2} against the same months a year before.",
                                ahead.name(), sum, change(data, measure, ahead))
                        : Text.of("Together, {0} add up to {1}.", ahead.name(), sum));
    }

    /** Whether the same months a year before are all known. */
    private static boolean isComparable(ReportData data, MeasureAhead measure, Period ahead) {
        Fact known = data.fact(
                new Origin(
                        MeasureAhead.MADE,
                        Condition.all(measure.past(), ahead.yearBefore().includes("month")),
                        "count(*)"),
                Unit.count("months"));
        return known.number().orElseThrow().intValue() >= ahead.months().size();
    }

    private static Fact change(ReportData data, MeasureAhead measure, Period ahead) {
        String earlier = "(select sum(actual) from " + MeasureAhead.MADE + " where "
                + Condition.all(measure.past(), ahead.yearBefore().includes("month")) + ")";
        return data.fact(
                new Origin(
                        MeasureAhead.FORECASTS,
                        Condition.all(measure.total(), ahead.includes("month")),
                        "cast(sum(mean) as double) / nullif(" + earlier + ", 0) - 1"),
                Unit.RATE.asChange());
    }
}

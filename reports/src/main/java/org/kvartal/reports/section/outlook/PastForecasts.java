package org.kvartal.reports.section.outlook;

import java.math.BigDecimal;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Period;

/** What the months to come add up to, and how near forecasts made in the past year came. */
final class PastForecasts {
    private static final String ACCURACY = "forecast.series_accuracy";
    private static final String HELD = "count_if(actual between coherent_lower_80 and coherent_upper_80)";

    private PastForecasts() {}

    /** Empty when no forecast has met its month yet. */
    static Optional<Paragraph> note(ReportData data, MeasureAhead measure, Period ahead) {
        Fact made = count(data, measure, "count(coherent_mean)");
        if (number(made).signum() == 0) {
            return Optional.empty();
        }
        Fact sum = measure.ahead(data, ahead.includes("month"), "sum(mean)");
        Text total = Text.of("Together, {0} add up to {1}", ahead.name(), sum);
        Text change = change(data, measure, ahead);
        Text held = Text.of(
                "; in the past year the range for the month to come held in {0} of {1} months, and its middle missed by"
                        + " {2} on average, a plain repetition of the past by {3}.",
                count(data, measure, HELD),
                made,
                measure.before(data, "", "avg(abs(actual - coherent_mean))"),
                measure.before(data, "", "avg(abs(actual - baseline))"));
        return Optional.of(new Paragraph(joined(total, change, held)));
    }

    /** Nothing where the same months a year before are not all known. */
    private static Text change(ReportData data, MeasureAhead measure, Period ahead) {
        String before = ahead.yearBefore().includes("month");
        Fact known = count(data, measure, "count(*) filter (where " + before + ")");
        if (number(known).intValue() < ahead.months().size()) {
            return Text.none();
        }
        String earlier = "(select sum(actual) from " + MeasureAhead.MADE + " where "
                + Condition.all(measure.past(), before) + ")";
        Fact change = data.fact(
                MeasureAhead.FORECASTS,
                Condition.all(measure.total(), ahead.includes("month")),
                "cast(sum(mean) as double) / nullif(" + earlier + ", 0) - 1",
                Unit.RATE.asChange());
        return Text.of(", {0} against the same months a year before", change);
    }

    /** How much less than the baseline the forecasts of all series miss by; empty where none can be scored. */
    static Optional<Paragraph> overall(ReportData data) {
        String all = "measure = 'all' and method = 'coherent' and mase is not null";
        String baseline = "(select mase from " + ACCURACY + " where measure = 'all' and method = 'seasonal-baseline')";
        Fact change = data.fact(ACCURACY, all, "max(mase) / nullif(" + baseline + ", 0) - 1", Unit.RATE.asChange());
        return change.number()
                .map(number -> new Paragraph(Text.of(
                        "Over all measures and their parts, {0} values of the past year, the error of such forecasts"
                                + " against that of a plain repetition of the past: {1}.",
                        data.cell(ACCURACY, all, "value_count", Unit.count("values")), change)));
    }

    private static Fact count(ReportData data, MeasureAhead measure, String value) {
        return data.fact(MeasureAhead.MADE, measure.past(), value, Unit.count("months"));
    }

    private static BigDecimal number(Fact fact) {
        return fact.number().orElse(BigDecimal.ZERO);
    }

    private static Text joined(Text... parts) {
        return Text.joined(parts);
    }
}

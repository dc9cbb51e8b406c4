package org.kvartal.reports.chart;

import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Scale;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/**
 * What stands above a chart: what it says, and of whom, what and when.
 *
 * @param message one line with what the reader is to see
 * @param who whose numbers: "Northwind Instruments", "Region East"
 * @param measure what is shown: "Bookings"
 * @param unit of all the numbers in the chart
 * @param period when, and which scenarios if more than one: "2024 to 2026, AC and FC"
 */
public record Heading(Text message, String who, Text measure, Unit unit, Text period) {

    public Heading {
        ChartLint.headed(message, who, measure, unit, period);
    }

    public Heading(Text message, String who, @Message String measure, Unit unit, @Message String period) {
        this(message, who, Text.of(measure), unit, Text.of(period));
    }

    public Heading(Text message, String who, @Message String measure, Unit unit, Text period) {
        this(message, who, Text.of(measure), unit, period);
    }

    /** "who – measure in unit – period", the unit as the chart's scale has it. */
    public String title(Language language, Scale scale) {
        String unitName = language.unitName(unit, scale);
        Text title = unitName.isEmpty()
                ? Text.of("{0} \u2013 {1} \u2013 {2}", Span.words(who), measure, period)
                : Text.of("{0} \u2013 {1} in {2} \u2013 {3}", Span.words(who), measure, Span.words(unitName), period);
        return title.print(language);
    }

    Stream<Fact> facts() {
        return message.facts();
    }
}

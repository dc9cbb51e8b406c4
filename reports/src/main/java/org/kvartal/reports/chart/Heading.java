package org.kvartal.reports.chart;

import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.NumberFormatting;
import org.kvartal.reports.fact.Scale;
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
public record Heading(Text message, String who, String measure, Unit unit, String period) {

    public Heading {
        ChartLint.headed(message, who, measure, unit, period);
    }

    /** "who – measure in unit – period", the unit as the chart's scale has it. */
    public String title(NumberFormatting numbers, Scale scale) {
        String unitName = numbers.unitName(unit, scale);
        return who + " \u2013 " + measure + (unitName.isEmpty() ? "" : " in " + unitName) + " \u2013 " + period;
    }

    Stream<Fact> facts() {
        return message.facts();
    }
}

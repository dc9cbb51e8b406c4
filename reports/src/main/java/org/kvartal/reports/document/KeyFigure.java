package org.kvartal.reports.document;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;

/**
 * One number that matters, with what it is to be compared with.
 *
 * @param comparison "+12% on the year before"; empty when there is nothing to compare with
 * @param trend the number over time, oldest first, drawn as a sparkline; empty for none
 * @param trendSpan what the sparkline covers: "last 24 months"
 */
public record KeyFigure(
        String label, Fact value, Text comparison, Verdict verdict, List<Fact> trend, String trendSpan) {

    /** What the comparison means for the business. */
    public enum Verdict {
        GOOD,
        BAD,
        NEUTRAL
    }

    public KeyFigure {
        trend = List.copyOf(trend);
    }

    public static KeyFigure of(String label, Fact value) {
        return new KeyFigure(label, value, new Text(List.of()), Verdict.NEUTRAL, List.of(), "");
    }

    public KeyFigure compared(Verdict newVerdict, Text newComparison) {
        return new KeyFigure(label, value, newComparison, newVerdict, trend, trendSpan);
    }

    public KeyFigure trend(String span, List<Fact> values) {
        return new KeyFigure(label, value, comparison, verdict, values, span);
    }

    /** The sparkline prints no number, so its values are not among them. */
    Stream<Fact> facts() {
        return Stream.concat(Stream.of(value), comparison.facts());
    }
}

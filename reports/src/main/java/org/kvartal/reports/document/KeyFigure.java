package org.kvartal.reports.document;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;

/**
 * One number that matters, with what it is to be compared with.
 *
 * @param comparison "+12% on the year before"; empty when there is nothing to compare with
 * @param trend the number over time, oldest first, drawn as a sparkline; empty for none
 * @param trendSpan what the sparkline covers: "last 24 months"
 */
public record KeyFigure(Text label, Fact value, Text comparison, Verdict verdict, List<Fact> trend, Text trendSpan) {

    /** What the comparison means for the business. */
    public enum Verdict {
        GOOD,
        BAD,
        NEUTRAL
    }

    public KeyFigure {
        trend = List.copyOf(trend);
    }

    public static KeyFigure of(@Message String label, Fact value) {
        return of(Text.of(label), value);
    }

    public static KeyFigure of(Text label, Fact value) {
        return new KeyFigure(label, value, Text.none(), Verdict.NEUTRAL, List.of(), Text.none());
    }

    public KeyFigure compared(Verdict newVerdict, Text newComparison) {
        return new KeyFigure(label, value, newComparison, newVerdict, trend, trendSpan);
    }

    public KeyFigure trend(@Message String span, List<Fact> values) {
        return trend(Text.of(span), values);
    }

    public KeyFigure trend(Text span, List<Fact> values) {
        return new KeyFigure(label, value, comparison, verdict, values, span);
    }

    /** The sparkline prints no number, so its values are not among them. */
    Stream<Fact> facts() {
        return Stream.concat(Stream.of(value), comparison.facts());
    }
}

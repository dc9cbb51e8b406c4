package org.kvartal.reports.section.summary;

import java.time.LocalDate;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.BookedChange;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Period;

/** Bookings of the last twelve months against the twelve before; always says something, if only why it cannot. */
final class GrowthRule implements Rule {
    @Override
    public Optional<Finding> judge(ReportData data) {
        LocalDate to = data.asOf();
        Period now = Period.days(to.minusYears(1).plusDays(1), to);
        Period before = Period.days(to.minusYears(2).plusDays(1), to.minusYears(1));
        return Optional.of(new Finding(
                Topic.GROWTH,
                Comparison.isCovered(data, before)
                        ? BookedChange.between(data, now, before)
                                .map(GrowthRule::sentence)
                                .orElseGet(() -> unknown(data))
                        : unknown(data)));
    }

    private static Text sentence(BookedChange change) {
        @Message
        String sentence = switch (change.direction()) {
            case UP ->
                "Bookings of the last twelve months grew to {0}, {1} on the twelve before (95% interval"
                        + " {2} to {3}).";
            case DOWN ->
                "Bookings of the last twelve months shrank to {0}, {1} on the twelve before (95%"
                        + " interval {2} to {3}).";
            case UNPROVEN ->
                "Bookings of the last twelve months came to {0}, {1} on the twelve before (95%"
                        + " interval {2} to {3}): growth is not proven.";
        };
        return Text.of(
                sentence,
                change.now(),
                change.change().value(),
                change.change().low(),
                change.change().high());
    }

    private static Text unknown(ReportData data) {
        return Comparison.firstClosing(data)
                .map(first -> Text.of(
                        "Growth over a year is not measurable yet: the data begin on {0}, and two full years are"
                                + " needed.",
                        Span.day(first)))
                .orElseGet(() -> Text.of("Growth is not measurable: no opportunity has been closed."));
    }
}

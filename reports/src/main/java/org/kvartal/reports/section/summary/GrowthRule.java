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
    public Criterion criterion() {
        return Criterion.ofWhole(
                "growth",
                Text.of("Bookings of the last twelve months against the twelve before"),
                Text.of("Always; growth is claimed only when the 95% interval of the change leaves out zero."),
                "mart.opportunities_as_of");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        LocalDate to = data.asOf();
        Period now = Period.days(to.minusYears(1).plusDays(1), to);
        Period before = Period.days(to.minusYears(2).plusDays(1), to.minusYears(1));
        return Optional.of(
                Comparison.isCovered(data, before)
                        ? BookedChange.between(data, now, before)
                                .map(GrowthRule::finding)
                                .orElseGet(() -> unknown(data))
                        : unknown(data));
    }

    private static Finding finding(BookedChange change) {
        @Message
        String sentence = switch (change.direction()) {
            case UP ->
                "Bookings of the last twelve months grew to {0}, {1} on the twelve before (95% interval {2} to {3}).";
            case DOWN ->
                "Bookings of the last twelve months shrank to {0}, {1} on the twelve before (95% interval {2} to {3}).";
            case UNPROVEN ->
                "Bookings of the last twelve months came to {0}, {1} on the twelve before (95% interval {2} to {3}):"
                        + " growth is not proven.";
        };
        return Finding.of(
                Topic.GROWTH,
                Text.of(
                        sentence,
                        change.now(),
                        change.change().value(),
                        change.change().low(),
                        change.change().high()),
                Finding.beyondChance(change.change()));
    }

    private static Finding unknown(ReportData data) {
        Text sentence = Comparison.firstClosing(data)
                .map(first -> Text.of(
                        "Growth over a year is not measurable yet: the data begin on {0}, and two full years are"
                                + " needed.",
                        Span.day(first)))
                .orElseGet(() -> Text.of("Growth is not measurable: no opportunity has been closed."));
        return Finding.of(Topic.GROWTH, sentence, 0);
    }
}

package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.BookedChange;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Period;

/** Bookings of the quarter differ from those it is compared with: the 95 % interval of the change leaves out zero. */
final class BookingsRule implements Rule {
    @Override
    public Criterion criterion() {
        return Criterion.ofWhole(
                "bookings",
                Text.of("Bookings of the quarter against the same days of the year before, else of the quarter before"),
                Text.of("The 95% interval of the change leaves out zero."),
                "mart.opportunities_as_of");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Comparison comparison = Comparison.of(data);
        return comparison
                .before()
                .flatMap(before -> BookedChange.between(data, comparison.now(), before)
                        .flatMap(change -> finding(change, comparison.now(), before)));
    }

    private static Optional<Finding> finding(BookedChange change, Period now, Period before) {
        return switch (change.direction()) {
            case UP ->
                Optional.of(finding(
                        Topic.SUCCESS,
                        "Bookings of {0} rose to {1}, {2} on {3} (95% interval {4} to {5}).",
                        change,
                        now,
                        before));
            case DOWN ->
                Optional.of(finding(
                        Topic.FAILURE,
                        "Bookings of {0} fell to {1}, {2} on {3} (95% interval {4} to {5}).",
                        change,
                        now,
                        before));
            case UNPROVEN -> Optional.empty();
        };
    }

    private static Finding finding(
            Topic topic, @Message String sentence, BookedChange change, Period now, Period before) {
        return Finding.of(
                topic,
                Text.of(
                        sentence,
                        now.name(),
                        change.now(),
                        change.change().value(),
                        before.name(),
                        change.change().low(),
                        change.change().high()),
                Finding.beyondChance(change.change()));
    }
}

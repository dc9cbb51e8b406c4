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
                Optional.of(new Finding(
                        Topic.SUCCESS,
                        sentence(
                                "Bookings of {0} rose to {1}, {2} on {3} (95% interval {4} to {5}).",
                                change, now, before)));
            case DOWN ->
                Optional.of(new Finding(
                        Topic.FAILURE,
                        sentence(
                                "Bookings of {0} fell to {1}, {2} on {3} (95% interval {4} to {5}).",
                                change, now, before)));
            case UNPROVEN -> Optional.empty();
        };
    }

    private static Text sentence(@Message String message, BookedChange change, Period now, Period before) {
        return Text.of(
                message,
                now.name(),
                change.now(),
                change.change().value(),
                before.name(),
                change.change().low(),
                change.change().high());
    }
}

package org.kvartal.forecast.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.worktime.Span;

/**
 * What had become of a request by the end of a day, and where its time went until then.
 *
 * <p>Nothing that happened later counts. It had ended when the record has an end before that, unless a later change opened
 * it again; without an end in the record when its last change of status was into one that ends it. Several such changes in a
 * row, as resolved and closed, are one end: the first. The stretches cover the time from its arrival to its end, or to the
 * end of the day while open, without gap or overlap: their lengths add up to the elapsed time.
 */
public final class RequestCourse {
    private static final Comparator<RequestChange> IN_ORDER =
            Comparator.comparing(RequestChange::at).thenComparing(RequestChange::kind);

    private final RequestRecord request;
    private final Instant until;
    private final Ending ending;
    private final AutoClose autoClose;
    private final List<RequestChange> changes;
    private final List<Stretch> stretches;
    private final StatusSpans spans;

    private RequestCourse(RequestRecord request, ClosingRules rules, Instant asOfEnd) {
        this.request = request;
        List<RequestChange> known = request.changes().stream()
                .filter(change -> change.at().isBefore(asOfEnd) && !change.at().isBefore(request.openedAt()))
                .sorted(IN_ORDER)
                .toList();
        End end = End.of(request, known, rules.words(), asOfEnd);
        this.until = end.at();
        this.changes =
                known.stream().filter(change -> !change.at().isAfter(until)).toList();
        this.spans = StatusSpans.of(changes, rules.words(), until);
        this.stretches = new Sweep(request.openedAt(), until, firstTouch(), spans.firstEnd(), rules.words())
                .over(changes, firstResponseAt().orElse(null));
        this.autoClose = rules.sign(end.ending(), until, waitedLast());
        this.ending = autoClose == AutoClose.NONE ? end.ending() : Ending.AUTO_CLOSED;
    }

    /** @param asOfEnd the first moment that is not known */
    public static RequestCourse of(RequestRecord request, ClosingRules rules, Instant asOfEnd) {
        return new RequestCourse(request, rules, asOfEnd);
    }

    public Ending ending() {
        return ending;
    }

    /** By what it is known that it was closed automatically. */
    public AutoClose autoClose() {
        return autoClose;
    }

    /** When it ended; while open the end of the day. */
    public Instant until() {
        return until;
    }

    /** Its record says that it ended before it arrived. */
    public boolean isBackwards() {
        return until.isBefore(request.openedAt());
    }

    /** When an agent first answered; empty when nobody had, and when the record has it before the arrival. */
    public Optional<Instant> firstResponseAt() {
        return Optional.ofNullable(request.firstResponseAt())
                .filter(at -> !at.isBefore(request.openedAt()) && !at.isAfter(until));
    }

    /** In order of time; none when it is backwards. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** Elapsed time of one part. */
    public Duration elapsed(Part part) {
        return stretches.stream()
                .filter(stretch -> stretch.part() == part)
                .map(stretch ->
                        Duration.between(stretch.span().from(), stretch.span().until()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** When the clock of a promise stands still: while the customer is to answer, and while it stood resolved. */
    public List<Span> pauses() {
        List<Span> pauses = new ArrayList<>(spans.waited());
        pauses.addAll(spans.stoodEnded());
        return pauses;
    }

    /** From its arrival to its end, without pauses. */
    public Duration elapsedWithoutPauses() {
        return pauses().stream()
                .map(pause -> Duration.between(pause.from(), pause.until()))
                .reduce(Duration.between(request.openedAt(), until), Duration::minus);
    }

    /** How often it was opened again after an end. */
    public int reopenCount() {
        return spans.stoodEnded().size();
    }

    /** How often it went from one agent or team to another; both at once are one time. */
    public long handOverCount() {
        return changes.stream()
                .filter(change -> change.kind() == RequestChange.Kind.HOLDER && change.before() != null)
                .map(RequestChange::at)
                .distinct()
                .count();
    }

    public long priorityChangeCount() {
        return changes.stream()
                .filter(change -> change.kind() == RequestChange.Kind.PRIORITY)
                .count();
    }

    private Instant firstTouch() {
        @Nullable Instant response = firstResponseAt().orElse(null);
        Instant moved = changes.stream()
                .filter(change -> change.kind() == RequestChange.Kind.STATUS)
                .map(RequestChange::at)
                .findFirst()
                .orElse(until);
        return response == null || moved.isBefore(response) ? moved : response;
    }

    private Duration waitedLast() {
        return spans.waited().stream()
                .filter(span -> span.until().equals(until))
                .map(span -> Duration.between(span.from(), until))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** How and when it ended. */
    private record End(Instant at, Ending ending) {
        static End of(RequestRecord request, List<RequestChange> known, StatusWords words, Instant asOfEnd) {
            List<RequestChange> moves = known.stream()
                    .filter(change -> change.kind() == RequestChange.Kind.STATUS)
                    .toList();
            int first = moves.size();
            while (first > 0 && words.ending(moves.get(first - 1).after()) != Ending.OPEN) {
                first--;
            }
            Optional<RequestChange> move = first < moves.size() ? Optional.of(moves.get(first)) : Optional.empty();
            Ending byMove = move.map(change -> words.ending(change.after())).orElse(Ending.OPEN);
            @Nullable Instant recorded = request.resolvedAt();
            boolean isRecorded = recorded != null && recorded.isBefore(asOfEnd);
            boolean isOpenedAgain = isRecorded
                    && byMove == Ending.OPEN
                    && !moves.isEmpty()
                    && moves.get(moves.size() - 1).at().isAfter(recorded);
            if (isRecorded && !isOpenedAgain) {
                Ending byStatus = byMove == Ending.OPEN ? words.ending(request.status()) : byMove;
                return new End(recorded, byStatus == Ending.OPEN ? Ending.RESOLVED : byStatus);
            }
            return move.map(change -> new End(change.at(), byMove)).orElse(new End(asOfEnd, Ending.OPEN));
        }
    }
}

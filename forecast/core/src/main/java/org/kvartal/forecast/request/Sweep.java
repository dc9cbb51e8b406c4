package org.kvartal.forecast.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.worktime.Span;

/** Cuts the time of a request at every change, and gives each piece to the part of {@link Part} that comes first. */
final class Sweep {
    private final Instant opened;
    private final Instant until;
    private final Instant firstTouch;
    private final @Nullable Instant firstEnd;
    private final StatusWords words;

    Sweep(Instant opened, Instant until, Instant firstTouch, @Nullable Instant firstEnd, StatusWords words) {
        this.opened = opened;
        this.until = until;
        this.firstTouch = firstTouch;
        this.firstEnd = firstEnd;
        this.words = words;
    }

    /** @param changes in order of time, none of them after the end */
    List<Stretch> over(List<RequestChange> changes, @Nullable Instant firstResponse) {
        List<Stretch> stretches = new ArrayList<>();
        boolean waits = false;
        boolean handedOver = false;
        int next = 0;
        @Nullable Instant from = null;
        for (Instant cut : cuts(changes, firstResponse)) {
            if (from != null) {
                add(stretches, part(from, waits, handedOver), from, cut);
            }
            handedOver = handedOver && !cut.equals(firstResponse);
            while (next < changes.size() && changes.get(next).at().equals(cut)) {
                RequestChange change = changes.get(next++);
                waits = change.kind() == RequestChange.Kind.STATUS ? words.isWaiting(change.after()) : waits;
                handedOver = change.kind() == RequestChange.Kind.HOLDER && change.before() != null;
            }
            from = cut;
        }
        return stretches;
    }

    private TreeSet<Instant> cuts(List<RequestChange> changes, @Nullable Instant firstResponse) {
        TreeSet<Instant> cuts = new TreeSet<>();
        if (!until.isBefore(opened)) {
            cuts.add(opened);
            cuts.add(until);
            cuts.add(firstTouch);
            changes.forEach(change -> cuts.add(change.at()));
            if (firstResponse != null) {
                cuts.add(firstResponse);
            }
        }
        return cuts;
    }

    private Part part(Instant from, boolean waits, boolean handedOver) {
        if (firstEnd != null && !from.isBefore(firstEnd)) {
            return Part.REOPENED;
        }
        if (waits) {
            return Part.WAITING;
        }
        if (from.isBefore(firstTouch)) {
            return Part.BEFORE_TOUCH;
        }
        return handedOver ? Part.HAND_OVER : Part.WORK;
    }

    /** Joins what belongs together. */
    private static void add(List<Stretch> stretches, Part part, Instant from, Instant to) {
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).part() == part) {
            stretches.set(
                    last, new Stretch(part, new Span(stretches.get(last).span().from(), to)));
        } else {
            stretches.add(new Stretch(part, new Span(from, to)));
        }
    }
}

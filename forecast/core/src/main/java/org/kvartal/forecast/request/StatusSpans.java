package org.kvartal.forecast.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.worktime.Span;

/**
 * Stretches of time that a request stood in some status.
 *
 * @param waited for the customer
 * @param stoodEnded from each end that did not last until it was opened again
 */
record StatusSpans(List<Span> waited, List<Span> stoodEnded) {
    StatusSpans {
        waited = List.copyOf(waited);
        stoodEnded = List.copyOf(stoodEnded);
    }

    /**
     * @param changes in order of time
     * @param until when the request ended, or was last seen
     */
    static StatusSpans of(List<RequestChange> changes, StatusWords words, Instant until) {
        List<Span> waited = new ArrayList<>();
        List<Span> stood = new ArrayList<>();
        @Nullable Instant waits = null;
        @Nullable Instant ended = null;
        for (RequestChange change : changes) {
            if (change.kind() != RequestChange.Kind.STATUS) {
                continue;
            }
            boolean isEnd = words.ending(change.after()) != Ending.OPEN;
            boolean isWaiting = words.isWaiting(change.after());
            waits = passed(waits, isWaiting, change.at(), waited);
            ended = passed(ended, isEnd, change.at(), stood);
        }
        passed(waits, false, until, waited);
        return new StatusSpans(waited, stood);
    }

    /** Since when it stands so after a change; a stretch that is over is kept. */
    private static @Nullable Instant passed(@Nullable Instant since, boolean goesOn, Instant at, List<Span> over) {
        if (since != null && !goesOn) {
            over.add(new Span(since, at));
        }
        return !goesOn ? null : since == null ? at : since;
    }

    /** The first end that did not last; null when there was none. */
    @Nullable
    Instant firstEnd() {
        return stoodEnded.isEmpty() ? null : stoodEnded.get(0).from();
    }
}

package org.kvartal.forecast.request;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the statuses of a source mean; capitals do not matter, and every other status means that it is being worked on. */
public final class StatusWords implements Serializable {
    private static final long serialVersionUID = 1;

    private final TreeSet<String> waiting;
    private final TreeSet<String> resolved;
    private final TreeSet<String> autoClosed;
    private final TreeSet<String> cancelled;

    public StatusWords(Set<String> waiting, Set<String> resolved, Set<String> autoClosed, Set<String> cancelled) {
        this.waiting = lowered(waiting);
        this.resolved = lowered(resolved);
        this.autoClosed = lowered(autoClosed);
        this.cancelled = lowered(cancelled);
    }

    private static TreeSet<String> lowered(Set<String> words) {
        return words.stream().map(StatusWords::lowered).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lowered(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    boolean isWaiting(@Nullable String status) {
        return status != null && waiting.contains(lowered(status));
    }

    /** How a request in this status has ended; OPEN when it has not. */
    Ending ending(@Nullable String status) {
        String word = status == null ? "" : lowered(status);
        if (resolved.contains(word)) {
            return Ending.RESOLVED;
        }
        if (autoClosed.contains(word)) {
            return Ending.AUTO_CLOSED;
        }
        return cancelled.contains(word) ? Ending.CANCELLED : Ending.OPEN;
    }
}

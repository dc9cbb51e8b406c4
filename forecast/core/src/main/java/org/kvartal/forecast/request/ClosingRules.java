package org.kvartal.forecast.request;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** By what an end is known that no agent brought about. */
public final class ClosingRules implements Serializable {
    private static final long serialVersionUID = 1;

    private final StatusWords words;
    private final Duration silence;
    private final TreeSet<Instant> bulkMoments;

    /**
     * @param silence a request that ended after so long a wait for the customer, without anything between, was closed by a
     *     rule; zero when there is no such rule
     * @param bulkMoments moments at which so many requests ended that no agent can have solved them
     */
    public ClosingRules(StatusWords words, Duration silence, Set<Instant> bulkMoments) {
        this.words = words;
        this.silence = silence;
        this.bulkMoments = bulkMoments.stream().collect(Collectors.toCollection(TreeSet::new));
    }

    StatusWords words() {
        return words;
    }

    /** By what it is known; NONE when an agent, or the customer, ended it. */
    AutoClose sign(Ending byStatus, Instant endedAt, Duration waitedBefore) {
        if (byStatus == Ending.AUTO_CLOSED) {
            return AutoClose.STATUS;
        }
        if (byStatus != Ending.RESOLVED) {
            return AutoClose.NONE;
        }
        if (bulkMoments.contains(endedAt)) {
            return AutoClose.BULK;
        }
        return !silence.isZero() && waitedBefore.compareTo(silence) >= 0 ? AutoClose.SILENCE : AutoClose.NONE;
    }
}

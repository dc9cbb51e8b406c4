package org.kvartal.jobs.analyze;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request of a customer.
 *
 * @param team the agent's, or the agent where there are no teams
 * @param kind category, priority and channel: what makes requests alike
 * @param end when it was resolved, or answered first; null while it goes on
 */
record ServiceRequest(
        String agent,
        String team,
        String kind,
        Instant opened,
        @Nullable Instant end) {}

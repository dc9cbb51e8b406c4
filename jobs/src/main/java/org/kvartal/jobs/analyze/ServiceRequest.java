package org.kvartal.jobs.analyze;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request of a customer.
 *
 * @param team the agent's, or the agent where there are no teams
 * @param kind category, priority and channel: what makes requests alike
 * @param answered when it was answered first; null while it was not
 * @param resolved null while it goes on
 * @param satisfaction mark of the customer; not a number without one
 */
record ServiceRequest(
        String agent,
        String team,
        String kind,
        String priority,
        Instant opened,
        @Nullable Instant answered,
        @Nullable Instant resolved,
        double satisfaction) {}

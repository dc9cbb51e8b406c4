package org.kvartal.jobs.analyze;

import java.util.List;

/**
 * An outcome of requests.
 *
 * @param values of the requests that have it
 * @param remarks on them, and on those that do not have it
 */
record OutcomeValues(List<Value> values, List<String> remarks) {
    OutcomeValues {
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }

    /** The outcome of one request. */
    record Value(ServiceRequest request, double value) {}

    static OutcomeValues none(String reason) {
        return new OutcomeValues(List.of(), List.of(reason));
    }
}

package org.kvartal.forecast.effect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Outcomes of requests as if all agents had the same kinds of requests: who gets the easy ones looks fast.
 * <pre>
 *   adjusted(r) = y(r) - m(kind of r, without the requests of r's agent) + m(all)
 * </pre>
 * m is a mean. The requests of the agent itself are left out: the agent's own gain must not be taken for an easy kind. A kind
 * that only one agent has is compared with nothing: its requests stay as they are. Kinds must not depend on the treatment,
 * as a priority set by the agent would. Source of leave-out means: Angrist and Pischke (2009), Mostly Harmless Econometrics,
 * section 4.6.
 */
public final class CaseMix {
    private final List<Request> requests = new ArrayList<>();
    private final Map<String, Sum> byKind = new HashMap<>();
    private final Map<Own, Sum> byKindAndAgent = new HashMap<>();
    private final Sum all = new Sum();

    private record Request(String agent, String kind, double outcome, long count) {}

    private record Own(String agent, String kind) {}

    private static final class Sum {
        private double total;
        private long count;

        void add(double mean, long times) {
            total += mean * times;
            count += times;
        }
    }

    /**
     * Adds a request.
     *
     * @param kind category, priority, channel: all that makes requests alike
     */
    public CaseMix add(String agent, String kind, double outcome) {
        return add(agent, kind, outcome, 1);
    }

    /**
     * Adds requests of one agent that are alike. Their mean is adjusted by the same that each of them would be.
     *
     * @param mean of their outcomes
     * @param count at least 1
     */
    public CaseMix add(String agent, String kind, double mean, long count) {
        requests.add(new Request(agent, kind, mean, count));
        byKind.computeIfAbsent(kind, any -> new Sum()).add(mean, count);
        byKindAndAgent.computeIfAbsent(new Own(agent, kind), any -> new Sum()).add(mean, count);
        all.add(mean, count);
        return this;
    }

    /** Adjusted outcomes or means, in the order in which they were added. */
    public double[] adjusted() {
        double mean = all.total / all.count;
        return requests.stream()
                .mapToDouble(request -> request.outcome() - expected(request, mean) + mean)
                .toArray();
    }

    private double expected(Request request, double otherwise) {
        Sum kind = byKind.getOrDefault(request.kind(), all);
        Sum own = byKindAndAgent.getOrDefault(new Own(request.agent(), request.kind()), all);
        long others = kind.count - own.count;
        return others > 0 ? (kind.total - own.total) / others : otherwise;
    }
}

package org.kvartal.forecast.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The times at which something ended, in order, each with how many were at risk. At risk at t are those with entry before
 * t and exit at t or later: who is censored at t counts as still going on at t.
 */
record RiskTable(List<Moment> moments) {
    RiskTable {
        moments = List.copyOf(moments);
    }

    /**
     * A time at which something ended.
     *
     * @param atRisk n
     * @param ends how many ended, by what ended them
     */
    record Moment(double time, long atRisk, Map<String, Long> ends) {
        Moment {
            ends = Map.copyOf(ends);
        }

        /** d, whatever the end. */
        long ended() {
            return ends.values().stream().mapToLong(Long::longValue).sum();
        }

        long endedBy(String end) {
            return ends.getOrDefault(end, 0L);
        }

        /** Greenwood's term d / (n (n - d)); 0 where nothing remains, because nothing is left to vary. */
        double greenwood() {
            long d = ended();
            return d == atRisk ? 0 : (double) d / ((double) atRisk * (atRisk - d));
        }
    }

    static RiskTable of(List<Observation> observations) {
        AtRisk atRisk = AtRisk.of(observations);
        List<Observation> byExit = observations.stream()
                .sorted(Comparator.comparingDouble(Observation::exit))
                .toList();
        List<Moment> moments = new ArrayList<>();
        int first = 0;
        while (first < byExit.size()) {
            double time = byExit.get(first).exit();
            Map<String, Long> ends = new HashMap<>();
            int next = first;
            while (next < byExit.size() && byExit.get(next).exit() == time) {
                if (!byExit.get(next).isCensored()) {
                    ends.merge(byExit.get(next).end(), byExit.get(next).count(), Long::sum);
                }
                next++;
            }
            if (!ends.isEmpty()) {
                moments.add(new Moment(time, atRisk.at(time), ends));
            }
            first = next;
        }
        return new RiskTable(moments);
    }
}

package org.kvartal.forecast.survival;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many of a group are at risk at a time: entered before it, and not gone before it. */
final class AtRisk {
    private final Cumulated entries;
    private final Cumulated exits;

    private AtRisk(Cumulated entries, Cumulated exits) {
        this.entries = entries;
        this.exits = exits;
    }

    static AtRisk of(List<Observation> observations) {
        return new AtRisk(
                Cumulated.by(Observation::entry, observations), Cumulated.by(Observation::exit, observations));
    }

    long at(double time) {
        return entries.before(time) - exits.before(time);
    }

    /** Subjects by a time of theirs: how many have it before another time. */
    private static final class Cumulated {
        private final double[] times;
        private final long[] counts;

        private Cumulated(double[] times, long[] counts) {
            this.times = times;
            this.counts = counts;
        }

        static Cumulated by(ToDoubleFunction<Observation> time, List<Observation> observations) {
            List<Observation> sorted = observations.stream()
                    .sorted(Comparator.comparingDouble(time))
                    .toList();
            long[] counts = new long[sorted.size() + 1];
            for (int i = 0; i < sorted.size(); i++) {
                counts[i + 1] = counts[i] + sorted.get(i).count();
            }
            return new Cumulated(sorted.stream().mapToDouble(time).toArray(), counts);
        }

        long before(double limit) {
            int low = 0;
            int high = times.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (times[middle] < limit) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return counts[low];
        }
    }
}

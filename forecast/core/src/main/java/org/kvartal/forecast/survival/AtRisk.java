package org.kvartal.forecast.survival;

import java.util.Arrays;
import java.util.List;

/** How many of a group are at risk at a time: entered before it, and not gone before it. */
final class AtRisk {
    private final double[] entries;
    private final double[] exits;

    private AtRisk(double[] entries, double[] exits) {
        this.entries = entries;
        this.exits = exits;
    }

    static AtRisk of(List<Observation> observations) {
        return new AtRisk(
                observations.stream().mapToDouble(Observation::entry).sorted().toArray(),
                observations.stream().mapToDouble(Observation::exit).sorted().toArray());
    }

    int at(double time) {
        return countBelow(entries, time) - countBelow(exits, time);
    }

    private static int countBelow(double[] sorted, double limit) {
        int at = Arrays.binarySearch(sorted, limit);
        int below = at < 0 ? -at - 1 : at;
        while (below > 0 && sorted[below - 1] == limit) {
            below--;
        }
        return below;
    }
}

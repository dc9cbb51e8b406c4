package org.kvartal.forecast.timeseries.hierarchy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.kvartal.forecast.timeseries.TimeSeries;

/**
 * The pasts of all nodes, summed from those of the bottom series, which all end at the same moment.
 *
 * <p>Before its first value a series is not there yet and adds nothing to sums. A series silent at its end for more than a
 * season (at least {@value #SHORTEST_SILENCE} values) has ended and adds nothing after that. Any other missing value makes
 * the sums missing at that moment, as a sum without a part of it would look like a fall.
 */
final class NodeHistories {
    private static final int SHORTEST_SILENCE = 3;

    private final Grouping grouping;
    private final TimeSeries form;
    private final int length;
    private final double[][] values;
    private final int[] starts;
    private final int[] ends;

    /** @param form a series with the seasons of all */
    private NodeHistories(Grouping grouping, TimeSeries form, int length) {
        this.grouping = grouping;
        this.form = form;
        this.length = length;
        this.values = new double[grouping.nodeCount()][length];
        this.starts = new int[grouping.nodeCount()];
        this.ends = new int[grouping.nodeCount()];
    }

    static NodeHistories of(Grouping grouping, Map<String, TimeSeries> seriesByName) {
        int length = 0;
        for (String name : grouping.bottom()) {
            TimeSeries series = seriesByName.get(name);
            if (series == null) {
                throw new IllegalArgumentException("Invalid hierarchy: no values of series %s".formatted(name));
            }
            length = Math.max(length, series.length());
        }
        TimeSeries form = seriesByName.get(grouping.bottom().get(0));
        NodeHistories histories = new NodeHistories(grouping, form, length);
        Arrays.fill(histories.starts, length);
        for (int b = 0; b < grouping.bottom().size(); b++) {
            histories.place(b, seriesByName.get(grouping.bottom().get(b)));
        }
        histories.addUp();
        return histories;
    }

    private void place(int bottom, TimeSeries series) {
        int node = grouping.aggregateCount() + bottom;
        int shift = length - series.length();
        int start = 0;
        while (start < series.length() && Double.isNaN(series.value(start))) {
            start++;
        }
        int end = series.length();
        while (end > start && Double.isNaN(series.value(end - 1))) {
            end--;
        }
        boolean hasEnded = series.length() - end > Math.max(SHORTEST_SILENCE, form.season());
        for (int t = start; t < (hasEnded ? end : series.length()); t++) {
            values[node][shift + t] = series.value(t);
        }
        starts[node] = shift + start;
        ends[node] = hasEnded ? shift + end : length;
    }

    private void addUp() {
        int aggregates = grouping.aggregateCount();
        double[] moment = new double[grouping.nodeCount()];
        for (int t = 0; t < length; t++) {
            for (int i = aggregates; i < moment.length; i++) {
                moment[i] = values[i][t];
            }
            grouping.summing().addUp(moment);
            for (int a = 0; a < aggregates; a++) {
                values[a][t] = moment[a];
            }
        }
        SummingMatrix summing = grouping.summing();
        for (int level = 0; level < summing.aggregateLevelCount(); level++) {
            for (int b = 0; b < summing.bottomCount(); b++) {
                int group = summing.group(level, b);
                starts[group] = Math.min(starts[group], starts[aggregates + b]);
                ends[group] = Math.max(ends[group], ends[aggregates + b]);
            }
        }
    }

    int length() {
        return length;
    }

    int season() {
        return form.season();
    }

    /** What was known of a node before a moment, from its first value on; empty if it had none. */
    TimeSeries before(int node, int moment) {
        int start = Math.min(starts[node], moment);
        boolean hasEnded = ends[node] < moment - Math.max(SHORTEST_SILENCE, form.season());
        return form.withValues(Arrays.copyOfRange(values[node], hasEnded ? moment : start, moment));
    }

    /** The value of a node, 0 before its start and after its end, {@code NaN} if missing. */
    double value(int node, int moment) {
        return values[node][moment];
    }

    /** Mean |y[t] - y[t-m]| of each node, m the season; 0 where there is none. */
    double[] seasonalChanges() {
        int m = form.season();
        double[] changes = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            int count = 0;
            for (int t = starts[i] + m; t < length; t++) {
                double change = Math.abs(values[i][t] - values[i][t - m]);
                if (!Double.isNaN(change)) {
                    sum += change;
                    count++;
                }
            }
            changes[i] = count == 0 ? 0 : sum / count;
        }
        return changes;
    }

    /** The mean of the known values of each bottom series. */
    double[] bottomMeans() {
        return Arrays.stream(values, grouping.aggregateCount(), values.length)
                .mapToDouble(row -> Arrays.stream(row)
                        .filter(v -> !Double.isNaN(v))
                        .average()
                        .orElse(0))
                .toArray();
    }

    /** The bottom series, from 0, that were never below 0. */
    BitSet neverNegative() {
        BitSet nonNegative = new BitSet();
        for (int b = 0; b < grouping.bottom().size(); b++) {
            nonNegative.set(
                    b, Arrays.stream(values[grouping.aggregateCount() + b]).allMatch(v -> Double.isNaN(v) || v >= 0));
        }
        return nonNegative;
    }
}

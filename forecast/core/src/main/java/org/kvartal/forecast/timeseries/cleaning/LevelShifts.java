package org.kvartal.forecast.timeseries.cleaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvartal.forecast.timeseries.OrderStatistics;

/**
 * Changes of level that stayed.
 *
 * <pre>
 *   d[t]     = x[t] - x[t-1]
 *   shift[t] = median(x[t..t+w-1]) - median(x[t-w..t-1])            w = 6
 *   found:     d[t] is far out among all d (Tukey's outer fences, 3 quartile ranges), and shift[t] has its sign and at
 *              least 0.7 of its size and 4 times the median distance of x from its median on either side; of found
 *              neighbours within w the largest
 * </pre>
 *
 * A wandering series has no far-out steps, an outlier no lasting shift. Source: after Balke (1993), Detecting level shifts
 * in time series, J. of Business and Economic Statistics 11, with medians in place of least squares.
 */
final class LevelShifts {
    private static final int SIDE = 6;
    private static final double FAR_OUT = 3;
    private static final double LASTING = 0.7;
    private static final double CLEAR = 4;

    private LevelShifts() {}

    /** The shifts of complete values without season and outliers, in the order of time. */
    static List<LevelShift> of(double[] x) {
        int n = x.length;
        if (n < 4 * SIDE) {
            return List.of();
        }
        double[] steps = new double[n];
        for (int t = 1; t < n; t++) {
            steps[t] = x[t] - x[t - 1];
        }
        double[] sorted = Arrays.copyOfRange(steps, 1, n);
        Arrays.sort(sorted);
        double low = OrderStatistics.quantile(sorted, 0.25);
        double high = OrderStatistics.quantile(sorted, 0.75);
        double reach = FAR_OUT * (high - low);
        List<LevelShift> shifts = new ArrayList<>();
        for (int t = SIDE; t <= n - SIDE; t++) {
            if (reach > 0 && (steps[t] < low - reach || steps[t] > high + reach)) {
                LevelShift shift = new LevelShift(t, Robust.median(x, t - SIDE, t), Robust.median(x, t, t + SIDE));
                boolean isClear = Math.abs(shift.size()) >= CLEAR * Math.max(spread(x, t - SIDE), spread(x, t));
                if (isClear && shift.size() / steps[t] >= LASTING) {
                    keep(shift, shifts);
                }
            }
        }
        return List.copyOf(shifts);
    }

    private static double spread(double[] x, int from) {
        double[] distances = Arrays.copyOfRange(x, from, from + SIDE);
        double centre = Robust.median(distances, 0, SIDE);
        for (int i = 0; i < SIDE; i++) {
            distances[i] = Math.abs(distances[i] - centre);
        }
        return Robust.median(distances, 0, SIDE);
    }

    private static void keep(LevelShift shift, List<LevelShift> shifts) {
        int last = shifts.size() - 1;
        if (last < 0 || shift.index() - shifts.get(last).index() >= SIDE) {
            shifts.add(shift);
        } else if (Math.abs(shift.size()) > Math.abs(shifts.get(last).size())) {
            shifts.set(last, shift);
        }
    }
}

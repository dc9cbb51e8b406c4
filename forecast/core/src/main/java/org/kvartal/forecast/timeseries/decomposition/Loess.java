package org.kvartal.forecast.timeseries.decomposition;

/**
 * Smoothing by local straight lines.
 *
 * <pre>
 *   at x: weighted least squares line of y[i] on i over the q nearest i
 *   weight[i] = (1 - (|i - x| / d)^3)^3          d: distance to the farthest of them, more when q exceeds n
 *   every jump-th x is fitted, those between are interpolated
 * </pre>
 *
 * Source: Cleveland, Cleveland, McRae and Terpenning (1990), STL, J. of Official Statistics 6, sections 2 and 3.
 */
final class Loess {
    private final int window;
    private final int jump;

    /** @param window number of neighbours, at least 3 */
    Loess(int window, int jump) {
        this.window = window;
        this.jump = Math.max(1, jump);
    }

    /** Smooths the first {@code n} values into {@code smooth}. */
    void smooth(double[] y, int n, double[] smooth) {
        int previous = 0;
        smooth[0] = at(y, n, 0);
        while (previous < n - 1) {
            int next = Math.min(previous + jump, n - 1);
            smooth[next] = at(y, n, next);
            for (int i = previous + 1; i < next; i++) {
                double share = (double) (i - previous) / (next - previous);
                smooth[i] = smooth[previous] + share * (smooth[next] - smooth[previous]);
            }
            previous = next;
        }
    }

    /** The smooth value at any place, also before the first value (-1) and after the last (n). */
    double at(double[] y, int n, double x) {
        int neighbours = Math.min(window, n);
        int from = (int) Math.round(x - (neighbours - 1) / 2.0);
        from = Math.max(0, Math.min(n - neighbours, from));
        int to = from + neighbours;
        double distance = Math.max(x - from, to - 1 - x) + Math.max(0, (window - n) / 2);
        double sum = 0;
        double sumX = 0;
        double sumXX = 0;
        double sumY = 0;
        double sumXY = 0;
        for (int i = from; i < to; i++) {
            double away = i - x;
            double ratio = Math.abs(away) / Math.max(distance, 1);
            if (ratio < 0.999) {
                double cube = 1 - ratio * ratio * ratio;
                double weight = ratio < 0.001 ? 1 : cube * cube * cube;
                sum += weight;
                sumX += weight * away;
                sumXX += weight * away * away;
                sumY += weight * y[i];
                sumXY += weight * away * y[i];
            }
        }
        if (sum == 0) {
            return y[(int) Math.max(0, Math.min(n - 1, Math.round(x)))];
        }
        double spread = sumXX - sumX * sumX / sum;
        if (spread < 1e-9 * (1 + sumXX)) {
            return sumY / sum;
        }
        double slope = (sumXY - sumX * sumY / sum) / spread;
        return (sumY - slope * sumX) / sum;
    }
}

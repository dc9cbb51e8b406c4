package org.kvartal.forecast.timeseries.cleaning;

import org.kvartal.forecast.timeseries.OrderStatistics;

/**
 * What the neighbours of a value say it should be: a robust straight line through them, the value itself left out.
 *
 * <pre>
 *   slope  = median over i of median over j of (x[j] - x[i]) / (j - i)      i, j the 2 k nearest neighbours of t
 *   line(t) = median over i of x[i] + slope (t - i)
 * </pre>
 *
 * Up to half of the neighbours may be wild. Source: Siegel (1982), Robust regression using repeated medians, Biometrika
 * 69; on moving windows: Davies, Fried and Gather (2004), Robust signal extraction, J. Statistical Planning and
 * Inference 122.
 */
final class LocalLine {
    private final double[] x;
    private final int neighbours;
    private final double[] slopes;
    private final double[] inner;
    private final int[] places;

    /** @param k neighbours on each side; there must be more than 2 k values */
    LocalLine(double[] x, int k) {
        this.x = x;
        neighbours = 2 * k;
        slopes = new double[neighbours];
        inner = new double[neighbours - 1];
        places = new int[neighbours];
    }

    double at(int t) {
        int from = Math.max(0, Math.min(x.length - neighbours - 1, t - neighbours / 2));
        int n = 0;
        for (int i = from; n < neighbours; i++) {
            if (i != t) {
                places[n++] = i;
            }
        }
        for (int i = 0; i < neighbours; i++) {
            int count = 0;
            for (int j = 0; j < neighbours; j++) {
                if (j != i) {
                    inner[count++] = (x[places[j]] - x[places[i]]) / (places[j] - places[i]);
                }
            }
            slopes[i] = OrderStatistics.median(inner);
        }
        double slope = OrderStatistics.median(slopes);
        for (int i = 0; i < neighbours; i++) {
            slopes[i] = x[places[i]] + slope * (t - places[i]);
        }
        return OrderStatistics.median(slopes);
    }
}

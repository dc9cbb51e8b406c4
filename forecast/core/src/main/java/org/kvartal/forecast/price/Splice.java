package org.kvartal.forecast.price;

/**
 * How a new window is joined to what is already published, which is never revised.
 *
 * <pre>
 *   w: the new window of N periods; its last is t, the others are published as I
 *   movement   I[t] = I[t-1]     w[N-1] / w[N-2]
 *   window     I[t] = I[t-N+1]   w[N-1] / w[0]
 *   half       I[t] = I[middle]  w[N-1] / w[(N-1)/2]
 *   mean       I[t] = geometric mean of the links to all published periods of the window
 * </pre>
 *
 * Source: Diewert and Fox (2022), Substitution bias in multilateral methods for CPI construction, Journal of Business and
 * Economic Statistics 40 (mean splice); Consumer Price Index Manual (2020), chapter 10.
 */
public enum Splice {
    MOVEMENT,
    WINDOW,
    HALF,
    MEAN;

    /** The index of the window's last period, given those published for the others. */
    double next(double[] published, double[] window) {
        int last = window.length - 1;
        return switch (this) {
            case MOVEMENT -> link(published, window, last - 1);
            case WINDOW -> link(published, window, 0);
            case HALF -> link(published, window, last / 2);
            case MEAN -> mean(published, window);
        };
    }

    private static double link(double[] published, double[] window, int place) {
        return published[place] * window[window.length - 1] / window[place];
    }

    private static double mean(double[] published, double[] window) {
        double sum = 0;
        int links = 0;
        for (int place = 0; place < published.length; place++) {
            double log = Math.log(link(published, window, place));
            if (Double.isFinite(log)) {
                sum += log;
                links++;
            }
        }
        return Math.exp(sum / links);
    }
}

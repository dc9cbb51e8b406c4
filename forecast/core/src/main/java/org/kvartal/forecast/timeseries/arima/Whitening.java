package org.kvartal.forecast.timeseries.arima;

/** Passes series through the filter of one model, which turns errors of that model into independent ones. */
final class Whitening {
    private final ArimaOrder order;
    private final double[] coefficients;
    private final double[] ar;
    private final double[] ma;

    /** @param coefficients in the order p, q, P, Q */
    Whitening(ArimaOrder order, double[] coefficients) {
        this.order = order;
        this.coefficients = coefficients;
        int m = order.season();
        int seasonalStart = order.p() + order.q();
        ar = lags(0, order.p(), seasonalStart, order.seasonalP(), m, -1);
        ma = lags(order.p(), order.q(), seasonalStart + order.seasonalP(), order.seasonalQ(), m, 1);
    }

    private double[] lags(int start, int count, int seasonalStart, int seasonalCount, int m, int sign) {
        double[] lags = new double[count + seasonalCount * m];
        System.arraycopy(coefficients, start, lags, 0, count);
        for (int j = 0; j < seasonalCount; j++) {
            int lag = (j + 1) * m;
            double seasonal = coefficients[seasonalStart + j];
            lags[lag - 1] += seasonal;
            for (int i = 0; i < count; i++) {
                lags[lag + i] += sign * coefficients[start + i] * seasonal;
            }
        }
        return lags;
    }

    /** The independent errors of a differenced series. */
    double[] of(double[] differenced) {
        double[] white = new double[differenced.length];
        new ArmaFilter(differenced, ar.length, ma.length).run(ar, ma, 0, white);
        return white;
    }

    /** What the model says after a series, in its own unit. */
    double[] ahead(double[] values, int horizon) {
        double[] differenced = Differences.of(values, order.d(), order.seasonalD(), order.season());
        ArmaFilter filter = new ArmaFilter(differenced, ar.length, ma.length);
        filter.run(ar, ma, 0, new double[differenced.length]);
        ArmaPolynomials none = new ArmaPolynomials(order);
        return new ArimaFit(order, values, coefficients, 0, filter, none, 0, 0, 0).means(horizon);
    }
}

package org.kvartal.jobs.demo;

import java.util.List;

/** Slope of a logistic regression on one variable, by Newton's method. */
final class LogitSlope {
    private static final int STEPS = 12;

    private LogitSlope() {}

    /** @param rows each with x, and Y or N */
    static double of(List<List<Object>> rows) {
        double a = 0;
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double ga = 0;
            double gb = 0;
            double haa = 0;
            double hab = 0;
            double hbb = 0;
            for (List<Object> row : rows) {
                double x = ((Number) row.get(0)).doubleValue();
                double p = 1 / (1 + Math.exp(-a - b * x));
                double error = ("Y".equals(row.get(1)) ? 1 : 0) - p;
                ga += error;
                gb += error * x;
                haa += p * (1 - p);
                hab += p * (1 - p) * x;
                hbb += p * (1 - p) * x * x;
            }
            double determinant = haa * hbb - hab * hab;
            a += (hbb * ga - hab * gb) / determinant;
            b += (haa * gb - hab * ga) / determinant;
        }
        return b;
    }
}

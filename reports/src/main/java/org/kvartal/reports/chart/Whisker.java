package org.kvartal.reports.chart;

import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;

/** The interval of an estimate as a line with a cap at each end. */
final class Whisker {
    private static final double CAP = 4;

    private Whisker() {}

    static void vertical(Svg svg, double x, Axis axis, Estimate estimate) {
        double low = axis.at(number(estimate.low()));
        double high = axis.at(number(estimate.high()));
        String caps = horizontal(x, low) + horizontal(x, high);
        svg.path(Ink.WHISKER, "M" + Svg.n(x) + " " + Svg.n(low) + "V" + Svg.n(high) + caps, "");
    }

    static void horizontal(Svg svg, double y, Axis axis, Estimate estimate) {
        double low = axis.at(number(estimate.low()));
        double high = axis.at(number(estimate.high()));
        String caps = vertical(low, y) + vertical(high, y);
        svg.path(Ink.WHISKER, "M" + Svg.n(low) + " " + Svg.n(y) + "H" + Svg.n(high) + caps, "");
    }

    private static String horizontal(double x, double y) {
        return "M" + Svg.n(x - CAP) + " " + Svg.n(y) + "H" + Svg.n(x + CAP);
    }

    private static String vertical(double x, double y) {
        return "M" + Svg.n(x) + " " + Svg.n(y - CAP) + "V" + Svg.n(y + CAP);
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

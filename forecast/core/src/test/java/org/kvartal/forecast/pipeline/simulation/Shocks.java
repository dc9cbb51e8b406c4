package org.kvartal.forecast.pipeline.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The shared shock of each quarter: a log-normal factor on every hazard of winning, drawn on the first use. */
final class Shocks {
    private final double deviation;
    private final RandomGenerator random;
    private final Map<Integer, Double> byQuarter = new HashMap<>();

    Shocks(double deviation, RandomGenerator random) {
        this.deviation = deviation;
        this.random = random;
    }

    double on(Day day) {
        return byQuarter.computeIfAbsent(day.quarter(), quarter -> Draws.logNormal(deviation, random));
    }

    void assume(Day day, double shock) {
        byQuarter.put(day.quarter(), shock);
    }
}

package org.kvartal.forecast.pipeline.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What every shape of pipeline has.
 *
 * @param dealsPerDay deals created on a working day of an average month, at the start of 2020
 * @param growth growth of that number, a fraction per year
 * @param sleepRisk probability that a deal falls asleep at each moment at which deals do
 * @param shockDeviation standard deviation of the logarithm of the quarter's shock on the hazard of winning
 * @param rush factor on the hazard of winning before the end of the period by which owners are judged
 * @param inflation growth of amounts, a fraction per year
 * @param discount median discount at close, a fraction of the amount; log-normal with deviation 0.4
 * @param skillDeviation standard deviation of the logarithm of the owners' skill
 */
record Terms(
        double dealsPerDay,
        double growth,
        double sleepRisk,
        double shockDeviation,
        double rush,
        double inflation,
        double discount,
        double skillDeviation) {
    private static final List<Double> SEASONS =
            List.of(0.8, 0.95, 1.15, 1.0, 1.05, 1.1, 0.75, 0.7, 1.2, 1.25, 1.2, 0.85);
    private static final double DISCOUNT_DEVIATION = 0.4;
    private static final double LARGEST_DISCOUNT = 0.5;

    double expectedDeals(Day day) {
        return day.isWorking() ? dealsPerDay * Math.pow(1 + growth, day.years()) * SEASONS.get(day.month() - 1) : 0;
    }

    double amount(double mean, double deviation, Day day, RandomGenerator random) {
        double noise = Math.exp(deviation * random.nextGaussian() - deviation * deviation / 2);
        return cents(mean * Math.pow(1 + inflation, day.years()) * noise);
    }

    double closingAmount(double amount, RandomGenerator random) {
        double drawn = discount * Math.exp(DISCOUNT_DEVIATION * random.nextGaussian());
        return cents(amount * (1 - Math.min(drawn, LARGEST_DISCOUNT)));
    }

    static double cents(double amount) {
        return Math.rint(amount * 100) / 100;
    }
}

package org.kvartal.forecast.pipeline.simulation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Who sells and who buys. The observer knows every owner's skill. */
record Company(List<Double> skills, List<Account> accounts) {
    private static final List<String> INDUSTRIES = List.of("Retail", "Machinery", "Health", "Energy", "Logistics");
    private static final List<String> REGIONS = List.of("North", "South", "East", "West");
    private static final double MEDIAN_EMPLOYEES = 120;
    private static final double EMPLOYEES_DEVIATION = 1.3;

    static Company drawn(int owners, int accounts, double skillDeviation, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return new Company(
                IntStream.range(0, owners)
                        .mapToObj(i -> Draws.logNormal(skillDeviation, random))
                        .toList(),
                IntStream.range(0, accounts).mapToObj(i -> account(i, random)).toList());
    }

    private static Account account(int number, RandomGenerator random) {
        return new Account(
                "A%04d".formatted(number),
                Draws.oneOf(INDUSTRIES, random),
                Draws.oneOf(REGIONS, random),
                1 + (int) (MEDIAN_EMPLOYEES * Draws.logNormal(EMPLOYEES_DEVIATION, random)));
    }
}

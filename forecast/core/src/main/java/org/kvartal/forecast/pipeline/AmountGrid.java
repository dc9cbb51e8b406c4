package org.kvartal.forecast.pipeline;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Equally spaced amounts from zero upwards on which bookings are added up.
 *
 * <p>When all amounts are multiples of one step and their sum needs few cells, the grid is exact. Otherwise it ends
 * eight standard deviations above the mean of the best quarter, and an amount between two cells is split so that its
 * mean stays.
 *
 * @param step distance between two cells, in the project's currency
 * @param size number of cells, a power of two
 */
record AmountGrid(double step, int size) {
    private static final int MAX_EXACT_CELLS = 8192;
    private static final int ROUNDED_CELLS = 2048;
    private static final double STANDARD_DEVIATIONS = 8;
    private static final double CENTS = 100;

    static AmountGrid covering(List<Scenario> scenarios) {
        double longest = scenarios.stream().mapToDouble(AmountGrid::reach).max().orElse(0);
        double total = scenarios.stream().mapToDouble(AmountGrid::total).max().orElse(0);
        double commonStep = commonStep(scenarios);
        double exactReach = scenarios.stream().anyMatch(scenario -> scenario.newWins() > 0) ? longest : total;
        if (exactReach / commonStep + 1 <= MAX_EXACT_CELLS) {
            int cells = (int) Math.ceil(exactReach / commonStep) + 1;
            return new AmountGrid(commonStep, powerOfTwoFrom(cells));
        }
        return new AmountGrid(Math.min(longest, exactReach) / (ROUNDED_CELLS - 1), ROUNDED_CELLS);
    }

    /** Adds the mass of an amount distribution to the cells; what lies past the end goes into the last cell. */
    void spread(AmountDistribution amount, double mass, double[] cells) {
        double[] values = amount.amounts();
        double share = mass / values.length;
        for (double value : values) {
            double position = Math.min(value / step, size - 1.0);
            int below = (int) position;
            double above = position - below;
            cells[below] += share * (1 - above);
            if (above > 0) {
                cells[below + 1] += share * above;
            }
        }
    }

    private static double reach(Scenario scenario) {
        double largest = amounts(scenario).max().orElse(0);
        return Math.max(largest, scenario.mean() + STANDARD_DEVIATIONS * Math.sqrt(scenario.variance()));
    }

    private static double total(Scenario scenario) {
        return scenario.stakes().stream()
                .mapToDouble(stake -> stake.amount().max())
                .sum();
    }

    private static DoubleStream amounts(Scenario scenario) {
        return DoubleStream.concat(
                scenario.stakes().stream().mapToDouble(stake -> stake.amount().max()),
                DoubleStream.of(scenario.newAmount().max()));
    }

    /** The greatest amount, in whole cents, of which all amounts are multiples. */
    private static double commonStep(List<Scenario> scenarios) {
        long cents = 0;
        for (Scenario scenario : scenarios) {
            cents = commonDivisor(cents, scenario.newAmount());
            for (Stake stake : scenario.stakes()) {
                if (cents == 1) {
                    return cents / CENTS;
                }
                cents = commonDivisor(cents, stake.amount());
            }
        }
        return Math.max(1, cents) / CENTS;
    }

    private static long commonDivisor(long cents, AmountDistribution amount) {
        long divisor = cents;
        for (double value : amount.amounts()) {
            divisor = commonDivisor(divisor, Math.round(value * CENTS));
        }
        return divisor;
    }

    private static long commonDivisor(long first, long second) {
        long divisor = first;
        for (long rest = second; rest != 0; ) {
            long next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return divisor;
    }

    private static int powerOfTwoFrom(int cells) {
        return Integer.highestOneBit(Math.max(2, 2 * cells - 1));
    }
}

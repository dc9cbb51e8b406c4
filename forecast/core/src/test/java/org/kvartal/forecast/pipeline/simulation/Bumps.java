package org.kvartal.forecast.pipeline.simulation;

/** Hazards by age in days: two bumps and a tail. */
final class Bumps {
    private static final int DAYS = 5500;
    private static final double SECOND_WIDTH = 22;

    private final double[] hazards = new double[DAYS];
    private final double[] highest = new double[DAYS];

    /**
     * @param first height of the first bump, around {@code firstDay} with the width as of a normal density
     * @param second height of the second bump, around {@code secondDay}
     */
    Bumps(double first, double firstDay, double firstWidth, double second, double secondDay, double tail) {
        double soFar = 0;
        for (int age = DAYS - 1; age >= 0; age--) {
            hazards[age] = bump(first, firstDay, firstWidth, age) + bump(second, secondDay, SECOND_WIDTH, age) + tail;
            soFar = Math.max(soFar, hazards[age]);
            highest[age] = soFar;
        }
    }

    double at(int age) {
        return hazards[age];
    }

    double highestFrom(int age) {
        return highest[age];
    }

    private static double bump(double height, double day, double width, int age) {
        double z = (age - day) / width;
        return height * Math.exp(-z * z / 2);
    }
}

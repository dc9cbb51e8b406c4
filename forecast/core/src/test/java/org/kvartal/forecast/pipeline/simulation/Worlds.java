package org.kvartal.forecast.pipeline.simulation;

import java.time.LocalDate;
import java.util.List;

/** Parameters: one set to develop a model on, and another that nobody tunes on. */
final class Worlds {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    private Worlds() {}

    static List<World> development(long seed) {
        Terms funnel = new Terms(3, 0.06, 0.03, 0.25, 2.5, 0.05, 0.1, 0.25);
        Terms ageOnly = new Terms(4, 0.1, 0.15, 0.25, 1.4, 0.03, 0.06, 0.2);
        Terms promises = new Terms(3, 0.05, 0.15, 0.25, 2, 0.04, 0.08, 0.2);
        return List.of(
                new World(
                        new Funnel(
                                funnel,
                                List.of(0.22, 0.2, 0.18, 0.2),
                                List.of(0.1, 0.08, 0.07, 0.05, 0.05),
                                0.2,
                                List.of(0.3, 0.5, 0.7, 0.85, 0.95),
                                0.12),
                        16,
                        400,
                        START,
                        seed),
                new World(
                        new AgeOnly(
                                ageOnly,
                                new Bumps(0.012, 18, 7, 0.02, 95, 0.0002),
                                new Bumps(0.015, 9, 6, 0.011, 75, 0.002),
                                35,
                                0.15),
                        20,
                        300,
                        START,
                        seed),
                new World(
                        new Promises(promises, 0.045, 0.012, -0.22, -0.08, List.of(0.4, 0.7, 0.9)),
                        12,
                        500,
                        START,
                        seed));
    }

    static List<World> test(long seed) {
        Terms funnel = new Terms(2, 0.1, 0.04, 0.32, 2.9, 0.07, 0.14, 0.35);
        Terms ageOnly = new Terms(5, 0.02, 0.25, 0.2, 1.8, 0.06, 0.1, 0.3);
        Terms promises = new Terms(4, -0.03, 0.15, 0.3, 2.6, 0.02, 0.12, 0.3);
        return List.of(
                new World(
                        new Funnel(
                                funnel,
                                List.of(0.3, 0.16, 0.2, 0.25),
                                List.of(0.16, 0.05, 0.09, 0.04, 0.03),
                                0.16,
                                List.of(0.2, 0.45, 0.75, 0.9, 0.95),
                                0.16),
                        25,
                        250,
                        START,
                        seed),
                new World(
                        new AgeOnly(
                                ageOnly,
                                new Bumps(0.018, 30, 9, 0.016, 120, 0.0002),
                                new Bumps(0.008, 20, 8, 0.014, 100, 0.0015),
                                20,
                                0.3),
                        30,
                        500,
                        START.plusMonths(6),
                        seed),
                new World(
                        new Promises(promises, 0.035, 0.015, -0.33, -0.12, List.of(0.3, 0.6, 0.85)),
                        9,
                        700,
                        START.plusMonths(3),
                        seed));
    }
}

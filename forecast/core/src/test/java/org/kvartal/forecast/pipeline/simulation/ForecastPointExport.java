package org.kvartal.forecast.pipeline.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes forecast points to a folder: {@code ForecastPointExport <folder> development|test [<first seed>]}. */
final class ForecastPointExport {
    private static final LocalDate FIRST_QUARTER = LocalDate.of(2023, 1, 1);
    private static final int QUARTERS = 8;
    private static final int SEEDS = 4;
    private static final int DAYS_APART = 30;
    private static final int DRAWS = 4000;
    private static final int LIFETIMES = 400;

    private ForecastPointExport() {}

    public static void main(String[] arguments) throws IOException {
        boolean development = arguments[1].equals("development");
        long firstSeed = arguments.length > 2 ? Long.parseLong(arguments[2]) : development ? 11 : 71;
        for (long seed = firstSeed; seed < firstSeed + SEEDS; seed++) {
            for (World world : development ? Worlds.development(seed) : Worlds.test(seed)) {
                world.fullExtract()
                        .write(Path.of(arguments[0], "full", world.shape().name() + "-" + seed));
                for (ForecastPoint point : points(world, DRAWS, LIFETIMES)) {
                    point.write(Path.of(arguments[0]));
                }
            }
        }
    }

    /** Every other quarter of the last two years, at its start or 30 or 60 days later, in turns. */
    static List<ForecastPoint> points(World world, int draws, int lifetimes) {
        Pipeline pipeline = world.born(Journal.NONE);
        List<Deal> came = world.lived(World.END, Journal.NONE).deals();
        List<ForecastPoint> points = new ArrayList<>();
        for (int quarter = (int) (world.seed() % 2); quarter < QUARTERS; quarter += 2) {
            LocalDate start = FIRST_QUARTER.plusMonths(3L * quarter);
            long days = (world.seed() + quarter / 2) % 3 * DAYS_APART;
            LocalDate asOf = start.minusDays(1).plusDays(days);
            LocalDate until = start.plusMonths(3).minusDays(1);
            points.add(new ForecastPoint(world, pipeline, came, asOf, until, draws, lifetimes));
        }
        return points;
    }
}

package org.kvartal.forecast.pipeline.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A world seen at the end of a day, and what it books until the end of a later one: (asOf, until]. */
final class ForecastPoint {
    private static final List<Double> PROBABILITIES = List.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);

    private final World world;
    private final LocalDate asOf;
    private final LocalDate until;
    private final Truth truth;
    private final List<Deal> open;
    private final List<Deal> won;

    /**
     * @param pipeline as lived until some day up to the as-of date; it lives on to that
     * @param came every deal of the world at the end of its last day
     */
    ForecastPoint(
            World world,
            Pipeline pipeline,
            List<Deal> came,
            LocalDate asOf,
            LocalDate until,
            int draws,
            int lifetimes) {
        this.world = world;
        this.asOf = asOf;
        this.until = until;
        pipeline.advanceTo((int) asOf.toEpochDay());
        this.truth = new Truth(pipeline, (int) until.toEpochDay(), draws, lifetimes, world.seed() ^ asOf.toEpochDay());
        this.open = pipeline.open().stream().map(Deal::copy).toList();
        this.won = came.stream()
                .filter(deal -> deal.won && deal.closed > asOf.toEpochDay() && deal.closed <= until.toEpochDay())
                .toList();
    }

    World world() {
        return world;
    }

    LocalDate asOf() {
        return asOf;
    }

    LocalDate until() {
        return until;
    }

    /** The deals open at the end of the as-of date, in the order of the truth's probabilities. */
    List<Deal> open() {
        return open;
    }

    Truth truth() {
        return truth;
    }

    /** Amount that really came. */
    double actual() {
        return won.stream().mapToDouble(deal -> deal.amount).sum();
    }

    /** Numbers of the deals that were really won in the period. */
    Set<Integer> won() {
        return won.stream().map(deal -> deal.number).collect(Collectors.toCollection(HashSet::new));
    }

    /** The usual report of a CRM: probability times amount of what is promised in the period, or of all if nothing is. */
    double stageWeighted() {
        return open.stream()
                .filter(deal -> deal.promised == Deal.NONE
                        || deal.promised > asOf.toEpochDay() && deal.promised <= until.toEpochDay())
                .filter(world.shape()::showsAmount)
                .mapToDouble(deal -> deal.amount * world.shape().probability(deal))
                .sum();
    }

    /** Writes the extract of the day, the truth, and one line per draw of the true distribution. */
    void write(Path root) throws IOException {
        Path folder = root.resolve("%s-%d-%s".formatted(world.shape().name(), world.seed(), asOf));
        world.extract(asOf).write(folder);
        Files.write(folder.resolve("truth.csv"), truthLines());
        Files.write(folder.resolve("true_deals.csv"), dealLines());
        Files.write(
                folder.resolve("true_sums.csv"),
                Arrays.stream(truth.sums()).mapToObj(Extract::money).toList());
    }

    private List<String> truthLines() {
        List<String> cells = new ArrayList<>(List.of(asOf.toString(), until.toString(), Extract.money(actual())));
        PROBABILITIES.forEach(probability -> cells.add(Extract.money(truth.quantile(probability))));
        cells.add(Extract.money(truth.mean()));
        cells.add(Extract.money(stageWeighted()));
        return List.of("as_of,until,actual,p5,p10,p25,p50,p75,p90,p95,mean,stage_weighted", String.join(",", cells));
    }

    private List<String> dealLines() {
        Set<Integer> numbers = won();
        List<String> lines = new ArrayList<>(List.of("opportunity_id,p_win_in_period,p_win_ever,won_in_period"));
        for (int i = 0; i < open.size(); i++) {
            Deal deal = open.get(i);
            lines.add("%s,%.5f,%.5f,%d"
                    .formatted(
                            deal.id(), truth.winInPeriod(i), truth.winEver(i), numbers.contains(deal.number) ? 1 : 0));
        }
        return lines;
    }
}

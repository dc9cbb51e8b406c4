package org.kvartal.forecast.effect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The helpdesk of an Italian software company, 2010 to 2013 (Polato 2017, 4TU.ResearchData): nobody there was trained at
 * dates of ours. Outcome: mean logarithm of the minutes from taking a ticket to resolving it, by agent and quarter.
 */
class HelpdeskPlaceboTest {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssxxx");
    private static final int REGISTERS = 100;

    private record Resolved(String agent, long quarter, double logMinutes) {}

    private record Cell(String agent, long quarter) {}

    @Test
    void inventedTrainingDatesGiveNoEvidence() throws IOException {
        Map<Cell, List<Double>> cells = cells();
        int claims = 0;
        int measured = 0;
        for (int seed = 0; seed < REGISTERS; seed++) {
            Optional<Aggregate> simple = simple(cells, new Random(seed));
            if (simple.isPresent() && simple.get().support().refusal().isEmpty()) {
                measured++;
                claims += simple.get().sampling().p(simple.get().effect(), 0) < 0.05 ? 1 : 0;
            }
        }
        assertThat(measured).isGreaterThan(50);
        assertThat(claims).isLessThanOrEqualTo(Math.round(0.08f * measured));
    }

    private static Optional<Aggregate> simple(Map<Cell, List<Double>> cells, Random random) {
        Map<String, Long> trained = new LinkedHashMap<>();
        PanelBuilder panel = new PanelBuilder(List.of());
        cells.forEach((cell, values) -> {
            long first = trained.computeIfAbsent(
                    cell.agent(), agent -> random.nextInt(3) == 0 ? Panel.NEVER : 2011 * 4 + 2L * random.nextInt(3));
            double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
            panel.add(cell.agent(), cell.quarter(), first, mean);
        });
        return new CallawaySantAnna(Control.NOT_YET).estimate(panel.build()).simple();
    }

    private static Map<Cell, List<Double>> cells() throws IOException {
        Map<String, List<String[]>> byTicket = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] cells = line.split(",", -1);
            byTicket.computeIfAbsent(cells[6], ticket -> new ArrayList<>()).add(cells);
        }
        Map<Cell, List<Double>> cells =
                new TreeMap<>(Comparator.comparing(Cell::agent).thenComparing(Cell::quarter));
        for (List<String[]> events : byTicket.values()) {
            resolved(events)
                    .ifPresent(one -> cells.computeIfAbsent(
                                    new Cell(one.agent(), one.quarter()), cell -> new ArrayList<>())
                            .add(one.logMinutes()));
        }
        return cells;
    }

    private static Optional<Resolved> resolved(List<String[]> events) {
        OffsetDateTime taken = null;
        for (String[] event : events) {
            OffsetDateTime at = OffsetDateTime.parse(event[3], WRITTEN);
            if (taken == null && event[0].equals("Take in charge ticket")) {
                taken = at;
            } else if (taken != null && event[0].equals("Resolve ticket") && at.isAfter(taken)) {
                double minutes = Duration.between(taken, at).toSeconds() / 60.0;
                long quarter = at.getYear() * 4L + (at.getMonthValue() - 1) / 3;
                return Optional.of(new Resolved(event[2], quarter, Math.log(minutes)));
            }
        }
        return Optional.empty();
    }

    private static List<String> lines() throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../../shared");
        Path file = Path.of(setting, "data", "helpdesk_it", "helpdesk.csv");
        assumeTrue(Files.exists(file), () -> "shared data absent: " + file);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).toList();
        }
    }
}

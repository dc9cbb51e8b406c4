package org.kvartal.forecast.survival;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Survival in days with advanced lung cancer (Loprinzi et al. 1994), the data set {@code lung} of R's package survival:
 * 228 patients, 165 deaths. The numbers expected of it are what that package prints.
 */
record Lung(Observation observation, String site, String sex, int age, String ecog, String karno, String weightLoss) {
    static List<Lung> patients() throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../../shared");
        Path file = Path.of(setting, "data", "methods", "survival_lung", "lung.csv");
        assumeTrue(Files.exists(file), () -> "shared data absent: " + file);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).map(line -> patient(line.split(",", -1))).toList();
        }
    }

    static List<Observation> all() throws IOException {
        return patients().stream().map(Lung::observation).toList();
    }

    static List<Observation> ofSex(String sex) throws IOException {
        return patients().stream()
                .filter(patient -> patient.sex().equals(sex))
                .map(Lung::observation)
                .toList();
    }

    private static Lung patient(String[] cells) {
        double days = Double.parseDouble(cells[1]);
        Observation seen = cells[2].equals("2") ? Observation.ended(days, "died") : Observation.censored(days);
        return new Lung(seen, cells[0], cells[4], Integer.parseInt(cells[3]), cells[5], cells[6], cells[9]);
    }
}

package org.kvartal.forecast.effect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Employment of teenagers in 500 counties, 2003 to 2007, whose states raised their minimum wage in 2004, 2006, 2007 or not:
 * the data set {@code mpdta} of R's package did (Callaway and Sant'Anna 2021).
 */
final class CountyTeens {
    private CountyTeens() {}

    static Panel panel() throws IOException {
        return panel(List.of());
    }

    /** With the logarithm of the population as a covariate. */
    static Panel withPopulation() throws IOException {
        return panel(List.of("lpop"));
    }

    private static Panel panel(List<String> covariates) throws IOException {
        PanelBuilder panel = new PanelBuilder(covariates);
        for (String line : lines()) {
            String[] cells = line.split(",");
            long first = Long.parseLong(cells[4]);
            List<Double> values = covariates.isEmpty() ? List.of() : List.of(Double.parseDouble(cells[2]));
            panel.add(
                    cells[1],
                    cells[1],
                    Long.parseLong(cells[0]),
                    first == 0 ? Panel.NEVER : first,
                    Double.parseDouble(cells[3]),
                    values);
        }
        return panel.build();
    }

    private static List<String> lines() throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../../shared");
        Path file = Path.of(setting, "data", "mpdta", "mpdta.csv");
        assumeTrue(Files.exists(file), () -> "shared data absent: " + file);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1).toList();
        }
    }
}

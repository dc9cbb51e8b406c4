package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One call of {@code kvartal analyze forecast} and what it left. */
record ForecastRun(int exitCode, String out, String err, String forecasts) {

    /** Forecasts the series of a CSV file of this text. */
    static ForecastRun of(Path folder, String input, String... options) throws IOException {
        return of(folder, Files.writeString(folder.resolve("in.csv"), input), options);
    }

    static ForecastRun of(Path folder, Path input, String... options) throws IOException {
        Path forecasts = folder.resolve("out.csv");
        Files.deleteIfExists(forecasts);
        List<String> arguments =
                new ArrayList<>(List.of("forecast", "--input", input.toString(), "--out", forecasts.toString()));
        arguments.addAll(List.of(options));
        AnalyzeRun run = AnalyzeRun.of(arguments.toArray());
        String text = Files.exists(forecasts) ? Files.readString(forecasts) : "";
        return new ForecastRun(run.exitCode(), run.out(), run.err(), text);
    }

    List<String> lines() {
        return forecasts.lines().toList();
    }

    /** The cells of a column, from the top. */
    List<String> column(String name) {
        int place = List.of(lines().get(0).split(",")).indexOf(name);
        return lines().stream().skip(1).map(line -> line.split(",", -1)[place]).toList();
    }
}

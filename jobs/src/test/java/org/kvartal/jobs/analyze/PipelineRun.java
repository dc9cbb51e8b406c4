package org.kvartal.jobs.analyze;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code kvartal analyze pipeline} did with files: exit code, message, and the two files it left, or empty texts. */
record PipelineRun(int exitCode, String err, String forecast, String deals) {
    static final String AS_OF = "2023-09-30";
    static final String UNTIL = "2023-12-31";

    /** Runs on the four files of a CRM, written as CSV. */
    static PipelineRun of(Path folder, SampleCrm crm, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--opportunities",
                        crm.opportunities()
                                .write(folder.resolve("opportunities.csv"))
                                .toString(),
                "--history", crm.history().write(folder.resolve("history.csv")).toString(),
                "--changes", crm.changes().write(folder.resolve("changes.csv")).toString(),
                "--accounts",
                        crm.accounts().write(folder.resolve("accounts.csv")).toString()));
        all.addAll(List.of(options));
        return of(folder, all);
    }

    static PipelineRun of(Path folder, List<String> options) throws IOException {
        Path forecast = folder.resolve("out/forecast.csv");
        Path deals = folder.resolve("out/deals.csv");
        Files.deleteIfExists(forecast);
        Files.deleteIfExists(deals);
        List<String> arguments = new ArrayList<>(List.of("pipeline"));
        arguments.addAll(options);
        arguments.addAll(List.of("--out", forecast.toString(), "--deals", deals.toString()));
        if (!options.contains("--as-of")) {
            arguments.addAll(List.of("--as-of", AS_OF));
        }
        if (!options.contains("--until")) {
            arguments.addAll(List.of("--until", UNTIL));
        }
        AnalyzeRun run = AnalyzeRun.of(arguments.toArray());
        return new PipelineRun(run.exitCode(), run.err(), text(forecast), text(deals));
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** The two files, to be compared byte for byte. */
    String outputs() {
        return forecast + deals;
    }

    boolean leftNothing() {
        return outputs().isEmpty();
    }
}

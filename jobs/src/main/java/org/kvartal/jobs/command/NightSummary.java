package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.kvartal.jobs.run.PublishedRun;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.publish.Releases;

/** What a night has left, in a few lines. */
final class NightSummary {
    private static final String ROWS =
            "select sum(read_count), sum(loaded_count), sum(quarantined_count), sum(deduplicated_count),"
                    + " sum(filtered_count) from quality.row_balance";
    private static final String FLAGS = "select count(*) from quality.flags";
    private static final String QUARANTINED = "select \"table\" from quality.row_balance"
            + " group by \"table\" having sum(quarantined_count) > 0 order by \"table\"";

    private final Path output;
    private final Path release;
    private final LocalDate date;

    NightSummary(Path output, LocalDate date) {
        this.output = output;
        this.release = new Releases(output)
                .of(date)
                .orElseThrow(() -> new IllegalStateException("Cannot find the release of " + date + " in " + output));
        this.date = date;
    }

    private void failed(Datasets datasets, PrintWriter err) {
        String gates =
                "select gate || ' ' || verdict || ': ' || reason from quality.gates where reason <> '' and night = date '"
                        + date + "' order by all";
        datasets.names(gates).forEach(gate -> err.println("kvartal: gate " + gate));
    }

    /** The report's path on standard output, the counts on standard error. */
    void print(PrintWriter out, PrintWriter err) {
        try (Datasets datasets = Datasets.open(release.resolve(Releases.DATA))) {
            Object[] rows = datasets.row(ROWS);
            Object flags = datasets.row(FLAGS)[0];
            err.printf(
                    "%s  rows read %s = loaded %s + quarantined %s + deduplicated %s + filtered %s; flags %s%n",
                    date, rows[0], rows[1], rows[2], rows[3], rows[4], flags);
            failed(datasets, err);
            List<String> tables = datasets.names(QUARANTINED);
            if (!tables.isEmpty()) {
                err.println("kvartal: published with quarantined rows of " + String.join(", ", tables)
                        + "; list them with: kvartal check --out " + output + " --as-of " + date);
            }
        }
        PublishedRun.of(release)
                .blockedSections()
                .forEach((section, reason) ->
                        err.println("kvartal: section " + section + " shows nothing of this night: " + reason));
        out.println(release.resolve("report/en/index.html"));
        out.flush();
    }
}

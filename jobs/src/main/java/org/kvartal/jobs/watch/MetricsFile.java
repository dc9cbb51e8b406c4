package org.kvartal.jobs.watch;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.disk.DiskUse;
import org.kvartal.jobs.disk.WholeFile;
import org.kvartal.jobs.run.PublishedRun;
import org.kvartal.jobs.run.RunListener;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.reports.publish.Releases;

/**
 * Writes the state of the project for Prometheus when a run has ended, however it ended: the file always tells all, so
 * that the time of the last success stays when a night fails. Stands behind the {@link HistoryKeeper}.
 */
final class MetricsFile implements RunListener {
    /** The collector runs as another user. */
    private static final String OF_COLLECTORS = "rw-r--r--";

    private final Path file;
    private final String project;
    private final ZoneId zone;
    private final Path output;

    MetricsFile(Path file, String project, ZoneId zone, Path output) {
        this.file = file;
        this.project = project;
        this.zone = zone;
        this.output = output;
    }

    @Override
    public void runEnded(RunOutcome outcome) {
        RunMetrics metrics = new RunMetrics(project);
        List<PastRun> runs = new RunHistory(output).runs();
        if (!runs.isEmpty()) {
            metrics.history(runs);
        }
        // This process holds the lock until its listeners have heard the end; another's is told by the exit code.
        boolean locked = outcome.exitCode() == ExitCode.LOCKED;
        metrics.gauge("kvartal.locked", "", "1 when the last run found the lock taken.", locked ? 1 : 0);
        disk(metrics);
        new Releases(output)
                .latest()
                .ifPresent(release -> new ReleaseMetrics(metrics)
                        .measure(
                                release,
                                LocalDate.parse(PublishedRun.of(release).asOf())
                                        .plusDays(1)
                                        .atStartOfDay(zone)
                                        .toInstant()));
        WholeFile.write(file, metrics.text(), OF_COLLECTORS);
    }

    private void disk(RunMetrics metrics) {
        String bytes = RunMetrics.BYTES;
        metrics.gauge("kvartal.lake.size", bytes, "Files of the lake.", DiskUse.of(output.resolve("lake")));
        metrics.gauge("kvartal.releases.size", bytes, "Files of releases.", DiskUse.of(output.resolve("published")));
        metrics.gauge(
                "kvartal.releases",
                "",
                "Dates published.",
                new Releases(output).dates().size());
    }
}

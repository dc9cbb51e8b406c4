package org.kvartal.jobs.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.kvartal.jobs.run.FinishedStep;

/** The state of a project in the text format of Prometheus. Every metric is a gauge with the label {@code project}. */
final class RunMetrics {
    static final String SECONDS = "seconds";
    static final String BYTES = "bytes";
    private static final String STEP = "step";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Tags project;

    RunMetrics(String project) {
        this.project = Tags.of("project", project);
    }

    /** How the last attempt ended, and when something was published last. */
    void history(List<PastRun> runs) {
        PastRun last = runs.get(runs.size() - 1);
        gauge(
                "kvartal.run.exit.code",
                "",
                "Exit code of the last run.",
                last.exitCode().orElse(-1));
        gauge("kvartal.run.duration", SECONDS, "Duration of the last run.", last.seconds());
        gauge("kvartal.run.cpu", SECONDS, "Processor time of the last run.", last.cpuSeconds());
        gauge("kvartal.run.end.timestamp", SECONDS, "When the last run ended, since 1970.", end(last));
        for (FinishedStep step : last.steps()) {
            gauge("kvartal.step.duration", SECONDS, "Duration of a step.", step.seconds(), STEP, step.name());
            gauge("kvartal.step.cpu", SECONDS, "Processor time of a step.", step.cpuSeconds(), STEP, step.name());
            gauge("kvartal.step.spark.jobs", "", "Spark jobs of a step.", step.sparkJobs(), STEP, step.name());
        }
        runs.stream()
                .filter(PastRun::published)
                .mapToDouble(RunMetrics::end)
                .max()
                .ifPresent(end -> gauge(
                        "kvartal.last.success.timestamp", SECONDS, "When a run published last, since 1970.", end));
    }

    private static double end(PastRun run) {
        return run.started().toEpochMilli() / 1000.0 + run.seconds();
    }

    /** @param unit as the name is to end with; empty for a pure number */
    void gauge(String name, String unit, String description, double value, String... labels) {
        Gauge.builder(name, () -> value)
                .strongReference(true)
                .baseUnit(unit.isEmpty() ? null : unit)
                .description(description)
                .tags(project.and(labels))
                .register(registry);
    }

    String text() {
        return registry.scrape();
    }
}

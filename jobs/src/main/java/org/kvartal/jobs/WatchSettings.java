package org.kvartal.jobs;

import java.nio.file.Path;
import java.util.Optional;
import org.kvartal.ingest.settings.ConfigSection;

/**
 * Sections {@code metrics}, {@code lineage} and {@code log}: what a run leaves for those who watch many. Nothing is
 * written that is not asked for.
 *
 * @param metrics file of the node exporter's textfile collector
 * @param lineage file to which OpenLineage events are added
 * @param log file to which a run and the libraries write, one JSON object a line
 * @param logMegabytes size at which a log is laid aside
 * @param logCount logs kept beside the one that is written
 */
public record WatchSettings(
        Optional<Path> metrics, Optional<Path> lineage, Optional<Path> log, int logMegabytes, int logCount) {
    private static final String FILE = "file";
    private static final int MEGABYTES = 10;
    private static final int COUNT = 9;
    private static final int MOST = 1000;

    static WatchSettings read(ConfigSection root) {
        ConfigSection log = root.section("log");
        return new WatchSettings(
                file(root.section("metrics")),
                file(root.section("lineage")),
                file(log),
                log.integerFrom(1, MOST, "megabytes", MEGABYTES),
                log.integerFrom(1, MOST, "keep", COUNT));
    }

    private static Optional<Path> file(ConfigSection section) {
        return section.has(FILE) ? Optional.of(section.path(FILE)) : Optional.empty();
    }
}

package org.kvartal.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.jobs.ReportConfig;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.publish.Releases;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that reads what is published. */
final class ReleaseOptions {
    @Mixin
    private ProjectOptions project;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Release to read (default: the newest).")
    private @Nullable LocalDate asOf;

    /**
     * Opens the datasets of the release.
     *
     * @param verb what is to be done with them, for the message when there are none
     */
    Datasets datasets(String verb) {
        return Datasets.open(release(verb).resolve(Releases.DATA));
    }

    /** All releases of the project. */
    Releases all() {
        return new Releases(project.output());
    }

    /** The configuration of the project whose release it is. */
    ReportConfig config() {
        return project.reportConfig();
    }

    /** The folder of the release. */
    Path release(String verb) {
        Path output = project.output();
        Releases releases = all();
        if (asOf == null) {
            return releases.latest()
                    .orElseThrow(
                            () -> new InvalidUse("Cannot " + verb + " " + output + ": nothing is published there yet"));
        }
        return releases.of(asOf)
                .orElseThrow(() -> new InvalidUse("Cannot " + verb + " " + output + " as of " + asOf
                        + ": published dates are " + releases.dates()));
    }
}

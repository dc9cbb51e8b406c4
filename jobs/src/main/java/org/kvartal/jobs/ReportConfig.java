package org.kvartal.jobs;

import java.nio.file.Path;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.reports.ReportSettings;
import org.kvartal.reports.publish.Releases;

/**
 * What the report of a stored release needs of a project's configuration. The sources are not looked at, so their
 * presets and passwords may be out of reach.
 */
public record ReportConfig(ProjectSettings project, ReportSettings report, Path output) {
    /**
     * Reads it.
     *
     * @throws org.kvartal.ingest.settings.InvalidSettings with everything that is wrong in what is needed
     */
    public static ReportConfig read(Path path, Surroundings surroundings) {
        ConfigFile file = ConfigFile.read(path, surroundings);
        ProjectSettings project = ProjectSettings.read(file.root().section("project"));
        Path output = KvartalConfig.output(file.root());
        Path kept = new Releases(output).latest().orElse(output).resolve(Releases.SECTIONS);
        ReportSettings report = ReportSettings.readKept(file.root().section("report"), project.name(), kept);
        file.problems().throwIfAnyInWhatWasRead();
        return new ReportConfig(project, report, output);
    }
}

package org.kvartal.jobs;

import java.nio.file.Path;
import org.kvartal.ingest.settings.ConfigFile;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.ingest.settings.Surroundings;
import org.kvartal.jobs.notify.NotificationSettings;

/**
 * What telling people needs of a project's configuration. The rest is not looked at, so that people are told even when it
 * cannot be used: a password that is missing, a preset with a mistake.
 */
public record NotifyConfig(ProjectSettings project, NotificationSettings notifications, Path output) {
    /**
     * Reads it.
     *
     * @throws org.kvartal.ingest.settings.InvalidSettings with everything that is wrong in what is needed
     */
    public static NotifyConfig read(Path path, Surroundings surroundings) {
        ConfigFile file = ConfigFile.read(path, surroundings);
        ProjectSettings project = ProjectSettings.read(file.root().section("project"));
        NotificationSettings notifications = NotificationSettings.read(file.root(), project.languages());
        Path output = KvartalConfig.output(file.root());
        file.problems().throwIfAnyInWhatWasRead();
        return new NotifyConfig(project, notifications, output);
    }
}

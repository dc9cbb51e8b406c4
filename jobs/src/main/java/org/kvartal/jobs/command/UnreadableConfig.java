package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.settings.InvalidSettings;
import org.kvartal.jobs.KvartalConfig;
import org.kvartal.jobs.NotifyConfig;
import org.kvartal.jobs.alert.RunAlerts;
import org.kvartal.jobs.alert.StateFiles;
import org.kvartal.jobs.log.JsonLog;
import org.kvartal.jobs.run.RunOutcome;
import org.kvartal.jobs.run.ShieldedListeners;

/** A night that cannot begin for its configuration, as with a password that is not set, is told like any other failure. */
final class UnreadableConfig {
    private UnreadableConfig() {}

    /** The configuration; when it cannot be used, people are told as far as it says whom. */
    static KvartalConfig told(
            ProjectOptions project, @Nullable LocalDate asOf, PrintWriter err, Optional<JsonLog> console) {
        try {
            return project.config();
        } catch (InvalidSettings e) {
            tell(project, asOf, e, err);
            console.ifPresent(JsonLog::beginFailed);
            throw e;
        }
    }

    private static void tell(
            ProjectOptions project, @Nullable LocalDate asOf, InvalidSettings invalid, PrintWriter err) {
        NotifyConfig config;
        try {
            config = project.notifyConfig();
        } catch (InvalidSettings whomToTellIsUnknown) {
            return;
        }
        // Before the first run somebody looks on.
        if (Files.isDirectory(config.output())) {
            Clock clock = new SteadyClock();
            LocalDate date = asOf != null
                    ? asOf
                    : LocalDate.ofInstant(clock.instant(), config.project().zone())
                            .minusDays(1);
            new ShieldedListeners(
                            List.of(new RunAlerts(config, clock, err::println), new StateFiles(config, clock)),
                            err::println)
                    .runEnded(RunOutcome.failed(date, Optional.empty(), invalid));
        }
    }
}

package org.kvartal.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.settings.ProjectSettings;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.explore.Exploration;
import org.kvartal.jobs.explore.Prompt;
import org.kvartal.jobs.explore.ScriptFailed;
import org.kvartal.jobs.run.RunRecord;
import org.kvartal.reports.explore.ReleaseCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal explore}: a Java shell on a release. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = {
            "Opens a Java shell (JShell) with the datasets of a release as Tablesaw tables, and charts at hand.",
            "Nothing that is typed there can change the release."
        })
public final class ExploreCommand implements Callable<Integer> {
    @Mixin
    private ReleaseOptions release;

    @Option(names = "--script", paramLabel = "FILE", description = "Run this file of snippets instead, and end.")
    private @Nullable Path script;

    @Option(
            names = "--charts",
            paramLabel = "DIR",
            description = "Folder of the charts that are drawn (default: kvartal-charts).",
            defaultValue = "kvartal-charts")
    private Path charts;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            explore();
        } catch (ScriptFailed e) {
            throw new InvalidUse(e.getMessage());
        }
        return ExitCode.DONE.number();
    }

    private void explore() {
        if (script != null && !Files.isReadable(script)) {
            throw new InvalidUse("Cannot read " + script + ": there is no such file");
        }
        ReleaseCard card = card();
        Exploration exploration = new Exploration(card);
        if (script != null) {
            exploration.run(script);
            return;
        }
        spec.commandLine().getErr().println("The release of " + card.asOf() + ", run " + card.run() + ". Try:\n");
        spec.commandLine().getErr().println(Prompt.EXAMPLES);
        exploration.talk();
    }

    private ReleaseCard card() {
        Path folder = release.release("explore");
        ProjectSettings project = release.config().project();
        return new ReleaseCard(
                folder,
                charts.toAbsolutePath().normalize(),
                project.name(),
                project.currency(),
                RunRecord.asOf(folder),
                RunRecord.run(folder));
    }
}

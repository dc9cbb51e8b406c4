package org.kvartal.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.kvartal.ingest.source.PresetFolders;
import org.kvartal.ingest.source.PresetForm;
import org.kvartal.ingest.source.SourceSettings;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.KvartalConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal init}: a configuration to begin with. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Writes a configuration for one source of a preset, and tells what to do next.")
public final class InitCommand implements Callable<Integer> {
    @Option(
            names = "--preset",
            paramLabel = "PRESET",
            description = "What kind of CRM it is, as odoo-16.",
            required = true)
    private String preset;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Folder for kvartal.yaml (default: ${DEFAULT-VALUE}).",
            defaultValue = "conf")
    private Path folder;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Name of the source, the prefix of its ids (default: ${DEFAULT-VALUE}).",
            defaultValue = "crm")
    private String source;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!SourceSettings.isName(source)) {
            throw new InvalidUse("Invalid source name " + source
                    + ": it must be lower-case letters, digits and underscores, with a letter first");
        }
        PresetFolders presets = KvartalConfig.presets(folder.resolve("sources"));
        PresetForm form = PresetForm.find(preset, presets)
                .orElseThrow(() -> new InvalidUse(
                        "Cannot configure preset " + preset + ": " + UnknownName.advice(preset, presets.names())));
        NewConfig config = new NewConfig(form, source);
        Path file = folder.resolve("kvartal.yaml");
        NewFile.write(file, config.text());
        tellWhatIsNext(file, config);
        return ExitCode.DONE.number();
    }

    private void tellWhatIsNext(Path file, NewConfig config) {
        PrintWriter out = spec.commandLine().getOut();
        LocalDate yesterday = LocalDate.now(Clock.systemUTC()).minusDays(1);
        out.println("wrote " + file + "; read it through, set " + String.join(" and ", config.variables()) + ", then:");
        out.println("kvartal doctor --config " + file);
        out.println("kvartal run --config " + file + " --as-of " + yesterday);
        out.flush();
    }
}

package org.kvartal.jobs;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.kvartal.ingest.model.Version;
import org.kvartal.jobs.analyze.AnalyzeCommand;
import org.kvartal.jobs.analyze.DistinctFiles;
import org.kvartal.jobs.command.BackfillCommand;
import org.kvartal.jobs.command.CheckCommand;
import org.kvartal.jobs.command.CleanCommand;
import org.kvartal.jobs.command.DemoCommand;
import org.kvartal.jobs.command.DiffCommand;
import org.kvartal.jobs.command.DocsCommand;
import org.kvartal.jobs.command.DoctorCommand;
import org.kvartal.jobs.command.ExploreCommand;
import org.kvartal.jobs.command.HistoryCommand;
import org.kvartal.jobs.command.InitCommand;
import org.kvartal.jobs.command.InvalidUse;
import org.kvartal.jobs.command.LedgerCommand;
import org.kvartal.jobs.command.NotifyCommand;
import org.kvartal.jobs.command.OverdueCommand;
import org.kvartal.jobs.command.PlanCommand;
import org.kvartal.jobs.command.QueryCommand;
import org.kvartal.jobs.command.ReportCommand;
import org.kvartal.jobs.command.RunCommand;
import org.kvartal.jobs.command.SectionsCommand;
import org.kvartal.jobs.command.ServeCommand;
import org.kvartal.jobs.command.StatusCommand;
import org.kvartal.jobs.command.TemplateCommand;
import org.kvartal.jobs.command.TraceCommand;
import org.kvartal.jobs.command.WrongValue;
import org.kvartal.jobs.run.Failure;
import org.kvartal.jobs.run.SerialFilter;
import org.kvartal.jobs.run.Shutdown;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Exceptions end here: each becomes one sentence and an exit code. */
@Command(
        name = "kvartal",
        description = "Turns an operational CRM into decisions: a nightly run from source to published report.",
        mixinStandardHelpOptions = true,
        version = "kvartal " + Version.NUMBER,
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            TemplateCommand.class,
            RunCommand.class,
            BackfillCommand.class,
            PlanCommand.class,
            StatusCommand.class,
            NotifyCommand.class,
            OverdueCommand.class,
            HistoryCommand.class,
            CheckCommand.class,
            QueryCommand.class,
            SectionsCommand.class,
            ServeCommand.class,
            LedgerCommand.class,
            TraceCommand.class,
            DiffCommand.class,
            DocsCommand.class,
            ExploreCommand.class,
            ReportCommand.class,
            DoctorCommand.class,
            CleanCommand.class,
            AnalyzeCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:published, but rows were quarantined, a section is blocked or a rule of severity error failed;"
                    + " or a gate kept the night from being published",
            "2:internal error, or asked to stop; the same command resumes",
            "3:usage or configuration; do not retry",
            "4:another run holds the lock",
            "5:a source cannot be reached; retry later"
        })
public final class Main implements Callable<Integer> {
    @Option(names = "--debug", description = "Print the stack trace of an error.", scope = ScopeType.INHERIT)
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    Main() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // what is written must not depend on whose machine it is
        SerialFilter.install();
        PrintWriter err = new PrintWriter(System.err, true);
        Shutdown shutdown = Shutdown.heard(err::println);
        shutdown.exit(run(args, new PrintWriter(System.out, true), err));
    }

    /** Runs one command and tells its exit code. */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, wrong) -> {
                    err.println("kvartal: " + WrongValue.message(e));
                    err.println("kvartal: see kvartal " + helpPath(e.getCommandLine()) + "--help");
                    return ExitCode.INVALID.number();
                });
        commandLine.setExecutionStrategy(parsed -> {
            DistinctFiles.verify(parsed);
            return new CommandLine.RunLast().execute(parsed);
        });
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> main.ended(e, command.getErr()));
        return commandLine.execute(args);
    }

    private static String helpPath(CommandLine command) {
        return command.getParent() == null ? "" : helpPath(command.getParent()) + command.getCommandName() + " ";
    }

    private int ended(Exception e, PrintWriter err) {
        if (debug) {
            e.printStackTrace(err);
        }
        err.println("kvartal: " + e.getMessage());
        return exitCode(e).number();
    }

    private static ExitCode exitCode(Throwable e) {
        return e instanceof InvalidUse ? ExitCode.INVALID : Failure.exitCode(e);
    }

    /** Without a verb there is nothing to do but to say what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.INVALID.number();
    }
}

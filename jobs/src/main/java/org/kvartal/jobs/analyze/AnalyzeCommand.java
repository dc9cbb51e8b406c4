package org.kvartal.jobs.analyze;

import java.util.concurrent.Callable;
import org.kvartal.jobs.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze}: the methods, one verb each. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Applies a method to files of yours: CSV (also .gz), XLSX or Parquet in, CSV out.",
        synopsisSubcommandLabel = "METHOD",
        subcommands = {
            ForecastCommand.class,
            PipelineCommand.class,
            EffectCommand.class,
            InterruptedCommand.class,
            TrainingCommand.class,
            SurvivalCommand.class,
            SurveyCommand.class,
            PriceIndexCommand.class,
            ElasticityCommand.class,
            PromotionCommand.class,
            PriceEffectCommand.class,
            RepurchaseCommand.class,
            MatchCommand.class
        })
public final class AnalyzeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Without a method there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.INVALID.number();
    }
}

package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.Adjustment;
import org.kvartal.forecast.effect.Control;
import org.kvartal.forecast.effect.EffectAnalysis;
import org.kvartal.forecast.effect.EffectChecks;
import org.kvartal.forecast.effect.GroupTimeEffects;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze effect}: what a treatment did that units received at different times. */
@Command(
        name = "effect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Estimates what a treatment, as a training, did to units that received it at different times, by comparing the"
                    + " changes of treated units with those of untreated ones over the same periods.",
            "",
            "--panel: one row per unit and period. Time is a whole number, or a date as ISO 8601 writes it. First-treated is"
                    + " the time of the first treatment, the same in all rows of a unit; empty, 0 or after the last period:"
                    + " never. An empty outcome is a missing one.",
            "--out: one row per estimator, aggregation and what it is of. Estimators: callaway-santanna (the one to quote),"
                    + " sun-abraham, imputation, and twfe-diagnostic, which is no estimate of the effect. Aggregations:"
                    + " simple (all treated observations alike), group, event, calendar, group-time; a row of group, event or"
                    + " calendar without group, event_time or time is the average over all. Standard errors are the"
                    + " customary ones; intervals are wider for few clusters. n counts treated observations.",
            "An estimator that cannot be computed has one row, whose note says why."
        })
public final class EffectCommand implements Callable<Integer> {
    @Option(names = "--panel", paramLabel = "FILE", required = true, description = "One row per unit and period.")
    private Path panel;

    @Option(names = "--unit", paramLabel = "COLUMN", required = true, description = "Who is treated, as an agent.")
    private String unit;

    @Option(names = "--time", paramLabel = "COLUMN", required = true, description = "The period: a number or a date.")
    private String time;

    @Option(
            names = "--first-treated",
            paramLabel = "COLUMN",
            required = true,
            description = "Time of the first treatment; empty or 0: never.")
    private String firstTreated;

    @Option(names = "--outcome", paramLabel = "COLUMN", required = true, description = "What should have changed.")
    private String outcome;

    @Option(
            names = "--covariates",
            paramLabel = "COLUMN,...",
            split = ",",
            description = "What else tells the units apart: doubly robust in callaway-santanna, linear in the others.")
    private List<String> covariates = List.of();

    @Option(
            names = "--cluster",
            paramLabel = "COLUMN",
            description = "Units that are treated, or shaken, together, as a team (default: each unit alone).")
    private @Nullable String cluster;

    @Option(
            names = "--control",
            paramLabel = "never|not-yet",
            defaultValue = "never",
            description = "Whom to compare with: the never treated, or also those not yet treated (default: never).")
    private String control;

    @Option(
            names = "--anticipation",
            paramLabel = "PERIODS",
            defaultValue = "0",
            description = "For how long before its treatment a unit may react to it (default: ${DEFAULT-VALUE}).")
    private long anticipation;

    @Option(
            names = "--adjustment",
            paramLabel = "doubly-robust|regression|weighting",
            defaultValue = "doubly-robust",
            description = "How callaway-santanna uses covariates (default: ${DEFAULT-VALUE}).")
    private String adjustment;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of bootstraps and permutations (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "estimator, aggregation, group, time, event_time, estimate, se, lo95, hi95, n, note.")
    private Path out;

    @Option(
            names = "--checks",
            paramLabel = "FILE",
            description =
                    "What to know before believing it: check, of, value, lo95, hi95, p, n, note. Tests of trends before"
                            + " treatment and the slope they would find, tests for few clusters, the least effect that could have"
                            + " been found, the half-life of the effect and when to train again, and who is observed how fully.")
    private @Nullable Path checks;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (anticipation < 0) {
            throw new InvalidUse("Invalid --anticipation %d: it must be at least 0".formatted(anticipation));
        }
        Control against = choice("--control", control, Control.values());
        Adjustment by = choice("--adjustment", adjustment, Adjustment.values());
        PanelFile file = new PanelFile(panel, unit, time, firstTreated, outcome, covariates, cluster);
        DatedPanel read = file.read();
        EffectAnalysis analysis = new EffectAnalysis(against, by, anticipation, seed);
        GroupTimeEffects effects = analysis.groupTimeEffects(read.panel());
        EffectTables tables = new EffectTables(read);
        tables.writeEffects(out, analysis.estimate(read.panel(), effects));
        if (checks != null) {
            tables.writeChecks(checks, new EffectChecks(effects, against, seed, read.scale()::name).run());
        }
        tables.remarks().forEach(remark -> spec.commandLine().getErr().println("kvartal: " + remark));
        return ExitCode.DONE.number();
    }

    private static <E extends Enum<E>> E choice(String option, String text, E[] values) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text.toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        List<String> known = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        throw new InvalidUse("Invalid %s %s: it must be %s".formatted(option, text, String.join(" or ", known)));
    }
}

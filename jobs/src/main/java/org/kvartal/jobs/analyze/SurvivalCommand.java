package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kvartal.forecast.survival.AalenJohansen;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.LogRank;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze survival}: how long things last, though some have not ended yet. */
@Command(
        name = "survival",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says how long things last, as requests until they are resolved, where some have not ended yet: these count for"
                    + " as long as they were seen.",
            "",
            "Columns of --out:%n"
                    + "  method       kaplan-meier, aalen-johansen, log-rank, cox, cox-proportionality,%n"
                    + "               weibull-aft, log-normal-aft%n"
                    + "  group        of --group; empty: all rows together%n"
                    + "  end          of several ways of ending, the one looked at; empty: any%n"
                    + "  term         median and p90: by when 50 and 90 %% have ended; survival: share that goes on beyond"
                    + " time; incidence: share that has ended so by time; chi-square; expected: ends if all groups were"
                    + " alike; else a covariate, intercept, log(scale), log-likelihood or aic%n"
                    + "  time         of survival and incidence, in the unit of --time%n"
                    + "  estimate, se, lo95, hi95: intervals on the log scale, of coefficients by Wald%n"
                    + "  loglog_lo95, loglog_hi95: intervals on the log-log scale, better with few ends%n"
                    + "  n, events    rows, and how many of them have ended%n"
                    + "  p            by chance%n"
                    + "  note         as: not reached. A median that is not reached is empty",
            "",
            "Ends: empty, 0, false, no, open and censored go on; 1, true and yes have ended; other words are ways of ending"
                    + " that compete. A column of nothing but 1 and 2 is coded as in R: 1 goes on.",
            "",
            "Coefficients of cox are changes of the logarithm of the hazard (positive: sooner), those of *-aft changes of the"
                    + " logarithm of the time (positive: later). Columns of words become columns of 0 and 1, compared with"
                    + " the most frequent word. A small p of cox-proportionality (chi-square; without a covariate: of all"
                    + " together) says that the effect on the hazard changes with time."
        })
public final class SurvivalCommand implements Callable<Integer> {
    private static final int MOST_TIMES = 200;

    @Option(names = "--input", paramLabel = "FILE", required = true, description = "One row per thing that lasts.")
    private Path input;

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            required = true,
            description = "How long it lasted, or has lasted when last seen; a number from 0.")
    private String time;

    @Option(names = "--event", paramLabel = "COLUMN", required = true, description = "What ended it, if anything did.")
    private String event;

    @Option(names = "--group", paramLabel = "COLUMN", description = "What to tell apart and compare.")
    private String group = "";

    @Option(
            names = "--strata",
            paramLabel = "COLUMN",
            description = "Within which to compare the groups, as a priority.")
    private String strata = "";

    @Option(
            names = "--entry",
            paramLabel = "COLUMN",
            description = "How long it had lasted when watching began; empty: watched from the beginning.")
    private String entry = "";

    @Option(
            names = "--censored",
            paramLabel = "WORD,...",
            split = ",",
            description = "Words of --event that mean it goes on, instead of the customary ones.")
    private List<String> censored = List.of();

    @Option(
            names = "--covariates",
            paramLabel = "COLUMN,...",
            split = ",",
            description = "What may make it end sooner: regressions by Cox, Weibull and log-normal times.")
    private List<String> covariates = List.of();

    @Option(
            names = "--cluster",
            paramLabel = "COLUMN",
            description = "What ends alike within, as an agent's requests: robust errors of cox (Lin and Wei).")
    private String cluster = "";

    @Option(
            names = "--times",
            paramLabel = "TIME,...",
            split = ",",
            description = "At which to tell the curves (default: where something ended, at most 200 of these).")
    private List<Double> times = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "CSV; its columns are above.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!strata.isEmpty() && group.isEmpty()) {
            throw new InvalidUse("Invalid --strata %s: it needs --group".formatted(strata));
        }
        if (!cluster.isEmpty() && covariates.isEmpty()) {
            throw new InvalidUse("Invalid --cluster %s: it needs --covariates".formatted(cluster));
        }
        SurvivalFile.Read read = new SurvivalFile(input, time, event, entry, group, strata, cluster, covariates).read();
        EndWords ends = censored.isEmpty() ? EndWords.of(read.words()) : EndWords.goingOn(censored);
        List<Lasting> subjects = read.lasting(ends);
        SurvivalRows rows = new SurvivalRows();
        List<String> ways = ways(subjects);
        addCurves(rows, "", subjects, ways, ends.note());
        if (!group.isEmpty()) {
            addGroups(rows, subjects, ways);
        }
        if (!covariates.isEmpty()) {
            SurvivalRegressions regressions = new SurvivalRegressions(subjects, covariates);
            (ways.size() > 1 ? ways : List.of("")).forEach(end -> regressions.addTo(rows, end));
        }
        OutputTable.write(out, SurvivalRows.COLUMNS, rows.rows());
        if (!ends.note().isEmpty()) {
            spec.commandLine().getErr().println("kvartal: " + ends.note());
        }
        return ExitCode.DONE.number();
    }

    /** What ended them, in alphabetical order. */
    private static List<String> ways(List<Lasting> subjects) {
        return subjects.stream()
                .map(one -> one.observation().end())
                .filter(end -> !end.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private void addGroups(SurvivalRows rows, List<Lasting> subjects, List<String> ways) {
        Map<String, List<Lasting>> groups =
                subjects.stream().collect(Collectors.groupingBy(Lasting::group, TreeMap::new, Collectors.toList()));
        groups.forEach((name, members) -> addCurves(rows, name, members, ways, ""));
        if (groups.size() > 1) {
            List<LogRank.Subject> compared = subjects.stream()
                    .map(one -> new LogRank.Subject(one.observation(), one.group(), one.stratum()))
                    .toList();
            rows.comparison(LogRank.of(compared), subjects.size());
        }
    }

    private void addCurves(SurvivalRows rows, String name, List<Lasting> members, List<String> ways, String note) {
        List<Observation> observations =
                members.stream().map(Lasting::observation).toList();
        double[] at = times.isEmpty()
                ? endTimes(observations)
                : times.stream().mapToDouble(Double::doubleValue).toArray();
        rows.curve(name, KaplanMeier.of(observations), at, note);
        if (ways.size() > 1) {
            ways.forEach(end -> rows.incidence(name, end, AalenJohansen.of(observations, end), at));
        }
    }

    /** Times at which something ended; of very many some at equal distances in their order, and the last. */
    private static double[] endTimes(List<Observation> observations) {
        double[] all = observations.stream()
                .filter(one -> !one.isCensored())
                .mapToDouble(Observation::exit)
                .distinct()
                .sorted()
                .toArray();
        return all.length <= MOST_TIMES
                ? all
                : IntStream.rangeClosed(1, MOST_TIMES)
                        .mapToDouble(i -> all[(int) ((long) i * all.length / MOST_TIMES) - 1])
                        .toArray();
    }
}

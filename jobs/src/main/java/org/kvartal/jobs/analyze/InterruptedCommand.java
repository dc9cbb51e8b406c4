package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.inference.Interval;
import org.kvartal.forecast.effect.interrupted.InterruptedFit;
import org.kvartal.forecast.effect.interrupted.InterruptedFit.Term;
import org.kvartal.forecast.effect.interrupted.InterruptedFit.Variation;
import org.kvartal.forecast.effect.interrupted.InterruptedSeries;
import org.kvartal.forecast.effect.interrupted.InterruptedSeries.Change;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.InvalidUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kvartal analyze interrupted}: what changed when something met everybody at once. */
@Command(
        name = "interrupted",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says by how much counts per period changed when something met everybody at once, so that nobody is left to compare"
                    + " with. Weaker evidence than analyze effect: whatever else changed then is part of the result.",
            "",
            "--series: one row per period, none missing. Counts may be sums of any kind: the minutes of all requests with their"
                    + " number as --exposure give the mean time of a request.",
            "--out: one row per method and term. Methods: poisson (too certain), quasi-poisson (the one to quote), newey-west"
                    + " (where months that follow each other are alike). Terms: step (at once), slope (change of the trend),"
                    + " trend, on the logarithm; ratio: what the count is multiplied by; dispersion; autocorrelation."
        })
public final class InterruptedCommand implements Callable<Integer> {
    private static final OutputColumns COLUMNS = OutputColumns.NONE
            .text("method", "term")
            .numbers("estimate", "se", "lo95", "hi95", "ratio", "ratio_lo95", "ratio_hi95", "p")
            .counts("n")
            .text("note");
    private static final String WEAK = "weaker evidence: whatever else changed at that time is part of it";

    @Option(names = "--series", paramLabel = "FILE", required = true, description = "One row per period.")
    private Path series;

    @Option(names = "--time", paramLabel = "COLUMN", required = true, description = "The period: a number or a date.")
    private String time;

    @Option(names = "--count", paramLabel = "COLUMN", required = true, description = "Of what may have changed.")
    private String count;

    @Option(
            names = "--exposure",
            paramLabel = "COLUMN",
            description = "What it is counted among, as requests or users.")
    private @Nullable String exposure;

    @Option(names = "--since", paramLabel = "TIME", required = true, description = "The first period after it.")
    private String since;

    @Option(
            names = "--change",
            paramLabel = "level|level-and-slope",
            defaultValue = "level",
            description = "What it may have changed (default: ${DEFAULT-VALUE}).")
    private String change;

    @Option(
            names = "--season",
            paramLabel = "PERIODS",
            defaultValue = "12",
            description = "Length of a season (default: ${DEFAULT-VALUE}).")
    private int season;

    @Option(
            names = "--harmonics",
            paramLabel = "NUMBER",
            defaultValue = "0",
            description = "Pairs of waves that make the season, as 2 (default: no season).")
    private int harmonics;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "CSV; its columns are above.")
    private Path out;

    @Override
    public Integer call() {
        Change what = Map.of("level", Change.LEVEL, "level-and-slope", Change.LEVEL_AND_SLOPE)
                .get(change.toLowerCase(Locale.ROOT));
        if (what == null) {
            throw new InvalidUse("Invalid --change %s: it must be level or level-and-slope".formatted(change));
        }
        if (season < 2 || harmonics < 0 || 2 * harmonics > season) {
            throw new InvalidUse("Invalid --harmonics %d: a season of %d periods has 0 to %d"
                    .formatted(harmonics, season, Math.max(0, season / 2)));
        }
        InterruptedSeries read = new InterruptedFile(series, time, count, exposure).read(since);
        OutputTable.write(out, COLUMNS, rows(read.fit(what, harmonics, season, 1), what, read.periods()));
        return ExitCode.DONE.number();
    }

    private static List<List<String>> rows(InterruptedFit fit, Change change, long n) {
        List<Term> terms =
                change == Change.LEVEL ? List.of(Term.STEP, Term.TREND) : List.of(Term.STEP, Term.SLOPE, Term.TREND);
        List<List<String>> rows = new ArrayList<>();
        for (Variation variation : List.of(Variation.QUASI_POISSON, Variation.NEWEY_WEST, Variation.POISSON)) {
            terms.forEach(term -> rows.add(row(fit, term, variation, n)));
        }
        rows.add(plain("dispersion", fit.dispersion(), n, "1 if counts varied as a Poisson distribution does"));
        rows.add(plain("autocorrelation", fit.autocorrelation(), n, "of what is left, with the period before"));
        return rows;
    }

    private static List<String> row(InterruptedFit fit, Term term, Variation variation, long n) {
        Interval interval = fit.interval(term, variation);
        String note = term == Term.STEP && variation == Variation.QUASI_POISSON ? WEAK : "";
        return List.of(
                variation.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                term.name().toLowerCase(Locale.ROOT),
                Numerals.twelveDigits(fit.coefficient(term)),
                Numerals.twelveDigits(fit.error(term, variation)),
                Numerals.twelveDigits(interval.low()),
                Numerals.twelveDigits(interval.high()),
                Numerals.twelveDigits(Math.exp(fit.coefficient(term))),
                Numerals.twelveDigits(Math.exp(interval.low())),
                Numerals.twelveDigits(Math.exp(interval.high())),
                Numerals.text(fit.p(term, variation)),
                Long.toString(n),
                note);
    }

    private static List<String> plain(String term, double value, long n, String note) {
        return List.of("", term, Numerals.twelveDigits(value), "", "", "", "", "", "", "", Long.toString(n), note);
    }
}

package org.kvartal.jobs.analyze;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.timeseries.accuracy.Backtest;
import org.kvartal.forecast.timeseries.accuracy.Comparison;
import org.kvartal.forecast.timeseries.batch.InOrder;
import org.kvartal.jobs.ExitCode;
import org.kvartal.jobs.command.AlignedText;
import org.kvartal.jobs.command.InvalidUse;
import org.kvartal.jobs.series.FileSeries;
import org.kvartal.jobs.series.Frequency;
import org.kvartal.jobs.series.FutureFile;
import org.kvartal.jobs.series.Seasons;
import org.kvartal.jobs.series.SeriesColumns;
import org.kvartal.jobs.series.SeriesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kvartal analyze forecast}: the next values of many series, with intervals, and how good such forecasts were. */
@Command(
        name = "forecast",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Forecasts the next values of each series of a file, with intervals.",
            "",
            "--input: unique_id, ds, y. ds is a date, a time or a whole number; an empty y, or NaN, is a missing value, as is a"
                    + " point of time without a row. Rows may be in any order, and series mixed.",
            "--out: unique_id, ds, model, mean, and lo-80, hi-80 for each level: exactly --horizon rows for each series, in the"
                    + " order of the series in the input, then of ds, then of --model. ds goes on as the series does: ends of"
                    + " months stay ends of months, times keep their form.",
            "Every series gets numbers. Where the model has none, a simpler one stands in, or zeros where nothing was observed;"
                    + " --reasons tells."
        })
public final class ForecastCommand implements Callable<Integer> {
    private static final int LONGEST_SEASON = 100_000;

    @Option(names = "--input", paramLabel = "FILE", required = true, description = "CSV, CSV.gz, XLSX or Parquet.")
    private Path input;

    @Option(names = "--horizon", paramLabel = "H", required = true, description = "How many values ahead, at least 1.")
    private int horizon;

    @Option(
            names = "--frequency",
            paramLabel = "H|D|W|M|Q|Y",
            description =
                    "How often there is a value (default: what the points of time of each series show). Season, unless"
                            + " --season-length names it: H 24, D 7, W 52, M 12, Q 4, Y none; Monday to Friday 5; numbers none.")
    private @Nullable Frequency frequency;

    @Option(
            names = "--season-length",
            paramLabel = "M",
            split = ",",
            description =
                    "Lengths of the seasons in values; the first is that of MASE. 1 is no season to score by, nor, with"
                            + " --only-season, to forecast by.")
    private int[] seasons = {};

    @Option(
            names = "--only-season",
            description =
                    "Look for no seasons beside these, as a week (168) in hours of a day (24), or a year in weeks.")
    private boolean hasOnlyNamedSeasons;

    @Option(
            names = "--levels",
            paramLabel = "P",
            split = ",",
            defaultValue = "80,95",
            description = "Percent of future values inside the intervals, as 95 or 99.9 (default: ${DEFAULT-VALUE}).")
    private List<String> levels;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "auto",
            description = "auto combines methods by what the series is like. Or one or more of: ets, arima, ces, theta,"
                    + " optimised-theta, dynamic-theta, dynamic-optimised-theta, autoregression, intermittent, croston, sba,"
                    + " tsb, adida, imapa, seasonal-baseline, seasonal-naive, naive, naive2, drift, mean;"
                    + " ets:FORM for one form of exponential smoothing, as ets:ANN or ets:MAdM"
                    + " (default: ${DEFAULT-VALUE}).")
    private List<String> models;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The forecasts: .csv, .csv.gz or .parquet.")
    private Path out;

    @Option(
            names = "--reasons",
            paramLabel = "FILE",
            description = "unique_id, model, used, reason: what was used for each series, and why.")
    private @Nullable Path reasons;

    @Option(
            names = "--backtest",
            paramLabel = "N",
            description = "Forecast also from N earlier points, as if what came later were unknown, and compare.")
    private int origins;

    @Option(
            names = "--backtest-step",
            paramLabel = "S",
            defaultValue = "1",
            description = "Values from one of these points to the next; the last is H before the end"
                    + " (default: ${DEFAULT-VALUE}).")
    private int step;

    @Option(
            names = "--accuracy",
            paramLabel = "FILE",
            description =
                    "One row for each model over all series: smape (percent), mase, rmsse, owa (against naive2), wape,"
                            + " bias (above 0: too high), and coverage, msis, pinball of each level (default: printed).")
    private @Nullable Path accuracy;

    @Option(names = "--accuracy-by-series", paramLabel = "FILE", description = "The same for each series.")
    private @Nullable Path accuracyBySeries;

    @Option(
            names = "--group",
            paramLabel = "C",
            split = ",",
            description =
                    "Columns of the input that group series, each the same in all rows of a series. All combinations are"
                            + " forecast too, behind the series, named as state=NSW/purpose=Business, and total; all forecasts add"
                            + " up. All series then go on from the last point of time of any.")
    private List<String> groups = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the futures that the intervals of groups are drawn from (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--future",
            paramLabel = "FILE",
            description =
                    "unique_id, ds, and columns that explain y, as price or holiday: one row for each value to forecast."
                            + " The input must have the same columns.")
    private @Nullable Path future;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "An HTML file with charts of up to 60 series, what was used and why, and the accuracy.")
    private @Nullable Path report;

    @Option(
            names = "--column",
            paramLabel = "NAME=COLUMN",
            description = "How a column of the list above is called in your file, as y=sales; may be repeated.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--ignore",
            paramLabel = "C",
            split = ",",
            description = "Columns of the input to leave out; any other column that has no use here is refused.")
    private List<String> ignored = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Series at the same time (default: one for each core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        refuseWhatMakesNoSense();
        SeriesQuestion question = new SeriesQuestion(
                ForecastModels.named(models),
                horizon,
                IntervalNames.of(levels),
                origins > 0 ? Optional.of(new Backtest(horizon, origins, step)) : Optional.empty());
        SeriesFile file = file();
        try (ForecastTables tables = new ForecastTables(question, out, reasons, accuracyBySeries)) {
            ForecastPage page = new ForecastPage(question, input);
            if (groups.isEmpty()) {
                forecastEach(file, question, tables, page);
            } else {
                forecastGroups(file, question, tables, page);
            }
            tables.finish();
            if (report != null) {
                page.write(report, tables.pooled());
            }
            tellAccuracy(question, tables.pooled());
            tables.remarks().forEach(remark -> spec.commandLine().getErr().println("kvartal: " + remark));
        }
        return ExitCode.DONE.number();
    }

    private SeriesFile file() {
        Optional<FutureFile> known = Optional.ofNullable(future).map(path -> FutureFile.read(path, columns, horizon));
        List<String> regressors = known.map(FutureFile::columns).orElse(List.of());
        Seasons.Search search = hasOnlyNamedSeasons ? Seasons.Search.NONE : Seasons.Search.LONGER;
        SeriesColumns named = new SeriesColumns(columns, groups, regressors, ignored);
        return new SeriesFile(input, named, frequency, new Seasons(search, seasons), known);
    }

    private void forecastEach(SeriesFile file, SeriesQuestion question, ForecastTables tables, ForecastPage page) {
        try (InOrder<FileSeries, SeriesAnswer> work = new InOrder<>(threads, question::answer, answer -> {
            tables.add(answer);
            addIfWanted(answer, page);
        })) {
            file.read(work::accept);
            work.finish();
        }
    }

    /** The page shows groups before the series they are made of. */
    private void forecastGroups(SeriesFile file, SeriesQuestion question, ForecastTables tables, ForecastPage page) {
        List<FileSeries> series = new ArrayList<>();
        file.read(series::add);
        List<SeriesAnswer> answers = new GroupQuestion(question, groups, threads, seed).answers(series);
        answers.forEach(tables::add);
        answers.subList(series.size(), answers.size()).forEach(answer -> addIfWanted(answer, page));
        answers.subList(0, series.size()).forEach(answer -> addIfWanted(answer, page));
    }

    private void addIfWanted(SeriesAnswer answer, ForecastPage page) {
        if (report != null) {
            page.add(answer);
        }
    }

    private void tellAccuracy(SeriesQuestion question, Comparison pooled) {
        if (question.backtest().isEmpty()) {
            return;
        }
        OutputColumns columns = AccuracyRows.columns(question.intervals());
        if (accuracy != null) {
            OutputTable.write(accuracy, columns, AccuracyRows.of(pooled));
            return;
        }
        List<String[]> lines = new ArrayList<>();
        lines.add(columns.names().toArray(String[]::new));
        AccuracyRows.of(pooled)
                .forEach(row -> lines.add(row.stream().map(Numerals::shortened).toArray(String[]::new)));
        PrintWriter printer = spec.commandLine().getOut();
        AlignedText.print(lines, printer);
    }

    private void refuseWhatMakesNoSense() {
        refuseUnless(horizon >= 1, "--horizon", horizon, "it must be at least 1");
        refuseUnless(threads >= 1, "--threads", threads, "it must be at least 1");
        refuseUnless(origins >= 0, "--backtest", origins, "it must not be below 0");
        refuseUnless(step >= 1, "--backtest-step", step, "it must be at least 1");
        for (int season : seasons) {
            refuseUnless(
                    season >= 1 && season <= LONGEST_SEASON,
                    "--season-length",
                    season,
                    "it must be from 1 to " + LONGEST_SEASON);
        }
        if (future != null && !groups.isEmpty()) {
            throw new InvalidUse(
                    "Invalid --future with --group: what explains a series does not explain a sum of them");
        }
        if (origins == 0 && (accuracy != null || accuracyBySeries != null)) {
            throw new InvalidUse(
                    "Invalid --accuracy without --backtest: accuracy is that of forecasts from earlier points");
        }
    }

    private static void refuseUnless(boolean holds, String option, int value, String rule) {
        if (!holds) {
            throw new InvalidUse("Invalid %s %d: %s".formatted(option, value, rule));
        }
    }
}

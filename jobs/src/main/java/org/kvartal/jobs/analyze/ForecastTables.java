package org.kvartal.jobs.analyze;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.accuracy.Comparison;

/** Writes what was found out, series by series: forecasts, reasons, accuracy. */
final class ForecastTables implements Closeable {
    private static final int MOST_TOLD = 5;

    private final SeriesQuestion question;
    private final List<Double> levels;
    private final OutputTable forecasts;
    private final Optional<OutputTable> reasons;
    private final Optional<OutputTable> accuracy;
    private final Comparison pooled;
    private final List<String> told = new ArrayList<>();
    private int seriesCount;
    private int replacedCount;

    ForecastTables(SeriesQuestion question, Path out, @Nullable Path reasons, @Nullable Path accuracyBySeries) {
        this.question = question;
        this.levels = question.intervals().levels().fractions();
        this.pooled = new Comparison(question.intervals().levels());
        this.forecasts = OutputTable.open(
                out,
                OutputColumns.NONE
                        .text("unique_id")
                        .times("ds")
                        .text("model")
                        .numbers("mean")
                        .numbers(question.intervals().columns().toArray(String[]::new)));
        this.reasons = Optional.ofNullable(reasons)
                .map(file -> OutputTable.open(file, OutputColumns.NONE.text("unique_id", "model", "used", "reason")));
        this.accuracy = Optional.ofNullable(accuracyBySeries)
                .map(file -> OutputTable.open(file, AccuracyRows.columnsBySeries(question.intervals())));
    }

    void add(SeriesAnswer answer) {
        seriesCount++;
        for (int step = 1; step <= question.horizon(); step++) {
            for (int i = 0; i < question.models().size(); i++) {
                forecasts.row(row(answer, i, step));
            }
        }
        boolean isReplaced = false;
        for (int i = 0; i < question.models().size(); i++) {
            String model = question.models().get(i).name();
            Forecasts found = answer.forecasts().get(i);
            String name = answer.series().name();
            boolean isOwn = found.model().equals(model);
            isReplaced = isReplaced || !isOwn;
            if (!isOwn && told.size() < MOST_TOLD) {
                told.add(name + ": " + found.reason());
            }
            reasons.ifPresent(table -> table.row(List.of(name, model, found.model(), found.reason())));
        }
        replacedCount += isReplaced ? 1 : 0;
        answer.accuracy().ifPresent(comparison -> score(answer.series().name(), comparison));
    }

    private List<String> row(SeriesAnswer answer, int model, int step) {
        Forecasts found = answer.forecasts().get(model);
        List<String> row = new ArrayList<>(4 + 2 * levels.size());
        row.add(answer.series().name());
        row.add(answer.series().timeAhead(step));
        row.add(question.models().get(model).name());
        row.add(Numerals.text(found.mean(step)));
        for (double level : levels) {
            row.add(Numerals.text(found.interval(step, level).lower()));
            row.add(Numerals.text(found.interval(step, level).upper()));
        }
        return row;
    }

    private void score(String series, Comparison comparison) {
        accuracy.ifPresent(table -> AccuracyRows.bySeries(series, comparison).forEach(table::row));
        pooled.add(comparison);
    }

    /** The accuracy over all series. */
    Comparison pooled() {
        return pooled;
    }

    /** Puts all tables into their places. */
    void finish() {
        tables().forEach(OutputTable::finish);
    }

    /** What the user should know, in sentences. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        remarks.add("%d series, %s ahead, by %s"
                .formatted(
                        seriesCount,
                        question.distance(),
                        String.join(
                                ", ",
                                question.models().stream().map(Forecaster::name).toList())));
        if (replacedCount > 0) {
            remarks.add(
                    "%d of the series have forecasts of a simpler kind for want of a model; --reasons FILE has all, as:"
                            .formatted(replacedCount));
            remarks.addAll(told);
        }
        return remarks;
    }

    private Stream<OutputTable> tables() {
        return Stream.concat(Stream.of(forecasts), Stream.concat(reasons.stream(), accuracy.stream()));
    }

    @Override
    public void close() {
        tables().forEach(OutputTable::close);
    }
}

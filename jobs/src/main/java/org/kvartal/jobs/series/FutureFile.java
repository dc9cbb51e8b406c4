package org.kvartal.jobs.series;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.timeseries.regression.KnownRegressors;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;

/**
 * What is known of the time to come: {@code unique_id, ds} and any number of columns that explain values, one row for each
 * value to forecast. Rows of the past fill what the other file has no row for.
 */
public final class FutureFile {
    private static final int MOST_TOLD = 20;

    private final Path file;
    private final int horizon;
    private final Map<String, Map<Long, double[]>> rows = new HashMap<>();
    private final List<String> missing = new ArrayList<>();
    private List<String> columns = List.of();
    private @Nullable TimeForm form;

    private FutureFile(Path file, int horizon) {
        this.file = file;
        this.horizon = horizon;
    }

    /** Reads and checks all rows. */
    public static FutureFile read(Path file, Map<String, String> spellings, int horizon) {
        FutureFile future = new FutureFile(file, horizon);
        InputTable.of(file, spellings, List.of(SeriesColumns.NAME, SeriesColumns.TIME), List.of(SeriesColumns.VALUE))
                .read(future::add);
        if (future.columns.isEmpty()) {
            throw new InvalidInput("Cannot use " + file + ": it has no rows, or no column beside unique_id and ds");
        }
        return future;
    }

    private void add(InputRow row) {
        if (columns.isEmpty()) {
            columns = row.columns().stream()
                    .filter(column -> !List.of(SeriesColumns.NAME, SeriesColumns.TIME, SeriesColumns.VALUE)
                            .contains(column))
                    .toList();
        }
        String text = row.requiredText(SeriesColumns.TIME);
        try {
            if (form == null) {
                form = TimeForm.of(text);
            }
            double[] known = FileNumbers.row(row, columns);
            boolean isNew = rows.computeIfAbsent(row.requiredText(SeriesColumns.NAME), unseen -> new HashMap<>())
                            .put(form.time(text), known)
                    == null;
            if (!isNew) {
                row.refuse(SeriesColumns.TIME, "is there twice for this series; keep one row");
            }
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            row.refuse(SeriesColumns.TIME, "must be a date, a time or a whole number, written as in the first row");
        }
    }

    /** The names of the columns that explain values. */
    public List<String> columns() {
        return columns;
    }

    /** The series with what is known beside it. */
    FileSeries join(FileSeries series, SeriesRows past) {
        int length = series.values().length();
        Map<Long, double[]> future = rows.getOrDefault(series.name(), Map.of());
        double[][] before = new double[length][];
        for (int t = 0; t < length; t++) {
            long moment = series.moment(t);
            before[t] = past.regressorsAt(moment).orElseGet(() -> future.getOrDefault(moment, unknown()));
        }
        double[][] ahead = new double[horizon][];
        for (int h = 0; h < horizon; h++) {
            double[] known = future.get(series.moment(length + (long) h));
            if (known == null && missing.size() < MOST_TOLD) {
                missing.add("  %s, %s".formatted(series.name(), series.timeAhead(h + 1)));
            }
            ahead[h] = known == null ? unknown() : known;
        }
        return series.knowing(KnownRegressors.of(columns, before, ahead));
    }

    private double[] unknown() {
        double[] unknown = new double[columns.size()];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /** Fails when a value to forecast has no row. */
    void failWhenIncomplete() {
        if (!missing.isEmpty()) {
            throw new InvalidInput(
                    "Cannot use %s: it must have a row for each value to forecast, but has none for\n%s%s"
                            .formatted(
                                    file,
                                    missing.stream().collect(Collectors.joining("\n")),
                                    missing.size() < MOST_TOLD ? "" : "\n  and perhaps more"));
        }
    }
}

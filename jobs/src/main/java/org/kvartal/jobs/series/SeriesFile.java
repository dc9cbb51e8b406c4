package org.kvartal.jobs.series;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;

/**
 * Many series in one file, one row for each value: {@code unique_id, ds, y}.
 *
 * <p>Rows of series may be mixed and in any order of time. All rows are checked before the first series is handed out. A
 * file of many rows whose series follow one another is then read a second time, series by series, and never held whole.
 */
public final class SeriesFile {
    /** Rows that are held before a file counts as large: some 100 MB. */
    private static final int MANY_ROWS = 4_000_000;

    private static final int MOST_DEFECTS = 20;

    private final Path file;
    private final SeriesColumns columns;
    private final @Nullable Frequency frequency;
    private final Seasons seasons;
    private final Optional<FutureFile> future;
    private final int manyRows;
    private Spacings spacings;
    private @Nullable TimeForm form;
    private @Nullable List<FileSeries> held;

    /**
     * @param frequency how far values are apart; null to see it in the points of time
     */
    public SeriesFile(
            Path file,
            SeriesColumns columns,
            @Nullable Frequency frequency,
            Seasons seasons,
            Optional<FutureFile> future) {
        this(MANY_ROWS, file, columns, frequency, seasons, future);
    }

    SeriesFile(
            int manyRows,
            Path file,
            SeriesColumns columns,
            @Nullable Frequency frequency,
            Seasons seasons,
            Optional<FutureFile> future) {
        this.future = future;
        this.file = file;
        this.columns = columns;
        this.frequency = frequency;
        this.seasons = seasons;
        this.manyRows = manyRows;
        this.spacings = new Spacings(frequency);
    }

    /** Hands out all series in the order of their first rows, once every row of the file has been checked. */
    public void read(Consumer<FileSeries> reader) {
        Check check = new Check(manyRows);
        table().read(check::row, check::end);
        if (check.isMixed && check.isLarge) {
            spacings = new Spacings(frequency);
            check = new Check(Integer.MAX_VALUE);
            table().read(check::row, check::end);
        }
        future.ifPresent(FutureFile::failWhenIncomplete);
        if (form == null) {
            throw new InvalidInput("Cannot forecast " + file + ": it has no rows");
        }
        if (held != null) {
            held.forEach(reader);
            held = null;
            return;
        }
        Handing handing = new Handing(reader);
        table().read(handing::row, handing::end);
    }

    private InputTable table() {
        return InputTable.of(file, columns.spellings(), columns.required(), List.of());
    }

    private TimeForm form() {
        if (form == null) {
            throw new IllegalStateException("Cannot tell the form of time of " + file + " before its first row");
        }
        return form;
    }

    private FileSeries joined(FileSeries series, SeriesRows rows) {
        return future.map(known -> known.join(series, rows)).orElse(series);
    }

    /** Reads the time and the value of a row into its series. */
    private void add(InputRow row, SeriesRows rows) {
        String text = row.requiredText(SeriesColumns.TIME);
        double value = value(row);
        if (text.isEmpty()) {
            return;
        }
        try {
            if (form == null) {
                form = TimeForm.of(text);
                refuseHoursOfDates(form);
            }
            rows.add(form.time(text), value, regressors(row), row.line());
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            row.refuse(
                    SeriesColumns.TIME,
                    form == null
                            ? "must be a date, a time or a whole number, as 2026-03-31, 2026-03-31T16:50:00 or 42"
                            : "must be %s written as in the first row"
                                    .formatted(
                                            switch (form.kind()) {
                                                case NUMBER -> "a whole number,";
                                                case DATE -> "a date";
                                                case TIME -> "a time";
                                            }));
        }
    }

    /** Dates cannot tell the hours of a day apart. */
    private void refuseHoursOfDates(TimeForm first) {
        if (frequency == Frequency.H && first.kind() == TimeForm.Kind.DATE) {
            throw new InvalidInput("Cannot use --frequency H for " + file
                    + ": ds has dates without a time of day; write times, as 2026-03-31T16:00, or leave it out");
        }
    }

    private double[] regressors(InputRow row) {
        return FileNumbers.row(row, columns.regressors());
    }

    private static double value(InputRow row) {
        return FileNumbers.number(
                row,
                SeriesColumns.VALUE,
                "must be a number with a point for decimals, as 1234.50, or empty where there is none");
    }

    private List<String> groups(InputRow row) {
        if (columns.groups().isEmpty()) {
            return List.of();
        }
        return columns.groups().stream().map(row::requiredText).toList();
    }

    /** The first reading: finds all defects, and holds the series as long as they are not too many. */
    private final class Check {
        private final int most;
        private final Map<String, SeriesRows> open = new LinkedHashMap<>();
        private final List<FileSeries> done = new ArrayList<>();
        private final Set<String> ended = new HashSet<>();
        private final List<Runnable> defects = new ArrayList<>();
        private @Nullable SeriesRows current;
        private @Nullable InputRow row;
        private long rows;
        private boolean isMixed;
        private boolean isLarge;

        private Check(int most) {
            this.most = most;
        }

        private void row(InputRow next) {
            if (row == null) {
                row = next;
                columns.refuseUnknown(next);
            }
            String name = next.requiredText(SeriesColumns.NAME);
            if (current == null || !current.name().equals(name)) {
                current = change(name, next);
            }
            refuseOtherGroups(current, next);
            add(next, current);
            rows++;
            if (!isLarge && !isMixed && rows > most) {
                isLarge = true;
                becomeLarge(current);
            }
        }

        private SeriesRows change(String name, InputRow next) {
            if (isLarge && current != null) {
                finish(current);
                ended.add(current.name());
                isMixed = isMixed || ended.contains(name);
                return new SeriesRows(name, groups(next));
            }
            isMixed = isMixed || open.containsKey(name);
            return open.computeIfAbsent(name, unseen -> new SeriesRows(unseen, groups(next)));
        }

        private void refuseOtherGroups(SeriesRows series, InputRow next) {
            for (int i = 0; i < columns.groups().size(); i++) {
                String column = columns.groups().get(i);
                if (!next.text(column).equals(series.groups().get(i))) {
                    next.refuse(
                            column,
                            "must be '%s' in all rows of %s"
                                    .formatted(series.groups().get(i), series.name()));
                }
            }
        }

        /** From here on no more than one series is held. */
        private void becomeLarge(SeriesRows last) {
            countAll();
            open.remove(last.name());
            open.values().forEach(this::finish);
            ended.addAll(open.keySet());
            open.clear();
            done.clear();
        }

        private void countAll() {
            if (form != null) {
                for (SeriesRows series : open.values()) {
                    series.sort();
                    spacings.count(series.distinctTimes(), form.kind());
                }
            }
        }

        private void finish(SeriesRows series) {
            if (form != null && !isMixed && !series.isEmpty()) {
                series.sort();
                series.series(form, spacings, seasons, this::refuse)
                        .map(one -> joined(one, series))
                        .ifPresent(isLarge ? gone -> {} : done::add);
            }
        }

        /** Told at the end: what looks wrong with a part of a series need not be wrong with the whole. */
        private void refuse(long line, String value, String rule) {
            if (defects.size() < MOST_DEFECTS) {
                defects.add(() -> {
                    if (row != null) {
                        row.refuseEarlier(line, SeriesColumns.TIME, value, rule);
                    }
                });
            }
        }

        private void end() {
            if (isLarge && current != null) {
                finish(current);
            }
            if (!isLarge) {
                countAll();
                isMixed = false;
                open.values().forEach(this::finish);
                held = done;
            }
            if (!isMixed) {
                defects.forEach(Runnable::run);
            }
        }
    }

    /** The second reading, of rows that are known to be good and series that follow one another. */
    private final class Handing {
        private final Consumer<FileSeries> reader;
        private @Nullable SeriesRows current;

        private Handing(Consumer<FileSeries> reader) {
            this.reader = reader;
        }

        private void row(InputRow next) {
            String name = next.text(SeriesColumns.NAME);
            if (current == null || !current.name().equals(name)) {
                end();
                current = new SeriesRows(name, groups(next));
            }
            add(next, current);
        }

        private void end() {
            if (current != null) {
                current.sort();
                SeriesRows rows = current;
                rows.series(form(), spacings, seasons, (line, value, rule) -> {})
                        .map(series -> joined(series, rows))
                        .ifPresent(reader);
            }
        }
    }
}

package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.interrupted.InterruptedSeries;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.command.InvalidUse;

/** Reads a series of counts, and where it is interrupted. */
final class InterruptedFile {
    private final Path file;
    private final String time;
    private final String count;
    private final @Nullable String exposure;
    private final TimeColumn times = new TimeColumn();
    private final Map<Long, Period> periods = new TreeMap<>();

    private record Period(long line, String text, double count, double exposure) {}

    /** @param exposure null: all periods alike */
    InterruptedFile(Path file, String time, String count, @Nullable String exposure) {
        this.file = file;
        this.time = time;
        this.count = count;
        this.exposure = exposure;
    }

    /** @param since the first period after the interruption, as the column of time would have it */
    InterruptedSeries read(String since) {
        InputTable.of(file, Map.of(), columns(), List.of()).read(this::read);
        if (periods.isEmpty()) {
            throw new InvalidInput("Cannot read " + file + ": it has no rows");
        }
        refuseGaps();
        long first = times.parse(since)
                .orElseThrow(() -> new InvalidUse("Invalid --since %s: it must be a time as those in %s, as %s"
                        .formatted(
                                since, file, periods.values().iterator().next().text())));
        int before = (int) periods.keySet().stream().filter(at -> at < first).count();
        double[] counts = periods.values().stream().mapToDouble(Period::count).toArray();
        double[] exposures =
                periods.values().stream().mapToDouble(Period::exposure).toArray();
        if (before < InterruptedSeries.LEAST_BEFORE || counts.length - before < InterruptedSeries.LEAST_AFTER) {
            throw new InvalidInput(
                    "Cannot use %s: it has %d periods before %s and %d from then on; at least %d and %d are needed"
                            .formatted(
                                    file,
                                    before,
                                    since,
                                    counts.length - before,
                                    InterruptedSeries.LEAST_BEFORE,
                                    InterruptedSeries.LEAST_AFTER));
        }
        if (sum(counts, 0, before) == 0 || sum(counts, before, counts.length) == 0) {
            throw new InvalidInput(
                    "Cannot use %s: all counts before or from %s on are 0; there is no ratio".formatted(file, since));
        }
        return new InterruptedSeries(counts, exposures, before);
    }

    private static double sum(double[] values, int from, int until) {
        return Arrays.stream(values, from, until).sum();
    }

    private List<String> columns() {
        List<String> columns = exposure == null ? List.of(time, count) : List.of(time, count, exposure);
        if (columns.stream().distinct().count() < columns.size()) {
            throw new InvalidUse("Invalid columns %s: one is named for two things".formatted(columns));
        }
        return columns;
    }

    private void read(InputRow row) {
        row.requiredText(time);
        row.requiredText(count);
        double counted = row.number(count).map(BigDecimal::doubleValue).orElse(0.0);
        if (counted < 0) {
            row.refuse(count, "must be at least 0");
        }
        double among = exposure == null ? 1 : exposed(row, exposure);
        times.read(row, time).ifPresent(at -> {
            if (periods.put(at, new Period(row.line(), row.text(time), counted, among)) != null) {
                row.refuse(time, "must be there once; add the rows of a period up");
            }
        });
    }

    private static double exposed(InputRow row, String column) {
        double among = row.number(column).map(BigDecimal::doubleValue).orElse(0.0);
        if (!(among > 0)) {
            row.refuse(column, "must be above 0: what the count is counted among");
        }
        return among;
    }

    /** A trend over periods of which some are missing is another one. */
    private void refuseGaps() {
        PeriodScale scale = times.scale(periods.keySet());
        Iterator<Map.Entry<Long, Period>> rest = periods.entrySet().iterator();
        long last = times.number(scale, rest.next().getKey());
        while (rest.hasNext()) {
            Map.Entry<Long, Period> next = rest.next();
            long number = times.number(scale, next.getKey());
            if (number != last + 1) {
                throw new InvalidInput(
                        "Cannot use %s: line %d, %s: '%s' must follow the period before; a period without any has a"
                                        .formatted(
                                                file,
                                                next.getValue().line(),
                                                time,
                                                next.getValue().text())
                                + " row with count 0");
            }
            last = number;
        }
    }
}

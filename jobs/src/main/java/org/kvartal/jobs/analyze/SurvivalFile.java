package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;

/**
 * Reads how long things lasted and what ended them. A column may serve twice, as group and as covariate.
 *
 * @param entry empty: all were watched from the beginning; likewise group, stratum and cluster
 */
record SurvivalFile(
        Path file,
        String time,
        String event,
        String entry,
        String group,
        String stratum,
        String cluster,
        List<String> covariates) {
    private static final String NONE = "";

    SurvivalFile {
        covariates = List.copyOf(covariates);
    }

    /** The rows as they stand, and the words of the column of ends. */
    record Read(List<Row> rows, Set<String> words) {
        List<Lasting> lasting(EndWords ends) {
            return rows.stream()
                    .map(row ->
                            new Lasting(row.observation(ends), row.group(), row.stratum(), row.cluster(), row.cells()))
                    .toList();
        }
    }

    private record Row(
            double time, double entry, String event, String group, String stratum, String cluster, List<String> cells) {
        Observation observation(EndWords ends) {
            Observation seen =
                    ends.isGoingOn(event) ? Observation.censored(time) : Observation.ended(time, ends.end(event));
            return entry > 0 ? seen.watchedFrom(entry) : seen;
        }
    }

    Read read() {
        List<Row> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        Stream.concat(Stream.of(time, event, entry, group, stratum, cluster), covariates.stream())
                .filter(column -> !column.equals(NONE))
                .forEach(columns::add);
        InputTable.of(file, Map.of(), List.copyOf(columns), List.of())
                .read(row -> read(row).ifPresent(rows::add));
        if (rows.isEmpty()) {
            throw new InvalidInput("Cannot read " + file + ": it has no rows");
        }
        Set<String> words = new TreeSet<>();
        rows.forEach(row -> words.add(row.event()));
        return new Read(rows, words);
    }

    private Optional<Row> read(InputRow row) {
        String together = cluster.equals(NONE) ? NONE : row.requiredText(cluster);
        String of = group.equals(NONE) ? NONE : row.requiredText(group);
        Optional<Double> until = row.requiredText(time).isEmpty()
                ? Optional.empty()
                : row.number(time).map(BigDecimal::doubleValue);
        double from = row.number(entry).map(BigDecimal::doubleValue).orElse(0.0);
        if (until.isEmpty()) {
            return Optional.empty();
        }
        if (until.get() < 0) {
            row.refuse(time, "must be at least 0; an end before the beginning is an error of the source");
            return Optional.empty();
        }
        if (from > 0 && from >= until.get()) {
            row.refuse(entry, "must be before the time; leave out what was over before it was watched");
            return Optional.empty();
        }
        return Optional.of(new Row(
                until.get(),
                from,
                row.text(event),
                of,
                row.text(stratum),
                together,
                covariates.stream().map(row::text).toList()));
    }
}

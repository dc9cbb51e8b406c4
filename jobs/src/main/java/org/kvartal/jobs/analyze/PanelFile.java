package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelBuilder;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.command.InvalidUse;

/** Reads a panel of units and periods from a file. */
final class PanelFile {
    private static final Set<String> MISSING = Set.of("", "na", "nan", "null", ".");
    private static final Set<String> NEVER = Set.of("0", "0.0", "inf", "infinity", "never");

    private final Path file;
    private final String unit;
    private final String time;
    private final String firstTreated;
    private final String outcome;
    private final List<String> covariates;
    private final String cluster;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Row> firstOfUnit = new HashMap<>();
    private final Set<Place> seen = new HashSet<>();
    private final TimeColumn times = new TimeColumn();
    private long incomplete;

    private record Place(String unit, long time) {}

    /** Times are numbers, or days since 1970; the first treatment is empty for never. */
    private record Row(
            String unit, String cluster, long time, OptionalLong first, double outcome, List<Double> covariates) {}

    PanelFile(
            Path file,
            String unit,
            String time,
            String firstTreated,
            String outcome,
            List<String> covariates,
            @Nullable String cluster) {
        this.file = file;
        this.unit = unit;
        this.time = time;
        this.firstTreated = firstTreated;
        this.outcome = outcome;
        this.covariates = covariates;
        this.cluster = cluster == null ? unit : cluster;
    }

    DatedPanel read() {
        Set<String> columns = new LinkedHashSet<>();
        for (String column : List.of(unit, time, firstTreated, outcome)) {
            add(columns, column);
        }
        covariates.forEach(column -> add(columns, column));
        columns.add(cluster);
        InputTable.of(file, Map.of(), List.copyOf(columns), List.of()).read(this::read);
        if (rows.isEmpty()) {
            throw new InvalidInput("Cannot read " + file + ": it has no rows");
        }
        PeriodScale scale = times.scale(rows.stream().map(Row::time).toList());
        PanelBuilder panel = new PanelBuilder(covariates);
        for (Row row : rows) {
            long first =
                    row.first().isPresent() ? times.number(scale, row.first().getAsLong()) : Panel.NEVER;
            panel.add(
                    row.unit(), row.cluster(), times.number(scale, row.time()), first, row.outcome(), row.covariates());
        }
        return new DatedPanel(panel.build(), scale, incomplete);
    }

    private static void add(Set<String> columns, String column) {
        if (!columns.add(column)) {
            throw new InvalidUse("Invalid column %s: it is named for two things".formatted(column));
        }
    }

    private void read(InputRow row) {
        String name = row.requiredText(unit);
        OptionalLong at = times.read(row, time);
        if (at.isEmpty()) {
            if (row.text(time).isEmpty()) {
                row.refuse(time, "must not be empty");
            }
            return;
        }
        if (!seen.add(new Place(name, at.getAsLong()))) {
            row.refuse(time, "must be there once for %s; keep one of the rows".formatted(name));
        }
        OptionalLong first = isNever(row.text(firstTreated)) ? OptionalLong.empty() : times.read(row, firstTreated);
        double value = number(row, outcome);
        List<Double> values =
                covariates.stream().map(column -> number(row, column)).toList();
        incomplete += Double.isNaN(value) || values.stream().anyMatch(one -> one.isNaN()) ? 1 : 0;
        Row read = new Row(name, row.requiredText(cluster), at.getAsLong(), first, value, values);
        refuseChange(row, firstOfUnit.putIfAbsent(name, read), read);
        rows.add(read);
    }

    private void refuseChange(InputRow row, @Nullable Row before, Row now) {
        if (before == null) {
            return;
        }
        if (!before.first().equals(now.first())) {
            row.refuse(firstTreated, "must be the same in all rows of %s".formatted(now.unit()));
        }
        if (!before.cluster().equals(now.cluster())) {
            row.refuse(cluster, "must be the same in all rows of %s, '%s'".formatted(now.unit(), before.cluster()));
        }
    }

    private static boolean isNever(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return MISSING.contains(lower) || NEVER.contains(lower);
    }

    /** Not a number where there is none. */
    private static double number(InputRow row, String column) {
        if (MISSING.contains(row.text(column).toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        return row.number(column).map(BigDecimal::doubleValue).orElse(Double.NaN);
    }
}

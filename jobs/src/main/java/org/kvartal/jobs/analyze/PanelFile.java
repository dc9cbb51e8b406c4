package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.effect.Panel;
import org.kvartal.forecast.effect.PanelBuilder;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.command.InvalidUse;

/** Reads a panel of units and periods from a file. */
final class PanelFile {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}(\\.0*)?");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
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
    private boolean hasDates;
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
        PeriodScale scale = scale();
        PanelBuilder panel = new PanelBuilder(covariates);
        for (Row row : rows) {
            long first = row.first().isPresent() ? number(scale, row.first().getAsLong()) : Panel.NEVER;
            panel.add(row.unit(), row.cluster(), number(scale, row.time()), first, row.outcome(), row.covariates());
        }
        return new DatedPanel(panel.build(), scale, incomplete);
    }

    private static void add(Set<String> columns, String column) {
        if (!columns.add(column)) {
            throw new InvalidUse("Invalid column %s: it is named for two things".formatted(column));
        }
    }

    private PeriodScale scale() {
        if (!hasDates) {
            return PeriodScale.ofNumbers();
        }
        TreeSet<LocalDate> dates = new TreeSet<>();
        rows.forEach(row -> dates.add(LocalDate.ofEpochDay(row.time())));
        return PeriodScale.of(dates);
    }

    private long number(PeriodScale scale, long value) {
        return hasDates ? scale.number(LocalDate.ofEpochDay(value)) : value;
    }

    private void read(InputRow row) {
        String name = row.requiredText(unit);
        if (rows.isEmpty()) {
            hasDates = !WHOLE.matcher(row.text(time)).matches();
        }
        OptionalLong at = time(row, time);
        if (at.isEmpty()) {
            if (row.text(time).isEmpty()) {
                row.refuse(time, "must not be empty");
            }
            return;
        }
        if (!seen.add(new Place(name, at.getAsLong()))) {
            row.refuse(time, "must be there once for %s; keep one of the rows".formatted(name));
        }
        OptionalLong first = isNever(row.text(firstTreated)) ? OptionalLong.empty() : time(row, firstTreated);
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

    private OptionalLong time(InputRow row, String column) {
        String text = row.text(column);
        if (!hasDates) {
            if (WHOLE.matcher(text).matches()) {
                return OptionalLong.of(new BigDecimal(text).longValueExact());
            }
            if (!text.isEmpty()) {
                row.refuse(column, "must be a whole number, as the first time in the file is");
            }
            return OptionalLong.empty();
        }
        if (MONTH.matcher(text).matches()) {
            return month(row, column, text);
        }
        Optional<LocalDateTime> moment = row.time(column, ZoneOffset.UTC);
        return moment.isPresent() ? OptionalLong.of(moment.get().toLocalDate().toEpochDay()) : OptionalLong.empty();
    }

    private static OptionalLong month(InputRow row, String column, String text) {
        int month = Integer.parseInt(text.substring(5));
        if (month < 1 || month > 12) {
            row.refuse(column, "must be a month from 01 to 12");
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                LocalDate.of(Integer.parseInt(text.substring(0, 4)), month, 1).toEpochDay());
    }

    /** Not a number where there is none. */
    private static double number(InputRow row, String column) {
        if (MISSING.contains(row.text(column).toLowerCase(Locale.ROOT))) {
            return Double.NaN;
        }
        return row.number(column).map(BigDecimal::doubleValue).orElse(Double.NaN);
    }
}

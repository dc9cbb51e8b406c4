package org.kvartal.ingest.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

/**
 * The earlier versions of a row, found by taking back its audited changes from the latest to the first. Fields that the
 * source does not audit keep their present values; a row that was closed later was open, and its money is taken back only
 * where it was entered in the project's currency.
 */
final class Unwinding {
    private static final List<String> OF_CLOSING = List.of("closed_at", "resolved_at", "lost_reason", "satisfaction");

    private final TableSpec clean;
    private final ZoneId zone;
    private final List<String> columns;

    Unwinding(TableSpec clean, ZoneId zone) {
        this.clean = clean;
        this.zone = zone;
        this.columns = clean.columnNames();
    }

    /**
     * The versions from the earliest to the present one.
     *
     * @param present the row as it is
     * @param start when the earliest version began; changes up to this day are not taken back
     */
    List<Version> versions(@Nullable Object[] present, List<FieldChange> changes, LocalDate start) {
        List<FieldChange> latestFirst = changes.stream()
                .filter(change -> change.day().isAfter(start) && columns.contains(change.field()))
                .sorted(Comparator.comparing(FieldChange::at).reversed())
                .toList();
        List<Version> versions = new ArrayList<>();
        @Nullable Object[] values = present.clone();
        @Nullable LocalDate end = null;
        for (FieldChange change : latestFirst) {
            if (!change.day().equals(end)) {
                versions.add(0, version(values, change.day(), end, present));
                end = change.day();
            }
            takeBack(values, change);
        }
        versions.add(0, version(values, start, end, present));
        return versions;
    }

    private Version version(
            @Nullable Object[] values, LocalDate from, @Nullable LocalDate to, @Nullable Object[] present) {
        @Nullable Object[] then = values.clone();
        if (to != null && closedOn(present).filter(day -> !to.isAfter(day)).isPresent()) {
            for (int i = 0; i < then.length; i++) {
                String column = columns.get(i);
                then[i] = OF_CLOSING.contains(column) ? null : column.equals("outcome") ? "open" : then[i];
            }
        }
        return new Version(then, from, to);
    }

    private Optional<LocalDate> closedOn(@Nullable Object[] present) {
        return List.of("closed_at", "resolved_at").stream()
                .map(columns::indexOf)
                .filter(column -> column >= 0)
                .map(column -> present[column])
                .filter(Objects::nonNull)
                .map(closed -> ((OffsetDateTime) closed).atZoneSameInstant(zone).toLocalDate())
                .findFirst();
    }

    private void takeBack(@Nullable Object[] values, FieldChange change) {
        int column = columns.indexOf(change.field());
        Column declared = clean.columns().get(column);
        boolean isForeign = columns.contains("currency")
                && !Objects.equals(values[columns.indexOf("amount")], values[columns.indexOf("amount_original")]);
        if (change.field().equals("amount") && isForeign) {
            return;
        }
        try {
            values[column] = value(declared, change.oldValue());
        } catch (DateTimeException | NumberFormatException unreadable) {
            // What an audit wrote in a way of its own says nothing; the value after it stands.
        }
    }

    private static @Nullable Object value(Column column, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (column.type()) {
            case ID, TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case NUMBER -> Double.valueOf(text);
            case MONEY -> new BigDecimal(text).setScale(2, RoundingMode.HALF_UP);
            case RATE -> new BigDecimal(text).setScale(10, RoundingMode.HALF_UP);
            case DATE -> LocalDate.parse(text);
            case INSTANT -> OffsetDateTime.parse(text);
            case FLAG -> Boolean.valueOf(text);
        };
    }
}

package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.pipeline.Deal;
import org.kvartal.forecast.pipeline.DealChange;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;

/** Reads deals, their stages, changes and accounts from files. */
final class PipelineFiles {
    private static final String ID = "opportunity_id";
    private static final String ACCOUNT = "account_id";
    private static final String CHANGED_AT = "changed_at";
    private static final List<String> DEAL_COLUMNS = List.of(ID, "is_closed", "is_won", "created_at", "close_date");
    private static final List<String> OPTIONAL_COLUMNS =
            List.of(ACCOUNT, DealChange.OWNER, DealChange.STAGE, DealChange.AMOUNT);

    private final Path opportunities;
    private final @Nullable Path history;
    private final @Nullable Path changes;
    private final @Nullable Path accounts;
    private final Map<String, String> columns;
    private final ZoneId zone;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<LocalDate, LocalDate> days = new HashMap<>();

    PipelineFiles(
            Path opportunities,
            @Nullable Path history,
            @Nullable Path changes,
            @Nullable Path accounts,
            Map<String, String> columns,
            ZoneId zone) {
        this.opportunities = opportunities;
        this.history = history;
        this.changes = changes;
        this.accounts = accounts;
        this.columns = columns;
        this.zone = zone;
    }

    /** A change and its moment, for the order within a day: seconds from the epoch, and nanoseconds. */
    private record Moment(long second, int nano, DealChange change) {
        static final Comparator<Moment> IN_ORDER =
                Comparator.comparingLong(Moment::second).thenComparingInt(Moment::nano);
    }

    /** All deals, with what was changed in the order of time. */
    List<Deal> deals() {
        Map<String, Map<String, String>> ofAccounts = accountAttributes();
        Map<String, List<Moment>> moments = new HashMap<>();
        readHistory(moments);
        readChanges(moments);
        List<Deal> deals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        InputTable.of(opportunities, columns, DEAL_COLUMNS, OPTIONAL_COLUMNS).read(row -> {
            if (!seen.add(row.requiredText(ID))) {
                row.refuse(ID, "must not be there twice");
            }
            Map<String, String> ofAccount = ofAccounts.getOrDefault(row.text(ACCOUNT), Map.of());
            deals.add(deal(row).attributes(attributes(row, ofAccount)).changes(inOrder(moments.remove(row.text(ID)))));
        });
        return deals;
    }

    private static List<DealChange> inOrder(@Nullable List<Moment> moments) {
        if (moments == null) {
            return List.of();
        }
        moments.sort(Moment.IN_ORDER);
        return moments.stream().map(Moment::change).toList();
    }

    private Deal deal(InputRow row) {
        boolean isClosed = row.flag("is_closed");
        boolean isWon = isClosed && row.flag("is_won");
        Optional<LocalDate> created = day(row, "created_at");
        Optional<LocalDate> close = day(row, "close_date");
        if (isClosed && close.isEmpty()) {
            row.refuse("close_date", "must be the day of closing of a closed deal");
        }
        LocalDate closedOn = close.orElse(LocalDate.EPOCH);
        if (isClosed && created.filter(closedOn::isBefore).isPresent()) {
            row.refuse("close_date", "must not be before created_at, " + created.get());
        }
        String id = row.text(ID);
        Deal deal = !isClosed ? Deal.open(id) : isWon ? Deal.won(id, closedOn) : Deal.lost(id, closedOn);
        deal = deal.stage(known(row.text(DealChange.STAGE)))
                .owner(known(row.text(DealChange.OWNER)))
                .account(known(row.text(ACCOUNT)))
                .group(known(row.text(row.text("product").isEmpty() ? "segment" : "product")));
        if (created.isPresent()) {
            deal = deal.createdOn(created.get());
        }
        if (close.isPresent()) {
            deal = deal.expectedCloseOn(close.get());
        }
        Optional<BigDecimal> amount = row.number(DealChange.AMOUNT);
        return amount.isPresent() ? deal.amount(amount.get()) : deal;
    }

    private Map<String, String> attributes(InputRow row, Map<String, String> ofAccount) {
        Map<String, String> attributes = new HashMap<>(ofAccount);
        for (String column : row.columns()) {
            if (!DEAL_COLUMNS.contains(column) && !OPTIONAL_COLUMNS.contains(column)) {
                attributes.put(known(column), known(row.text(column)));
            }
        }
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    private Map<String, Map<String, String>> accountAttributes() {
        Map<String, Map<String, String>> attributes = new HashMap<>();
        if (accounts != null) {
            InputTable.of(accounts, columns, List.of(ACCOUNT), List.of()).read(row -> {
                Map<String, String> values = new HashMap<>();
                row.columns().stream()
                        .filter(column -> !column.equals(ACCOUNT))
                        .forEach(column -> values.put(known(column), known(row.text(column))));
                attributes.put(row.requiredText(ACCOUNT), values);
            });
        }
        return attributes;
    }

    private void readHistory(Map<String, List<Moment>> moments) {
        if (history != null) {
            InputTable.of(history, columns, List.of(ID, "from_stage", "to_stage", CHANGED_AT), List.of())
                    .read(row -> add(moments, row, DealChange.STAGE, row.text("from_stage"), row.text("to_stage")));
        }
    }

    private void readChanges(Map<String, List<Moment>> moments) {
        if (changes != null) {
            InputTable.of(changes, columns, List.of(ID, "field", "old_value", "new_value", CHANGED_AT), List.of())
                    .read(row -> {
                        String field = named(row.requiredText("field"));
                        if (!field.equals(DealChange.STAGE) || history == null) {
                            add(moments, row, field, value(row, field, "old_value"), value(row, field, "new_value"));
                        }
                    });
        }
    }

    /** The name here of a column that the files may call otherwise. */
    private String named(String field) {
        return columns.entrySet().stream()
                .filter(spelling -> spelling.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field);
    }

    /** A value as the deals have it: a day of a time, a number that is one. */
    private String value(InputRow row, String field, String column) {
        return switch (field) {
            case DealChange.EXPECTED_CLOSE ->
                day(row, column).map(LocalDate::toString).orElse("");
            case DealChange.AMOUNT ->
                row.number(column).map(BigDecimal::toPlainString).orElse("");
            default -> row.text(column);
        };
    }

    private void add(Map<String, List<Moment>> moments, InputRow row, String field, String before, String after) {
        row.requiredText(CHANGED_AT);
        row.time(CHANGED_AT, zone).ifPresent(at -> {
            DealChange change = new DealChange(known(field), known(at.toLocalDate()), known(before), known(after));
            moments.computeIfAbsent(known(row.requiredText(ID)), id -> new ArrayList<>(4))
                    .add(new Moment(at.toEpochSecond(ZoneOffset.UTC), at.getNano(), change));
        });
    }

    private Optional<LocalDate> day(InputRow row, String column) {
        return row.time(column, zone).map(LocalDateTime::toLocalDate).map(this::known);
    }

    /** The same text once only: files repeat few values a million times. */
    private String known(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    private LocalDate known(LocalDate day) {
        return days.computeIfAbsent(day, same -> same);
    }
}

package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.pipeline.Deal;
import org.kvartal.forecast.pipeline.DealChange;
import org.kvartal.forecast.pipeline.DealHistory;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;

/** Reads the opportunities of the lake, with their changes and accounts, as the deals of the pipeline methods. */
final class DealsKnown {
    static final String TEAM = "team_id";
    static final String REGION = "region";
    static final String PRODUCT = "product_id";

    /** Columns that may tell how a deal ends; the deal model refuses those that were written at closing. */
    private static final List<String> ATTRIBUTES =
            List.of("segment", "source", PRODUCT, "competitor_id", "campaign_id", "probability");

    private static final List<String> ACCOUNT_ATTRIBUTES =
            List.of("industry", "country", "annual_revenue", "employees");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    private final ZoneId zone;
    private final Map<String, Record> accounts;
    private final Map<String, Record> users;
    private final Map<String, Record> teams;
    private final Map<String, List<DealChange>> changes;
    private final Map<String, String> texts = new HashMap<>();

    private DealsKnown(Lake lake, ZoneId zone) {
        this.zone = zone;
        this.accounts = byKey(lake, CrmTables.ACCOUNTS);
        this.users = byKey(lake, CrmTables.USERS);
        this.teams = byKey(lake, CrmTables.TEAMS);
        this.changes = changes(lake);
    }

    static DealHistory read(Lake lake, AsOf asOf) {
        DealsKnown known = new DealsKnown(lake, asOf.zone());
        List<Deal> deals =
                lake.rows(CrmTables.OPPORTUNITIES).stream().map(known::deal).toList();
        return DealHistory.knownAt(asOf.date(), deals);
    }

    private static Map<String, Record> byKey(Lake lake, TableSpec table) {
        Map<String, Record> rows = new HashMap<>();
        lake.rows(table).forEach(row -> rows.put(text(row.getField(table.key().get(0))), row));
        return rows;
    }

    private Map<String, List<DealChange>> changes(Lake lake) {
        Map<String, List<Record>> rows = new HashMap<>();
        lake.rows(CrmTables.OPPORTUNITY_CHANGES)
                .forEach(row -> rows.computeIfAbsent(text(row.getField("opportunity_id")), id -> new ArrayList<>(4))
                        .add(row));
        Map<String, List<DealChange>> inOrder = new HashMap<>();
        rows.forEach((id, ofDeal) -> inOrder.put(
                id,
                ofDeal.stream()
                        .sorted(Comparator.comparing(row -> (OffsetDateTime) row.getField("changed_at")))
                        .flatMap(this::change)
                        .toList()));
        return inOrder;
    }

    private Stream<DealChange> change(Record row) {
        LocalDate on = day(row.getField("changed_at"));
        if (on == null) {
            return Stream.empty();
        }
        String field = text(row.getField("field"));
        String name = field.equals("expected_close_date") ? DealChange.EXPECTED_CLOSE : field;
        String before = value(name, row.getField("old_value"));
        String after = value(name, row.getField("new_value"));
        return isReadable(name, before) && isReadable(name, after)
                ? Stream.of(new DealChange(known(name), on, known(before), known(after)))
                : Stream.empty();
    }

    /** Sources keep changes as text, also such text as is no number or day. */
    private static boolean isReadable(String field, String value) {
        return switch (field) {
            case DealChange.AMOUNT -> value.isEmpty() || NUMBER.matcher(value).matches();
            case DealChange.EXPECTED_CLOSE ->
                value.isEmpty() || DAY.matcher(value).matches();
            default -> true;
        };
    }

    /** Days without the time that some sources keep with them. */
    private static String value(String field, @Nullable Object value) {
        String text = text(value);
        return field.equals(DealChange.EXPECTED_CLOSE) && text.length() > 10 ? text.substring(0, 10) : text;
    }

    private Deal deal(Record row) {
        String id = text(row.getField("opportunity_id"));
        LocalDate closedOn = day(row.getField("closed_at"));
        Deal deal = switch (text(row.getField("outcome"))) {
            case "won" -> Deal.won(id, closedOn);
            case "lost" -> Deal.lost(id, closedOn);
            default -> Deal.open(id);
        };
        deal = deal.group(known(text(row.getField(PRODUCT))))
                .stage(known(text(row.getField("stage"))))
                .owner(known(text(row.getField("owner_id"))))
                .account(known(text(row.getField("account_id"))))
                .attributes(attributes(row))
                .changes(changesOf(row, id));
        LocalDate createdOn = day(row.getField("created_at"));
        if (createdOn != null) {
            deal = deal.createdOn(createdOn);
        }
        if (row.getField("amount") instanceof BigDecimal amount) {
            deal = deal.amount(amount);
        }
        if (row.getField("expected_close_date") instanceof LocalDate promised) {
            deal = deal.expectedCloseOn(promised);
        }
        return deal;
    }

    /** Changes of amounts are in the currency entered; of a deal whose amount was converted they are left out. */
    private List<DealChange> changesOf(Record row, String id) {
        List<DealChange> all = changes.getOrDefault(id, List.of());
        boolean isConverted = row.getField("amount") instanceof BigDecimal amount
                && row.getField("amount_original") instanceof BigDecimal original
                && amount.compareTo(original) != 0;
        return isConverted
                ? all.stream()
                        .filter(change -> !change.field().equals(DealChange.AMOUNT))
                        .toList()
                : all;
    }

    private Map<String, String> attributes(Record row) {
        Map<String, String> attributes = new HashMap<>();
        ATTRIBUTES.forEach(column -> attributes.put(column, known(text(row.getField(column)))));
        Record account = accounts.get(text(row.getField("account_id")));
        if (account != null) {
            ACCOUNT_ATTRIBUTES.forEach(
                    column -> attributes.put("account " + column, known(text(account.getField(column)))));
            attributes.merge("segment", text(account.getField("segment")), (own, other) -> own.isEmpty() ? other : own);
        }
        String team = team(row);
        attributes.put(TEAM, team);
        attributes.put(REGION, region(teams.get(team), account));
        attributes.values().removeIf(String::isEmpty);
        return attributes;
    }

    /** The team recorded with the deal, else the owner's. */
    private String team(Record row) {
        String own = text(row.getField(TEAM));
        Record owner = users.get(text(row.getField("owner_id")));
        return known(own.isEmpty() && owner != null ? text(owner.getField(TEAM)) : own);
    }

    /** The team's region, else the account's. */
    private String region(@Nullable Record team, @Nullable Record account) {
        String ofTeam = team == null ? "" : text(team.getField(REGION));
        return known(ofTeam.isEmpty() && account != null ? text(account.getField(REGION)) : ofTeam);
    }

    private @Nullable LocalDate day(@Nullable Object instant) {
        return instant instanceof OffsetDateTime at ? at.atZoneSameInstant(zone).toLocalDate() : null;
    }

    /** The same text once only: tables repeat few values a million times. */
    private String known(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

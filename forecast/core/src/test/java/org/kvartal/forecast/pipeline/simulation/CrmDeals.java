package org.kvartal.forecast.pipeline.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvartal.forecast.pipeline.Deal;
import org.kvartal.forecast.pipeline.DealChange;

/** Reads the deals of an extract, as a program does that knows its columns. */
final class CrmDeals {
    private static final Set<String> FIELDS = Set.of(
            "opportunity_id",
            "account_id",
            "owner_id",
            "stage",
            "is_closed",
            "is_won",
            "amount",
            "created_at",
            "close_date");
    private static final int DATE_LENGTH = 10;

    private CrmDeals() {}

    static List<Deal> of(Extract extract) {
        Map<String, Map<String, String>> accounts = new HashMap<>();
        for (Map<String, String> row : rows(extract.accounts())) {
            accounts.put(row.remove("account_id"), row);
        }
        Map<String, List<DealChange>> changes = new HashMap<>();
        for (Map<String, String> row : rows(extract.history())) {
            add(changes, row, DealChange.STAGE, row.get("from_stage"), row.get("to_stage"));
        }
        for (Map<String, String> row : rows(extract.changes())) {
            add(changes, row, row.get("field"), row.get("old_value"), row.get("new_value"));
        }
        return rows(extract.opportunities()).stream()
                .map(row -> deal(row, accounts.get(row.get("account_id")))
                        .changes(changes.getOrDefault(row.get("opportunity_id"), List.of())))
                .toList();
    }

    private static void add(
            Map<String, List<DealChange>> changes, Map<String, String> row, String field, String before, String after) {
        changes.computeIfAbsent(row.get("opportunity_id"), id -> new ArrayList<>())
                .add(new DealChange(field, day(row.get("changed_at")), before, after));
    }

    private static Deal deal(Map<String, String> row, Map<String, String> account) {
        Map<String, String> attributes = new HashMap<>(account);
        attributes.putAll(row);
        attributes.keySet().removeAll(FIELDS);
        attributes.values().removeIf(String::isEmpty);
        Deal deal = ended(row)
                .createdOn(day(row.get("created_at")))
                .stage(row.get("stage"))
                .owner(row.get("owner_id"))
                .account(row.get("account_id"))
                .group(row.getOrDefault("product", ""))
                .attributes(attributes);
        if (!row.get("close_date").isEmpty()) {
            deal = deal.expectedCloseOn(day(row.get("close_date")));
        }
        return row.get("amount").isEmpty() ? deal : deal.amount(new BigDecimal(row.get("amount")));
    }

    private static Deal ended(Map<String, String> row) {
        String id = row.get("opportunity_id");
        if (row.get("is_closed").equals("false")) {
            return Deal.open(id);
        }
        LocalDate closed = day(row.get("close_date"));
        return row.get("is_won").equals("true") ? Deal.won(id, closed) : Deal.lost(id, closed);
    }

    private static LocalDate day(String time) {
        return LocalDate.parse(time.substring(0, DATE_LENGTH));
    }

    private static List<Map<String, String>> rows(List<String> lines) {
        String[] names = lines.get(0).split(",");
        return lines.stream()
                .skip(1)
                .map(line -> row(names, line.split(",", -1)))
                .toList();
    }

    private static Map<String, String> row(String[] names, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return row;
    }
}

package org.kvartal.reports.section.dataquality;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.Condition;

/** How much of what describes deals and accounts is filled in. */
final class Completeness {
    private static final String DEALS = "mart.open_opportunities";
    private static final String ACCOUNTS = "mart.account_completeness";
    private static final Map<String, Text> DEAL_FIELDS = new LinkedHashMap<>();

    /** As {@code mart.account_completeness} names them. */
    private static final Map<String, Text> ACCOUNT_FIELDS = Map.of(
            "segment", Text.of("Segment"),
            "industry", Text.of("Industry"),
            "country", Text.of("Country"),
            "region", Text.of("Region"),
            "annual_revenue", Text.of("Annual revenue"),
            "employees", Text.of("Employees"));

    static {
        DEAL_FIELDS.put("account_id", Text.of("Customer"));
        DEAL_FIELDS.put("owner_id", Text.of("Owner"));
        DEAL_FIELDS.put("amount", Text.of("Amount"));
        DEAL_FIELDS.put("product_id", Text.of("Product"));
        DEAL_FIELDS.put("created_date", Text.of("Creation date"));
        DEAL_FIELDS.put("expected_close_date", Text.of("Promised close"));
    }

    private Completeness() {}

    /** Of the open deals, since the forecast rests on them; empty when none is open. */
    static Optional<DataTable> ofDeals(ReportData data) {
        if (!data.has(DEALS)) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "What is filled in of the open deals",
                Column.text("Field"),
                Column.exact("Filled in", Unit.count("opportunities")),
                Column.exact("Open deals", Unit.count("opportunities")),
                Column.number("Share", Unit.RATE));
        for (Map.Entry<String, Text> field : DEAL_FIELDS.entrySet()) {
            String filled = "count(" + field.getKey() + ")";
            table = table.row(
                    field.getValue(),
                    deals(data, filled, Unit.count("opportunities")),
                    deals(data, "count(*)", Unit.count("opportunities")),
                    deals(data, "cast(" + filled + " as double) / count(*)", Unit.RATE));
        }
        return Optional.of(table);
    }

    private static Fact deals(ReportData data, String measure, Unit unit) {
        return data.fact(Origin.of(DEALS, measure), unit);
    }

    /** Of the accounts, field by field, the emptiest first; empty when there is no account. */
    static Optional<DataTable> ofAccounts(ReportData data) {
        if (!data.has(ACCOUNTS)) {
            return Optional.empty();
        }
        DataTable table = DataTable.of(
                "What is filled in of the accounts",
                Column.text("Field"),
                Column.exact("Filled in", Unit.count("accounts")),
                Column.exact("Accounts", Unit.count("accounts")),
                Column.number("Share", Unit.RATE));
        String rate = Measures.ACCOUNT_COMPLETENESS_RATE.sql();
        for (String field : data.table("select field from " + ACCOUNTS + " group by field order by " + rate + ", field")
                .stringColumn("field")
                .asList()) {
            String condition = Condition.is("field", field);
            table = table.row(
                    ACCOUNT_FIELDS.getOrDefault(field, Text.name(field)),
                    accounts(data, condition, "sum(filled_count)", Unit.count("accounts")),
                    accounts(data, condition, "sum(account_count)", Unit.count("accounts")),
                    accounts(data, condition, rate, Unit.RATE));
        }
        return Optional.of(table.total(
                "All fields",
                accounts(data, "", "sum(filled_count)", Unit.count("fields")),
                accounts(data, "", "sum(account_count)", Unit.count("fields")),
                accounts(data, "", rate, Unit.RATE)));
    }

    private static Fact accounts(ReportData data, String condition, String measure, Unit unit) {
        return data.fact(ACCOUNTS, condition, measure, unit);
    }
}

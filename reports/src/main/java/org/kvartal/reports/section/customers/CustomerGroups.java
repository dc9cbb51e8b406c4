package org.kvartal.reports.section.customers;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;

/** Customers by how lately, often and much they buy, and how many of a cohort still do. */
final class CustomerGroups {
    private static final String COHORTS = "mart.customer_cohorts";
    private static final List<String> GROUPS = List.of("best", "loyal", "new", "lapsing", "lost");
    private static final List<Integer> MONTHS_SINCE = List.of(1, 3, 6, 12, 18, 24);

    private CustomerGroups() {}

    static List<Block> blocks(ReportData data, CustomerBase base) {
        List<Block> blocks = new ArrayList<>();
        if (data.fact(CustomerBase.SCORECARD, "customer_group is not null", "count(*)", CustomerBase.COUNT)
                        .number()
                        .orElseThrow()
                        .signum()
                > 0) {
            blocks.add(groups(data));
        }
        String seen = Condition.all(Condition.is("basis", base.basis()), "months_since > 0");
        if (data.fact(COHORTS, seen, "count(*)", CustomerBase.COUNT)
                        .number()
                        .orElseThrow()
                        .signum()
                > 0) {
            blocks.add(retention(data, base));
        }
        return blocks;
    }

    private static DataTable groups(ReportData data) {
        DataTable table = DataTable.of(
                "Groups by fifths of recency, frequency and amount: best are high in all, lapsing bought often but not"
                        + " lately, lost neither",
                Column.text("Group"),
                Column.number("Customers", CustomerBase.COUNT),
                Column.number("Last 12 months", data.money()),
                Column.number("12 months before", data.money()),
                Column.number("Next 12 months", data.money()),
                Column.number("Still buy, mean", Unit.RATE));
        for (String group : GROUPS) {
            table = table.row(Text.phrase(group), groupFacts(data, Condition.is("customer_group", group)));
        }
        return table.total("All grouped", groupFacts(data, "customer_group is not null"));
    }

    private static Fact[] groupFacts(ReportData data, String condition) {
        String table = CustomerBase.SCORECARD;
        return new Fact[] {
            data.fact(table, condition, "count(*)", CustomerBase.COUNT),
            data.fact(table, condition, "coalesce(sum(amount), 0)", data.money()),
            data.fact(table, condition, "coalesce(sum(amount_before), 0)", data.money()),
            data.fact(table, condition, "sum(expected_amount)", data.money()),
            data.fact(table, condition, "avg(alive)", Unit.RATE).ofRows(Fact.UNCOUNTED)
        };
    }

    /** Months that no cohort is old enough for are left out. */
    private static DataTable retention(ReportData data, CustomerBase base) {
        DataTable table = DataTable.of(
                "What becomes of customers after their first month with a purchase, all cohorts old enough",
                Column.text("Months since"),
                Column.number("Customers", CustomerBase.COUNT),
                Column.number("Buy in the month", Unit.RATE),
                Column.number("Amount of the first month, net", Unit.RATE),
                Column.number("gross", Unit.RATE));
        for (int months : MONTHS_SINCE) {
            String those = Condition.all(Condition.is("basis", base.basis()), "months_since = " + months);
            Fact customers = data.fact(COHORTS, those, "coalesce(sum(customer_count), 0)", CustomerBase.COUNT);
            if (customers.number().orElseThrow().signum() > 0) {
                table = table.row(
                        Text.of("{0}", Span.digits(months)),
                        customers,
                        share(data, those, "active_count", "customer_count"),
                        share(data, those, "amount", "first_amount"),
                        share(data, those, "retained_amount", "first_amount"));
            }
        }
        return table;
    }

    private static Fact share(ReportData data, String condition, String part, String whole) {
        return data.fact(
                        COHORTS,
                        condition,
                        "cast(sum(" + part + ") as double) / nullif(sum(" + whole + "), 0)",
                        Unit.RATE)
                .ofRows(Fact.UNCOUNTED);
    }
}

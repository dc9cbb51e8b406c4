package org.kvartal.reports.section.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** Whom to call about which product, and whether there is enough of it. */
final class DuePurchases {
    private static final int MOST_CALLS = 12;
    private static final String TABLE = "mart.purchases_due";
    private static final Unit COUNT = Unit.count("purchases");
    private static final Unit DAYS = Unit.measure("days", 0);
    private static final Unit UNITS = Unit.measure("units", 0);

    private DuePurchases() {}

    static List<Block> blocks(ReportData data) {
        if (!data.has(TABLE)) {
            return List.of(Notice.noData(Text.of("Nobody is due: no customer has bought a product three times and is"
                    + " expected to buy it again within 30 days.")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(sentence(data)));
        blocks.add(table(data));
        Fact few = data.fact(TABLE, "stock = 'short'", "count(*)", COUNT);
        if (few.number().orElseThrow().signum() > 0) {
            blocks.add(new Paragraph(Text.of(
                    "Stock is given out in the order of the expected days; for {0} of these purchases too little is left."
                            + " They would bring {1}.",
                    few, data.fact(TABLE, "stock = 'short'", "sum(amount)", data.money()))));
        }
        return blocks;
    }

    private static Text sentence(ReportData data) {
        return Text.of(
                "{0} regular purchases are due within 30 days or overdue, worth {1} by their probabilities. Overdue, for"
                        + " longer than nine of ten gaps of the same customer: {2}; what these buy of the product in a year,"
                        + " times the chance that they have left, is {3}.",
                data.fact(TABLE, "", "count(*)", COUNT),
                data.fact(TABLE, "", "sum(due_amount)", data.money()),
                data.fact(TABLE, "is_overdue", "count(*)", COUNT),
                data.fact(TABLE, "is_overdue", "coalesce(sum(risk_amount), 0)", data.money()));
    }

    private static DataTable table(ReportData data) {
        DataTable table = DataTable.of(
                "Whom to call: regular purchases due, those expected to bring most first",
                Column.text("Customer"),
                Column.text("Product"),
                Column.number("Usual gap", DAYS),
                Column.exact("80% from", Unit.DATE),
                Column.exact("80% to", Unit.DATE),
                Column.number("Within 30 days", Unit.RATE),
                Column.number("Expected", UNITS),
                Column.exact("Amount", data.money()),
                Column.text("Stock"));
        for (Call call : calls(data)) {
            table = table.row(call.cells(data));
        }
        return table.total(
                Cell.label("All due"),
                Cell.blank(),
                Cell.blank(),
                Cell.blank(),
                Cell.blank(),
                Cell.blank(),
                Cell.number(data.fact(TABLE, "", "sum(quantity)", UNITS)),
                Cell.number(data.fact(TABLE, "", "sum(amount)", data.money())),
                Cell.blank());
    }

    private static List<Call> calls(ReportData data) {
        Table rows = data.table("select d.account_id as account, d.product_id as product,"
                + " coalesce(nullif(trim(a.name), ''), d.account_id) as customer,"
                + " coalesce(nullif(trim(p.name), ''), d.product_id) as named, d.stock as stock from " + TABLE + " d"
                + " left join crm.accounts a on a.account_id = d.account_id"
                + " left join crm.products p on p.product_id = d.product_id"
                + " order by d.due_amount desc, d.account_id, d.product_id limit " + MOST_CALLS);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> new Call(
                        Condition.all(
                                Condition.is(
                                        "account_id",
                                        rows.stringColumn("account").get(i)),
                                Condition.is(
                                        "product_id",
                                        rows.stringColumn("product").get(i))),
                        rows.stringColumn("customer").get(i),
                        rows.stringColumn("named").get(i),
                        rows.stringColumn("stock").get(i)))
                .toList();
    }

    private record Call(String condition, String customer, String product, String stock) {
        Cell[] cells(ReportData data) {
            return new Cell[] {
                Cell.label(Text.name(customer)),
                Cell.label(Text.name(product)),
                cell(data, "max(usual_days)", DAYS),
                cell(data, "max(next_low)", Unit.DATE),
                cell(data, "max(next_high)", Unit.DATE),
                Cell.number(data.fact(TABLE, condition, "max(due_30_days)", Unit.RATE)
                        .ofRows(Fact.UNCOUNTED)),
                cell(data, "max(quantity)", UNITS),
                cell(data, "max(amount)", data.money()),
                Cell.label(Text.phrase(stock))
            };
        }

        private Cell cell(ReportData data, String measure, Unit unit) {
            return Cell.number(data.fact(TABLE, condition, measure, unit));
        }
    }
}

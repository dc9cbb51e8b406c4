package org.kvartal.reports.section.customers;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Paragraph;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.Dimension;
import tech.tablesaw.api.Table;

/** Who buys more and who buys less than in the twelve months before, and what is expected of them. */
final class CustomerChanges {
    private static final int MOST_OF_EACH = 5;
    private static final String TABLE = CustomerBase.SCORECARD;
    private static final String UP = "amount > amount_before";
    private static final String DOWN = "amount < amount_before";

    private CustomerChanges() {}

    static List<Block> blocks(ReportData data) {
        Fact silent = data.fact(TABLE, "is_silent and amount + amount_before > 0", "count(*)", CustomerBase.COUNT);
        return List.of(
                table(data),
                new Paragraph(Text.of(
                        "{0} customers who bought in the last two years have been without any contact for longer than nine"
                                + " of ten gaps between contacts in their segment.",
                        silent)));
    }

    private static DataTable table(ReportData data) {
        DataTable table = DataTable.of(
                "Customers who changed most against the twelve months before, and the year to come",
                Column.text("Customer"),
                Column.text("Owner"),
                Column.number("Before", data.money()),
                Column.number("Last 12 months", data.money()),
                Column.gain("Change", data.money()),
                Column.number("Still buys", Unit.RATE),
                Column.number("Next 12 months", data.money()),
                Column.number("95% from", data.money()),
                Column.number("95% to", data.money()));
        for (Row row : rows(data, UP, "desc")) {
            table = table.row(cells(data, row.name(), row.owner(), Condition.is("account_id", row.id())));
        }
        table = table.row(sums(data, "All who buy more", UP));
        for (Row row : rows(data, DOWN, "asc")) {
            table = table.row(cells(data, row.name(), row.owner(), Condition.is("account_id", row.id())));
        }
        return table.row(sums(data, "All who buy less", DOWN)).total(sums(data, "All customers", ""));
    }

    private record Row(String id, String name, String owner) {}

    private static List<Row> rows(ReportData data, String condition, String direction) {
        Table rows = data.table("select s.account_id as id, coalesce(nullif(trim(a.name), ''), s.account_id) as name,"
                + " coalesce(" + Dimension.PERSON.name("u", "s.owner_id") + ", 'not stated') as owner from " + TABLE
                + " s"
                + " left join crm.accounts a on a.account_id = s.account_id"
                + Dimension.PERSON.join("u", "s.owner_id") + " where " + condition
                + " order by s.amount - s.amount_before " + direction + ", s.account_id limit " + MOST_OF_EACH);
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> new Row(
                        rows.stringColumn("id").get(i),
                        rows.stringColumn("name").get(i),
                        rows.stringColumn("owner").get(i)))
                .toList();
    }

    private static Cell[] cells(ReportData data, String name, String owner, String condition) {
        return new Cell[] {
            Cell.label(Text.name(name)),
            Cell.label(Text.name(owner)),
            number(data, condition, "sum(amount_before)", data.money()),
            number(data, condition, "sum(amount)", data.money()),
            number(data, condition, "sum(amount - amount_before)", data.money().asChange()),
            Cell.number(data.cell(TABLE, condition, "alive", Unit.RATE).ofRows(Fact.UNCOUNTED)),
            number(data, condition, "sum(expected_amount)", data.money()),
            number(data, condition, "sum(expected_low)", data.money()),
            number(data, condition, "sum(expected_high)", data.money())
        };
    }

    /** Intervals of single customers do not add up. */
    private static Cell[] sums(ReportData data, @Message String name, String condition) {
        return new Cell[] {
            Cell.label(name),
            Cell.blank(),
            number(data, condition, "coalesce(sum(amount_before), 0)", data.money()),
            number(data, condition, "coalesce(sum(amount), 0)", data.money()),
            number(
                    data,
                    condition,
                    "coalesce(sum(amount - amount_before), 0)",
                    data.money().asChange()),
            Cell.blank(),
            number(data, condition, "sum(expected_amount)", data.money()),
            Cell.blank(),
            Cell.blank()
        };
    }

    private static Cell number(ReportData data, String condition, String measure, Unit unit) {
        return Cell.number(data.fact(TABLE, condition, measure, unit));
    }
}

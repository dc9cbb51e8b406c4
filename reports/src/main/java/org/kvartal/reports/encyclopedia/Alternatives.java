package org.kvartal.reports.encyclopedia;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/** Products of competitors beside the own ones that they stand against. */
final class Alternatives {
    private static final int MOST = 30;
    private static final String TABLE = "mart.price_position";

    private Alternatives() {}

    /** Empty when none is known. */
    static Optional<DataTable> of(ReportData data, Subject subject, @Message String caption) {
        Table rows = data.table("select p.competitor_product_id as id, coalesce(nullif(trim(r.name), ''),"
                + " p.competitor_product_id) as product, coalesce(c.name, p.competitor_id, '') as competitor,"
                + " coalesce(o.name, p.product_id, 'unmatched') as own, coalesce(p.match, '') as match from " + TABLE
                + " p"
                + " left join crm.competitor_products r on r.competitor_product_id = p.competitor_product_id"
                + " left join crm.competitors c on c.competitor_id = p.competitor_id"
                + " left join crm.products o on o.product_id = p.product_id"
                + " where p.competitor_product_id is not null and p." + subject.condition()
                + " order by p.compared desc, p.sales_weight desc, p.competitor_product_id limit " + MOST);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        boolean isCompetitor = subject.kind().equals("competitor");
        DataTable table = DataTable.of(
                caption,
                Column.text("Product"),
                Column.text(isCompetitor ? "Own product" : "Competitor"),
                Column.text("Match"),
                Column.exact("Sure", Unit.RATE),
                Column.exact("Own price", Subject.price(data)),
                Column.exact("Their price", Subject.price(data)),
                Column.exact("Own above theirs", Unit.RATE.asChange()),
                Column.exact("In promotion", Unit.PHRASE),
                Column.exact("Seen on", Unit.DATE));
        for (int i = 0; i < rows.rowCount(); i++) {
            table = table.row(row(data, rows, i, isCompetitor ? "own" : "competitor"));
        }
        return Optional.of(table);
    }

    private static Cell[] row(ReportData data, Table rows, int i, String other) {
        String one =
                Condition.is("competitor_product_id", rows.stringColumn("id").get(i));
        return new Cell[] {
            Cell.label(Text.name(rows.stringColumn("product").get(i))),
            Cell.label(Text.name(rows.stringColumn(other).get(i))),
            Cell.label(Text.phrase(rows.stringColumn("match").get(i))),
            Cell.number(data.fact(TABLE, one, "max(match_confidence)", Unit.RATE)),
            Cell.number(data.fact(TABLE, one, "max(own_price)", Subject.price(data))),
            Cell.number(data.fact(TABLE, one, "max(competitor_price)", Subject.price(data))),
            Cell.number(data.fact(TABLE, one, "max(gap_rate)", Unit.RATE.asChange())),
            Cell.number(data.fact(
                    TABLE, one, "if(bool_or(promotion), 'yes', if(bool_or(stale), 'not known', 'no'))", Unit.PHRASE)),
            Cell.number(data.fact(TABLE, one, "max(observed_on)", Unit.DATE))
        };
    }
}

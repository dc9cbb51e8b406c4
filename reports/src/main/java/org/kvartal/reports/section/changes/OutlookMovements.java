package org.kvartal.reports.section.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Message;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.DealLabel;
import tech.tablesaw.api.Table;

/** The changes of the outlook deal by deal, the largest first; all else in one row, so that the total is the bridge's. */
final class OutlookMovements {
    private static final int MOST_DEALS = 10;
    private static final String CHANGES = "mart.outlook_changes";
    private static final String RANKED = "select opportunity_id, bucket, row_number() over (order by"
            + " abs(sum(change_amount)) desc, opportunity_id, bucket) as place from " + CHANGES
            + " where opportunity_id is not null group by opportunity_id, bucket having sum(change_amount) <> 0"
            + " order by place limit " + MOST_DEALS;

    private OutlookMovements() {}

    static Optional<DataTable> largest(ReportData data) {
        Table buckets = data.table(RANKED);
        if (buckets.isEmpty()) {
            return Optional.empty();
        }
        List<DealLabel> deals = DealLabel.of(data, RANKED);
        DataTable table = DataTable.of(
                "Largest changes of the outlook",
                Column.text("Deal"),
                Column.text("Customer"),
                Column.text("Owner"),
                Column.text("What happened"),
                Column.exact("Change", data.money().asChange()));
        List<String> named = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            DealLabel deal = deals.get(i);
            String bucket = buckets.stringColumn("bucket").get(i);
            String filter = Condition.all(deal.condition(), Condition.is("bucket", bucket));
            named.add("(" + filter + ")");
            table = table.row(
                    deal.deal(),
                    deal.customer(),
                    deal.owner(),
                    Cell.label(OutlookStep.Kind.labelOf(bucket)),
                    Cell.number(change(data, filter)));
        }
        return Optional.of(table.row(
                        closing("All else", change(data, "not coalesce(" + String.join(" or ", named) + ", false)")))
                .total(closing("Total", change(data, ""))));
    }

    private static Cell[] closing(@Message String label, Fact change) {
        return new Cell[] {Cell.label(label), Cell.blank(), Cell.blank(), Cell.blank(), Cell.number(change)};
    }

    private static Fact change(ReportData data, String filter) {
        return data.fact(
                CHANGES, filter, "coalesce(sum(change_amount), 0)", data.money().asChange());
    }
}

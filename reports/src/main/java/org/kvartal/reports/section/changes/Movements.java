package org.kvartal.reports.section.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import org.kvartal.reports.section.DealLabel;
import tech.tablesaw.api.Table;

/** The changes of the pipeline as tables: by step, and deal by deal. */
final class Movements {
    private static final int MOST_DEALS = 10;
    private static final String CHANGES = "mart.pipeline_changes";

    /** What a deal gained or lost in the total, or what of it was moved, whichever is larger. */
    private static final String SIZE = "greatest(abs(sum(change_amount)), max(abs(change_amount)))";

    private Movements() {}

    static DataTable bySteps(ReportData data, List<Step> moved) {
        DataTable table = DataTable.of(
                "Steps from one night to the other: what was moved, and what changed the open amount",
                Column.text("What happened"),
                Column.number("Deals", Unit.count("opportunities")),
                Column.exact("Moved", data.money()),
                Column.gain("Change", data.money()));
        for (Step step : moved) {
            table = table.row(step.label(), step.count(), step.moved(), step.amount());
        }
        Fact net = data.fact("mart.pipeline_bridge", "bucket not in ('start', 'end')", "sum(amount)", data.money());
        return table.total(Cell.label("Total"), Cell.blank(), Cell.blank(), Cell.number(net));
    }

    /** Deal by deal, the largest first, other stages last; all others in one row, so that the total is that of the bridge. */
    static Optional<DataTable> largest(ReportData data) {
        if (!data.has(CHANGES)) {
            return Optional.empty();
        }
        String ranked = "select opportunity_id, bucket, row_number() over (order by bucket = 'stage_changed', " + SIZE
                + " desc nulls last, opportunity_id, bucket) as place from " + CHANGES
                + " group by opportunity_id, bucket order by place limit " + MOST_DEALS;
        Table buckets = data.table(ranked);
        List<DealLabel> deals = DealLabel.of(data, ranked);
        DataTable table = headed(data);
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
                    Cell.label(label(bucket)),
                    Cell.number(moved(data, filter)),
                    Cell.number(change(data, filter)));
        }
        return Optional.of(closed(data, table, "not (" + String.join(" or ", named) + ")"));
    }

    private static DataTable headed(ReportData data) {
        return DataTable.of(
                "Largest movements",
                Column.text("Deal"),
                Column.text("Customer"),
                Column.text("Owner"),
                Column.text("What happened"),
                Column.exact("Moved", data.money()),
                Column.exact("Change", data.money().asChange()));
    }

    private static DataTable closed(ReportData data, DataTable table, String others) {
        Fact rest =
                data.fact(CHANGES, others, "count(distinct opportunity_id || ' ' || bucket)", Unit.count("changes"));
        DataTable whole = rest.number().orElseThrow().signum() == 0
                ? table
                : table.row(
                        Cell.label("All others"),
                        Cell.blank(),
                        Cell.blank(),
                        Cell.blank(),
                        Cell.number(moved(data, others)),
                        Cell.number(change(data, others)));
        return whole.total(
                Cell.label("Total"),
                Cell.blank(),
                Cell.blank(),
                Cell.blank(),
                Cell.number(moved(data, "")),
                Cell.number(change(data, "")));
    }

    private static Fact moved(ReportData data, String filter) {
        return data.fact(
                CHANGES,
                filter,
                "coalesce(sum(case when bucket in ('reassigned', 'stage_changed', 'pushed_out',"
                        + " 'pulled_in') then amount_after end), 0)",
                data.money());
    }

    private static Fact change(ReportData data, String filter) {
        return data.fact(
                CHANGES, filter, "coalesce(sum(change_amount), 0)", data.money().asChange());
    }

    private static Text label(String bucket) {
        return Arrays.stream(Step.Kind.values())
                .filter(kind -> kind.bucket().equals(bucket))
                .map(kind -> Text.of(kind.label()))
                .findFirst()
                .orElse(Text.name(bucket));
    }
}

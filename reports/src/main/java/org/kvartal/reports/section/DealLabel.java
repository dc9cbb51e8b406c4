package org.kvartal.reports.section;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Cell;
import org.kvartal.reports.fact.Text;
import tech.tablesaw.api.Table;

/** How a list of deals names one of them. */
public record DealLabel(String id, Cell deal, Cell customer, Cell owner, Cell stage) {

    /**
     * The deals in the order of a query.
     *
     * @param ranked a query with the columns {@code opportunity_id} and {@code place}
     */
    public static List<DealLabel> of(ReportData data, String ranked) {
        Table rows = data.table("with ranked as (" + ranked + ")"
                + " select r.opportunity_id as id, coalesce(nullif(trim(o.name), ''), r.opportunity_id) as deal,"
                + " coalesce(a.name, o.account_id, '') as customer, coalesce("
                + Dimension.PERSON.name("u", "o.owner_id") + ", '') as owner,"
                + " coalesce(o.stage, '') as stage"
                + " from ranked r left join crm.opportunities o on o.opportunity_id = r.opportunity_id"
                + " left join crm.accounts a on a.account_id = o.account_id"
                + Dimension.PERSON.join("u", "o.owner_id") + " order by r.place");
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> new DealLabel(
                        rows.stringColumn("id").get(i),
                        label(rows, "deal", i),
                        label(rows, "customer", i),
                        label(rows, "owner", i),
                        label(rows, "stage", i)))
                .toList();
    }

    private static Cell label(Table rows, String column, int row) {
        String text = rows.stringColumn(column).get(row);
        return Cell.label(text.isBlank() ? Text.of("not stated") : Text.name(text));
    }

    /** Chooses the deal's rows. */
    public String condition() {
        return Condition.is("opportunity_id", id);
    }
}

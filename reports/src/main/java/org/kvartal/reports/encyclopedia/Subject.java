package org.kvartal.reports.encyclopedia;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Condition;
import tech.tablesaw.api.Table;

/**
 * A competitor or an own product that has a place in the encyclopedia.
 *
 * @param kind competitor or product
 * @param place its place on the page, from 1
 */
record Subject(String kind, String id, String name, int place) {
    private static final int MOST = 100;
    private static final String LOOKUP =
            "select e.subject_key as id, coalesce(max(nullif(trim(n.name), '')), e.subject_key)"
                    + " as name from mart.encyclopedia e left join crm.%1$ss n on n.%1$s_id = e.subject_key"
                    + " left join (select %1$s_id as id, sum(%2$s) as size from mart.price_position group by 1) s"
                    + " on s.id = e.subject_key where e.subject = '%1$s' group by e.subject_key"
                    + " order by max(s.size) desc nulls last, e.subject_key limit " + MOST;

    /** Those that stand against most of our sales first. */
    static List<Subject> competitors(ReportData data) {
        return of(data, "competitor", "competitor_sales_weight");
    }

    /** Those most sold first. */
    static List<Subject> products(ReportData data) {
        return of(data, "product", "sales_weight");
    }

    private static List<Subject> of(ReportData data, String kind, String weight) {
        Table rows = data.table(LOOKUP.formatted(kind, weight));
        return IntStream.range(0, rows.rowCount())
                .mapToObj(i -> new Subject(
                        kind,
                        rows.stringColumn("id").get(i),
                        rows.stringColumn("name").get(i),
                        i + 1))
                .toList();
    }

    /** Ids are not fit for links, whatever their source writes into them. */
    String anchor() {
        return kind.toLowerCase(Locale.ROOT) + "-" + place;
    }

    /** Chooses its rows in tables that have a column for it. */
    String condition() {
        return Condition.is(kind + "_id", id);
    }

    /** Chooses its rows of {@code mart.encyclopedia}. */
    String facts() {
        return Condition.all(Condition.is("subject", kind), Condition.is("subject_key", id));
    }

    static Unit price(ReportData data) {
        return Unit.price(data.project().currency());
    }
}

package org.kvartal.reports.ledger;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.ingest.sql.SqlModel;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.data.RowPrinter;
import org.kvartal.reports.mart.Marts;
import org.kvartal.reports.publish.Releases;

/**
 * What moved the open pipeline, or the outlook of a quarter, between the ends of two days: start + all buckets = end, to
 * the cent, in every slice. The buckets are those of the marts of a night, whose SQL runs here on the states of the two
 * days; teams and accounts are those of the newest release on both sides.
 */
public final class Ledger implements AutoCloseable {
    private static final List<SqlModel> MARTS =
            List.of(Marts.DEALS_COMPARED, Marts.PIPELINE_CHANGES, Marts.OUTLOOK_CHANGES);

    private final Datasets datasets;
    private final DayState before;
    private final DayState after;
    private final Releases releases;

    private Ledger(Datasets datasets, DayState before, DayState after, Releases releases) {
        this.datasets = datasets;
        this.before = before;
        this.after = after;
        this.releases = releases;
    }

    /**
     * The ledger from one day to another, which may also be the earlier one.
     *
     * @param zone the project's: where a day ends
     */
    public static Ledger between(LocalDate from, LocalDate to, Releases releases, ZoneId zone) {
        DayState before = DayState.of("before_", from, zone, releases.of(from).orElse(null));
        DayState after = DayState.of("after_", to, zone, releases.of(to).orElse(null));
        Map<String, Path> data = new LinkedHashMap<>();
        Path newest = releases.latest()
                .orElseThrow(() -> new DataUnreadable("Cannot compare days: nothing is published yet", null));
        data.put("base_", newest.resolve("data"));
        for (DayState day : List.of(before, after)) {
            if (day.release() != null) {
                data.put(day.prefix(), day.release().resolve("data"));
            }
        }
        Ledger ledger = new Ledger(Datasets.open(data, zone), before, after, releases);
        ledger.define();
        return ledger;
    }

    private void define() {
        for (String table : List.of("accounts", "users", "teams")) {
            datasets.define("crm." + table, "select * from base_crm." + table);
        }
        datasets.define("crm.opportunities", after.opportunities());
        datasets.define("forecast.deal_outlook", after.forecast("deal_outlook"));
        datasets.define("forecast.quarter_outlook", after.forecast("quarter_outlook"));
        datasets.define(
                "previous.opportunities",
                "select o.*, d.win_in_quarter from (" + before.opportunities() + ") o left join ("
                        + before.forecast("deal_outlook") + ") d on d.opportunity_id = o.opportunity_id");
        datasets.define("previous.quarter_outlook", before.forecast("quarter_outlook"));
        datasets.let("as_of_end", after.asOf().end());
        for (SqlModel mart : MARTS) {
            datasets.define(mart.qualifiedName(), mart.text().replace(":as_of_end", "getvariable('as_of_end')"));
        }
    }

    /** A row for the start, each bucket that has changes, and the end. */
    public void bridge(Measure measure, RowPrinter printer) {
        require(measure);
        datasets.query(LedgerSql.bridge(measure), printer);
    }

    /** The same of each slice; the last one, without a name, has what belongs to none. */
    public void bridge(Measure measure, Slice slice, RowPrinter printer) {
        require(measure);
        datasets.query(LedgerSql.bridge(measure, slice), printer);
    }

    /** A row for each change of each deal, and what belongs to no deal. */
    public void changes(Measure measure, RowPrinter printer) {
        require(measure);
        datasets.query(LedgerSql.changes(measure), printer);
    }

    private void require(Measure measure) {
        requireKnown(before);
        requireKnown(after);
        if (measure == Measure.OUTLOOK && !(Boolean) datasets.row("select count(*) > 0 from mart.outlook_changes")[0]) {
            throw new DataUnreadable(
                    "Cannot compare the outlooks of " + before.asOf() + " and " + after.asOf()
                            + ": each day needs a published night that has one",
                    null);
        }
    }

    private void requireKnown(DayState day) {
        String last = releases.dates().stream()
                .max(LocalDate::compareTo)
                .orElseThrow()
                .toString();
        String first = String.valueOf(
                datasets.row("select cast(min(valid_from) as varchar) from base_history.opportunities")[0]);
        String date = day.asOf().toString();
        // Days of four-digit years are in the order of their texts.
        if (day.release() == null && (date.compareTo(last) > 0 || date.compareTo(first) < 0)) {
            throw new DataUnreadable(
                    "Cannot tell how the deals stood on " + date + ": that is known from " + first + " to " + last,
                    null);
        }
    }

    @Override
    public void close() {
        datasets.close();
    }
}

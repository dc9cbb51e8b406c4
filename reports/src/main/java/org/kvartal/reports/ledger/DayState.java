package org.kvartal.reports.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.model.AsOf;

/**
 * How the deals stood at the end of a day: as published where a night was published for it, else as history has it.
 *
 * @param prefix what the namespaces of the day's release begin with
 * @param release the day's release; null without a night
 */
record DayState(String prefix, AsOf asOf, @Nullable Path release) {
    private static final String COLUMNS =
            "opportunity_id, name, owner_id, team_id, account_id, product_id, segment, stage,"
                    + " amount, expected_close_date, closed_at";

    static DayState of(String prefix, LocalDate day, ZoneId zone, @Nullable Path release) {
        return new DayState(prefix, new AsOf(day, zone), release);
    }

    /** The deals. What the source has closed later is open on the day. */
    String opportunities() {
        String outcome = ", case when closed_at >= timestamptz '" + end() + "' then 'open' else outcome end as outcome";
        String rows = release != null
                ? prefix + "crm.opportunities"
                : "base_history.opportunities where valid_from <= date '" + asOf
                        + "' and (valid_to is null or valid_to > date '" + asOf + "')";
        return "select " + COLUMNS + outcome + " from " + rows;
    }

    private Instant end() {
        return asOf.end();
    }

    /** A table that the day's night has forecast; empty without a night. */
    String forecast(String table) {
        return release != null
                ? "select * from " + prefix + "forecast." + table
                : "select * from base_forecast." + table + " where false";
    }
}

package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

/**
 * What persons did in the CRM from one day to another. Where no log of uses is supplied, activities done and opportunities
 * changed stand for it; where there is one, these are traces of the person and no more.
 */
final class UseEvents {
    private final AsOf asOf;
    private final LocalDate first;
    private final Roster roster;
    private final Listener listener;
    private boolean isLogged;

    /** Who is told, with the account that stands for all of a person. */
    interface Listener {
        /** @param function any, whether it counts as use or not */
        void used(String person, LocalDate day, String function, int count);

        void traced(String person, LocalDate day);
    }

    private UseEvents(AsOf asOf, LocalDate first, Roster roster, Listener listener) {
        this.asOf = asOf;
        this.first = first;
        this.roster = roster;
        this.listener = listener;
    }

    static void read(Lake lake, AsOf asOf, LocalDate first, Roster roster, Listener listener) {
        UseEvents events = new UseEvents(asOf, first, roster, listener);
        lake.scanOnce(CrmTables.USAGE_EVENTS, List.of("user_id", "day", "function", "count"), events::readUse);
        boolean hasLog = events.isLogged;
        lake.scanOnce(
                CrmTables.ACTIVITIES,
                List.of("owner_id", "done_at"),
                row -> events.readTrace(row, "owner_id", "done_at", hasLog ? "" : "activity"));
        lake.scanOnce(
                CrmTables.OPPORTUNITY_CHANGES,
                List.of("changed_by", "changed_at"),
                row -> events.readTrace(row, "changed_by", "changed_at", hasLog ? "" : "opportunity"));
    }

    private void readUse(Record row) {
        String user = Roster.text(row, "user_id");
        @Nullable LocalDate day = dayOf(row.getField("day"));
        @Nullable Object stated = row.getField("count");
        int count = stated == null ? 1 : ((Long) stated).intValue();
        if (!user.isEmpty() && day != null && count > 0) {
            isLogged = true;
            listener.used(roster.main(user), day, Roster.text(row, "function"), count);
        }
    }

    private void readTrace(Record row, String who, String when, String function) {
        String user = Roster.text(row, who);
        @Nullable LocalDate day = dayOf(row.getField(when));
        if (user.isEmpty() || day == null) {
            return;
        }
        if (function.isEmpty()) {
            listener.traced(roster.main(user), day);
        } else {
            listener.used(roster.main(user), day, function, 1);
        }
    }

    /** Null outside of the period. */
    private @Nullable LocalDate dayOf(@Nullable Object when) {
        @Nullable
        LocalDate day = when instanceof OffsetDateTime instant
                ? instant.atZoneSameInstant(asOf.zone()).toLocalDate()
                : (LocalDate) when;
        return day == null || day.isBefore(first) || day.isAfter(asOf.date()) ? null : day;
    }
}

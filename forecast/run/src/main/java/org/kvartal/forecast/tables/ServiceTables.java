package org.kvartal.forecast.tables;

import java.util.List;
import org.kvartal.ingest.lake.Column;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.id;
import static org.kvartal.ingest.lake.Column.instant;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/** How long service requests take, and what they are delayed by. */
public final class ServiceTables {
    public static final TableSpec REQUEST_TIMES = TableSpec.of(
            "forecast",
            "request_times",
            "A service request as it stood at the end of the as-of date: how it ended, how long it has taken in elapsed and in"
                    + " working hours, where the time went, and whether it kept to the time promised. An open request is"
                    + " censored: its hours are those so far. Hours are empty where the record has the end before the arrival.",
            List.of("request_id"),
            id("request_id", "The request.").asRequired(),
            reference("agent_id", "users", "Who handles it.").ofPerson(),
            reference("team_id", "teams", "The team recorded with it, else the agent's."),
            reference("account_id", "accounts", "Who asks."),
            reference("product_id", "products", "What it is about."),
            text("channel", "How it arrived."),
            text("category", "Kind of request."),
            text("priority", "Urgency as the source names it."),
            text("calendar", "The calendar by which its working hours are counted."),
            instant("opened_at", "When it arrived.").asRequired(),
            date("opened_month", "First day of the month of its arrival, in the project's zone."),
            integer("opened_weekday", "Day of the week of its arrival in the zone of its calendar: 1 for Monday to 7.")
                    .in("day of the week"),
            integer("opened_hour", "Hour of its arrival in the zone of its calendar, from 0.")
                    .in("hour of the day"),
            instant("ended_at", "When it ended; empty while open."),
            date("ended_month", "First day of the month of its end; empty while open."),
            text("ending", "open, resolved (by an agent), auto-closed or cancelled.")
                    .asRequired(),
            text(
                    "auto_close_sign",
                    "By what it is known to be closed automatically: status, bulk or silence; else empty."),
            flag("censored", "Still open."),
            hours("first_response_hours", "From its arrival to the first answer; empty while there is none."),
            working("first_response_working_hours", "The same."),
            hours("handling_hours", "From its arrival to its end."),
            working("handling_working_hours", "The same."),
            hours("clock_hours", "The same without waiting for the customer, and without the time it stood ended."),
            working("clock_working_hours", "The same: the clock of the promise."),
            hours("before_touch_hours", "Part of handling_hours before anybody answered or changed its status."),
            hours("work_hours", "Part of handling_hours in which it was worked on, or queued at its agent."),
            hours("waiting_hours", "Part of handling_hours in which the customer was to answer."),
            hours(
                    "hand_over_hours",
                    "Part of handling_hours from a change of agent or team to the next recorded change."),
            hours("reopened_hours", "Part of handling_hours after a first end that did not last."),
            integer("reopen_count", "How often it was opened again.").in("times"),
            integer("hand_over_count", "How often it went to another agent or team.")
                    .in("times"),
            integer("priority_change_count", "How often its priority was changed.")
                    .in("times"),
            working("target_hours", "Time promised for its priority; empty when nothing is."),
            instant("due_at", "When that time is over, as far as pauses are known; empty without a promise."),
            text(
                    "promise",
                    "met, near (met with less than a fifth left), breached (late, ended or not), running (open, in time) or void"
                            + " (cancelled or closed automatically in time); empty without a promise."),
            flag("sla_met", "The promise was kept; empty while that is open, and when it is void."),
            number("satisfaction", "The customer's mark, once it has ended.").in("1 to 5"));

    static final List<TableSpec> ALL = List.of(REQUEST_TIMES);

    private ServiceTables() {}

    private static Column hours(String name, String description) {
        return number(name, description).in("elapsed hours");
    }

    private static Column working(String name, String description) {
        return number(name, description).in("working hours");
    }
}

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

/** How long service requests take, what they are delayed by, and what customers say when asked. */
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

    public static final TableSpec REQUEST_SURVIVAL = TableSpec.of(
            "forecast",
            "request_survival",
            "By when requests end, of those that arrived in the twelve months before the running one and in that. Open requests"
                    + " count for as long as they have been open; other ways of ending compete. A quantile that so many"
                    + " do not reach is empty.",
            List.of("grouping", "member", "clock", "unit", "ending"),
            text("grouping", "total, team, channel, priority, category or month (of arrival).")
                    .asRequired(),
            text("member", "Id or name of the member; empty for the total, and for requests without one."),
            text("clock", "first-response, handling (arrival to end), or promise (handling without pauses).")
                    .asRequired(),
            text("unit", "elapsed or working.").asRequired(),
            text("ending", "any, resolved, auto-closed or cancelled; of first-response answered or ended (unanswered).")
                    .asRequired(),
            integer("request_count", "Requests of the group.").in("requests"),
            integer("ended_count", "Of these ended so.").in("requests"),
            integer("open_count", "Of these still going on.").in("requests"),
            number("ended_share", "Share that ends so, as far as requests were watched.")
                    .in("fraction 0 to 1"),
            quantile("median", "By when half of all requests have ended so."),
            quantile("median_low", "Lower end of its 95 % interval."),
            quantile("median_high", "Upper end of its 95 % interval."),
            quantile("p90", "By when 90 % of all requests have ended so."),
            quantile("p90_low", "Lower end of its 95 % interval."),
            quantile("p90_high", "Upper end of its 95 % interval."),
            quantile("naive_median", "Median of those alone that ended so: what leaving out the open ones would say."),
            quantile("naive_p90", "Their 90 % quantile."),
            text("note", "Why a number is missing."));

    public static final TableSpec REQUEST_RISK = TableSpec.of(
            "forecast",
            "request_risk",
            "An open request with a promise, and how likely it is to break it: the share of requests of its priority that had"
                    + " been open for as long and went on beyond the time promised.",
            List.of("request_id"),
            reference("request_id", "requests", "The request.").asRequired(),
            reference("agent_id", "users", "Who handles it.").ofPerson(),
            reference("team_id", "teams", "The team."),
            text("priority", "Urgency as the source names it."),
            text("category", "Kind of request."),
            instant("opened_at", "When it arrived."),
            working("used_hours", "Used of the time promised."),
            working("target_hours", "Time promised."),
            instant("due_at", "When that time is over, if the clock runs on from now."),
            flag("late", "It is over."),
            number("breach_probability", "Probability that it is over before the request ends; 1 when late.")
                    .in("fraction 0 to 1"),
            number("low", "Lower end of its 95 % interval.").in("fraction 0 to 1"),
            number("high", "Upper end of its 95 % interval.").in("fraction 0 to 1"),
            text("basis", "priority, or total where too few of the priority have ended."),
            integer("like_count", "Requests of the basis that had been open for as long.")
                    .in("requests"),
            text("note", "Why a number is missing."));

    public static final TableSpec REQUEST_PROMISES = TableSpec.of(
            "forecast",
            "request_promises",
            "How promises were kept whose time was over in a fiscal quarter. A request that is open and late broke it; one that was"
                    + " resolved before its time was over counts when that is over.",
            List.of("grouping", "member", "first_day"),
            text("grouping", "total, team, channel, priority or category.").asRequired(),
            text("member", "Id or name of the member; empty for the total, and for requests without one."),
            text("quarter", "Fiscal quarter, as Q3 2026.").asRequired(),
            date("first_day", "First day of the quarter.").asRequired(),
            date("last_day", "Last day that counts: of the running quarter the as-of date."),
            integer("due_count", "Promises kept or broken.").in("requests"),
            integer("met_count", "Resolved with at least a fifth of the time left.")
                    .in("requests"),
            integer("near_count", "Resolved in time, with less left.").in("requests"),
            integer("late_count", "Ended late.").in("requests"),
            integer("open_late_count", "Open and late.").in("requests"),
            integer("void_count", "Cancelled or closed automatically in time; not counted.")
                    .in("requests"),
            number("kept_share", "(met + near) / due.").in("fraction 0 to 1"),
            number("low", "Lower end of its 95 % interval (Wilson).").in("fraction 0 to 1"),
            number("high", "Upper end of its 95 % interval (Wilson).").in("fraction 0 to 1"));

    public static final TableSpec SURVEY_SCORES = TableSpec.of(
            "forecast",
            "survey_scores",
            "Answers to a question of a survey in a quarter, with intervals. Groups of too few customers have no figures.",
            List.of("survey", "question", "first_day", "scope", "member"),
            text("survey", "Which survey.").asRequired(),
            text("question", "The question.").asRequired(),
            text("quarter", "Fiscal quarter in which it was asked, as Q3 2026.").asRequired(),
            date("first_day", "First day of the quarter.").asRequired(),
            text("scope", "total, region or segment.").asRequired(),
            text("member", "The region or segment of the customer; empty for the total and where it is not stated."),
            integer("asked_count", "Customers and requests asked about; empty where hidden."),
            integer("answered_count", "Answers; empty where hidden.").in("answers"),
            integer("person_count", "Customers who answered; empty where hidden.")
                    .in("customers")
                    .ofGroup(),
            text("measure", "nps, mean or share.").asRequired(),
            number("score", "Net promoter score, mean mark, or share of yes."),
            number("low", "Lower end of its 95 % interval."),
            number("high", "Upper end of it."),
            number("response_rate", "Answers / asked.").in("fraction 0 to 1"),
            number("response_low", "Lower end of its 95 % interval.").in("fraction 0 to 1"),
            number("response_high", "Upper end of it.").in("fraction 0 to 1"),
            flag("is_hidden", "The group is too small to be shown, or could be had by subtraction.")
                    .asRequired());

    static final List<TableSpec> ALL =
            List.of(REQUEST_TIMES, REQUEST_SURVIVAL, REQUEST_RISK, REQUEST_PROMISES, SURVEY_SCORES);

    private ServiceTables() {}

    private static Column hours(String name, String description) {
        return number(name, description).in("elapsed hours");
    }

    private static Column quantile(String name, String description) {
        return number(name, description).in("hours of column unit");
    }

    private static Column working(String name, String description) {
        return number(name, description).in("working hours");
    }
}

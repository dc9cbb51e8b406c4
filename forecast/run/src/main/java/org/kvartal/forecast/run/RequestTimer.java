package org.kvartal.forecast.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.request.AutoClose;
import org.kvartal.forecast.request.ClosingRules;
import org.kvartal.forecast.request.Ending;
import org.kvartal.forecast.request.Part;
import org.kvartal.forecast.request.Promise;
import org.kvartal.forecast.request.RequestChange;
import org.kvartal.forecast.request.RequestCourse;
import org.kvartal.forecast.request.RequestRecord;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.forecast.worktime.WorkClock;
import org.kvartal.ingest.lake.LakeRow;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.model.AsOf;

/** Times one request after the other. */
final class RequestTimer {
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final List<String> COLUMNS = ServiceTables.REQUEST_TIMES.columnNames();
    private static final List<String> COPIED = List.of(
            "request_id",
            "agent_id",
            "team_id",
            "account_id",
            "product_id",
            "channel",
            "category",
            "priority",
            "opened_at");

    private final TeamClocks clocks;
    private final ClosingRules rules;
    private final PromisedTimes targets;
    private final Instant asOfEnd;
    private final ZoneId zone;

    RequestTimer(TeamClocks clocks, ClosingRules rules, PromisedTimes targets, AsOf asOf) {
        this.clocks = clocks;
        this.rules = rules;
        this.targets = targets;
        this.asOfEnd = asOf.end();
        this.zone = asOf.zone();
    }

    /**
     * The row of {@code forecast.request_times}.
     *
     * @param changes of the request, in any order
     */
    @Nullable
    Object[] row(Row request, List<Row> changes) {
        Instant opened = request.getAs("opened_at");
        RequestCourse course = RequestCourse.of(record(request, changes), rules, asOfEnd);
        LakeRow row = new LakeRow(COLUMNS);
        COPIED.forEach(column -> row.with(column, LakeSession.lakeValue(request.getAs(column))));
        boolean isOpen = course.ending() == Ending.OPEN;
        row.with("opened_month", month(opened));
        row.with("ended_at", isOpen ? null : LakeSession.lakeValue(course.until()));
        row.with("ended_month", isOpen ? null : month(course.until()));
        row.with("ending", course.ending().word());
        row.with("auto_close_sign", sign(course));
        row.with("censored", isOpen);
        row.with("reopen_count", (long) course.reopenCount());
        row.with("hand_over_count", course.handOverCount());
        row.with("priority_change_count", course.priorityChangeCount());
        row.with("satisfaction", isOpen ? null : request.getAs("satisfaction"));
        String calendar = clocks.calendar(request.getAs("team_id"));
        row.with("calendar", calendar);
        row.with("opened_weekday", (long)
                opened.atZone(clocks.zone(calendar)).getDayOfWeek().getValue());
        row.with("opened_hour", (long) opened.atZone(clocks.zone(calendar)).getHour());
        if (!course.isBackwards()) {
            putTimes(row, opened, course, clocks.clock(calendar));
            targets.of(request.getAs("priority"))
                    .ifPresent(target -> putPromise(row, opened, course, clocks.clock(calendar), target));
        }
        return row.values();
    }

    private static RequestRecord record(Row request, List<Row> changes) {
        return new RequestRecord(
                request.getAs("opened_at"),
                request.getAs("first_response_at"),
                request.getAs("resolved_at"),
                request.getAs("status"),
                changes.stream().map(RequestTimer::change).toList());
    }

    private static RequestChange change(Row change) {
        RequestChange.Kind kind = switch (change.<String>getAs("field")) {
            case "status" -> RequestChange.Kind.STATUS;
            case "priority" -> RequestChange.Kind.PRIORITY;
            case "agent_id", "team_id" -> RequestChange.Kind.HOLDER;
            default -> RequestChange.Kind.OTHER;
        };
        return new RequestChange(
                change.getAs("changed_at"), kind, change.getAs("old_value"), change.getAs("new_value"));
    }

    private static @Nullable String sign(RequestCourse course) {
        return course.autoClose() == AutoClose.NONE
                ? null
                : course.autoClose().name().toLowerCase(Locale.ROOT);
    }

    private LocalDate month(Instant moment) {
        return moment.atZone(zone).toLocalDate().withDayOfMonth(1);
    }

    private static void putTimes(LakeRow row, Instant opened, RequestCourse course, WorkClock clock) {
        Optional<Instant> response = course.firstResponseAt();
        row.with(
                "first_response_hours",
                response.map(at -> hours(Duration.between(opened, at))).orElse(null));
        row.with(
                "first_response_working_hours",
                response.map(at -> hours(clock.elapsedSeconds(opened, at))).orElse(null));
        row.with("handling_hours", hours(Duration.between(opened, course.until())));
        row.with("handling_working_hours", hours(clock.elapsedSeconds(opened, course.until())));
        row.with("clock_hours", hours(course.elapsedWithoutPauses()));
        row.with("clock_working_hours", hours(clock.elapsedSeconds(opened, course.until(), course.pauses())));
        row.with("before_touch_hours", hours(course.elapsed(Part.BEFORE_TOUCH)));
        row.with("work_hours", hours(course.elapsed(Part.WORK)));
        row.with("waiting_hours", hours(course.elapsed(Part.WAITING)));
        row.with("hand_over_hours", hours(course.elapsed(Part.HAND_OVER)));
        row.with("reopened_hours", hours(course.elapsed(Part.REOPENED)));
    }

    private static void putPromise(
            LakeRow row, Instant opened, RequestCourse course, WorkClock clock, Duration target) {
        long used = clock.elapsedSeconds(opened, course.until(), course.pauses());
        Promise promise = Promise.of(course.ending(), used, target.toSeconds());
        row.with("target_hours", hours(target));
        row.with("due_at", LakeSession.lakeValue(clock.due(opened, target.toSeconds(), course.pauses())));
        row.with("promise", promise.name().toLowerCase(Locale.ROOT));
        row.with("sla_met", promise.isKept().orElse(null));
    }

    private static double hours(Duration time) {
        return hours(time.toSeconds());
    }

    private static double hours(long seconds) {
        return seconds / SECONDS_AN_HOUR;
    }
}

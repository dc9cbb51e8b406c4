package org.kvartal.forecast.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.survival.IntervalScale;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.lake.LakeRow;
import org.kvartal.ingest.lake.LakeSession;

/**
 * How likely an open request is to break its promise.
 * <pre>
 *   P(breach | open for u) = S(target) / S(u)        u &lt; target; 1 from then on
 * </pre>
 * S is the survival on the clock of the promise of requests of the same priority, whatever ended them; of all requests where
 * fewer than {@value RequestDurations#FEWEST} of the priority have ended. The interval is that of a Kaplan-Meier curve which
 * begins at u.
 */
final class BreachRisk {
    private static final double LEVEL = 0.95;
    private static final List<String> COPIED = List.of(
            "request_id",
            "agent_id",
            "team_id",
            "priority",
            "category",
            "opened_at",
            "used_hours",
            "target_hours",
            "due_at");

    private final Map<String, KaplanMeier> byPriority = new HashMap<>();
    private @Nullable KaplanMeier total;

    /** @param durations of all groups and clocks */
    BreachRisk(List<RequestDurations> durations) {
        for (RequestDurations one : durations) {
            if (one.key().clock().equals("promise") && one.key().unit().equals("working")) {
                if (one.key().grouping().equals("total")) {
                    total = KaplanMeier.of(one.observations());
                } else if (one.key().grouping().equals("priority")) {
                    byPriority.put(one.key().member(), KaplanMeier.of(one.observations()));
                }
            }
        }
    }

    Object[] row(Row request) {
        LakeRow row = new LakeRow(ServiceTables.REQUEST_RISK);
        COPIED.forEach(column -> row.with(column, LakeSession.lakeValue(request.getAs(column))));
        double used = request.getAs("used_hours");
        double target = request.getAs("target_hours");
        boolean isLate = used > target;
        row.with("late", isLate);
        if (isLate) {
            row.with("breach_probability", 1.0);
            row.with("low", 1.0);
            row.with("high", 1.0);
        } else {
            put(row, request.getAs("priority"), used, target);
        }
        return row.values();
    }

    private void put(LakeRow row, @Nullable String priority, double used, double target) {
        @Nullable KaplanMeier own = byPriority.get(priority == null ? "" : priority);
        boolean isOwn = own != null && own.ended() >= RequestDurations.FEWEST;
        @Nullable KaplanMeier basis = isOwn ? own : total;
        @Nullable KaplanMeier beyond = basis == null ? null : basis.beyond(used);
        if (beyond == null || beyond.subjects() == 0) {
            row.with("note", "no other request was open for as long");
            return;
        }
        IntervalScale.Band band = beyond.interval(target, LEVEL, IntervalScale.LOG_LOG);
        row.with("basis", isOwn ? "priority" : "total");
        row.with("like_count", beyond.subjects());
        row.with("breach_probability", beyond.survival(target));
        row.with("low", band.low());
        row.with("high", band.high());
    }
}

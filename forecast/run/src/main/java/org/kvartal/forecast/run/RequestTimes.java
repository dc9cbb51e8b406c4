package org.kvartal.forecast.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.request.ClosingRules;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.SqlModel;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

/** Times every request: how long it has taken, where the time went, and whether it kept to what was promised. */
final class RequestTimes {
    private static final SqlModel REQUESTS = model("requests_known");
    private static final SqlModel CHANGES = model("request_changes_known");
    private static final SqlModel BULK_ENDS = model("bulk_ends");

    private final ServiceSettings settings;

    RequestTimes(ServiceSettings settings) {
        this.settings = settings;
    }

    private static SqlModel model(String name) {
        return SqlModel.ofResource("forecast", RequestTimes.class.getClassLoader(), "service/" + name + ".sql");
    }

    void run(LakeSession session, AsOf asOf) {
        Map<String, Object> known = Map.of("as_of_end", asOf.end());
        Dataset<Row> requests = REQUESTS.run(session.spark(), known);
        Dataset<Row> changes = CHANGES.run(session.spark(), known)
                .groupBy(col("request_id").as("changed_id"))
                .agg(collect_list(struct("changed_at", "field", "old_value", "new_value"))
                        .as(RequestTimer.CHANGES));
        RequestTimer timer = new RequestTimer(
                TeamClocks.read(session.lake(), settings, firstDay(requests, asOf), asOf.date()),
                new ClosingRules(settings.words(), settings.silence(), bulkMoments(session, asOf)),
                new PromisedTimes(settings.targets()),
                asOf);
        session.replace(
                ServiceTables.REQUEST_TIMES,
                requests.join(changes, col("request_id").equalTo(col("changed_id")), "left")
                        .map(timer, Encoders.row(RequestTimer.SCHEMA)));
    }

    private Set<Instant> bulkMoments(LakeSession session, AsOf asOf) {
        Set<Instant> moments = new HashSet<>();
        BULK_ENDS
                .run(session.spark(), Map.of("as_of_end", asOf.end(), "bulk_count", settings.bulkCount()))
                .collectAsList()
                .forEach(row -> moments.add(row.getAs("ended_at")));
        return moments;
    }

    private static LocalDate firstDay(Dataset<Row> requests, AsOf asOf) {
        @Nullable Instant first = requests.agg(min("opened_at")).head().getAs(0);
        return first == null ? asOf.date() : first.atZone(asOf.zone()).toLocalDate();
    }
}

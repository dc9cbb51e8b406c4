package org.kvartal.forecast.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kvartal.forecast.request.ClosingRules;
import org.kvartal.forecast.tables.ServiceTables;
import org.kvartal.ingest.lake.LakeWriter;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/** Times every request: how long it has taken, where the time went, and whether it kept to what was promised. */
final class RequestTimes {
    private static final SqlModel REQUESTS = model("requests_known");
    private static final SqlModel CHANGES = model("request_changes_known");
    private static final SqlModel FIRST = model("first_request");
    private static final SqlModel BULK_ENDS = model("bulk_ends");

    private final ServiceSettings settings;

    RequestTimes(ServiceSettings settings) {
        this.settings = settings;
    }

    private static SqlModel model(String name) {
        return SqlModel.ofResource("forecast", RequestTimes.class.getClassLoader(), "service/" + name + ".sql");
    }

    void run(Night night) {
        try (ModelRuns models = ModelRuns.of(night);
                LakeWriter writer = night.lake().replacing(ServiceTables.REQUEST_TIMES)) {
            AsOf asOf = night.asOf();
            RequestTimer timer = new RequestTimer(
                    TeamClocks.read(night.lake(), settings, firstDay(models, asOf), asOf.date()),
                    new ClosingRules(settings.words(), settings.silence(), bulkMoments(models, asOf)),
                    new PromisedTimes(settings.targets()),
                    asOf);
            ChangesByRequest changes = new ChangesByRequest(models.iterator(CHANGES, asOf.parameters()));
            models.iterator(REQUESTS, asOf.parameters())
                    .forEachRemaining(
                            request -> writer.write(timer.row(request, changes.of(request.getAs("request_id")))));
            writer.commit();
        }
    }

    private Set<Instant> bulkMoments(ModelRuns models, AsOf asOf) {
        Set<Instant> moments = new HashSet<>();
        models.rows(BULK_ENDS, Map.of("as_of_end", asOf.end(), "bulk_count", settings.bulkCount()))
                .forEach(row -> moments.add(row.getAs("ended_at")));
        return moments;
    }

    private static LocalDate firstDay(ModelRuns models, AsOf asOf) {
        return models.rows(FIRST, asOf.parameters()).stream()
                .map(row -> row.<Instant>getAs("opened_at").atZone(asOf.zone()).toLocalDate())
                .findFirst()
                .orElse(asOf.date());
    }
}

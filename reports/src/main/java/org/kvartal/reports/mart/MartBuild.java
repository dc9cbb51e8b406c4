package org.kvartal.reports.mart;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.sql.SqlModel;

/** Builds the marts of a night. */
public final class MartBuild {
    private final Night night;

    public MartBuild(Night night) {
        this.night = night;
    }

    /** Replaces every mart, in build order. */
    public void run() {
        LakeSession session = night.session();
        new PreviousNight(night).keep();
        Map<String, Object> parameters =
                Map.of("as_of", night.asOf().date(), "as_of_end", night.asOf().end());
        for (SqlModel mart : Marts.all()) {
            Dataset<Row> rows = mart.run(session.spark(), parameters);
            session.replace(mart.spec(rows.schema()), rows);
        }
    }

    /** The declarations of the marts as they were built. */
    public List<TableSpec> specs() {
        return Marts.all().stream()
                .map(mart -> mart.spec(
                        night.session().spark().table(mart.qualifiedName()).schema()))
                .toList();
    }
}

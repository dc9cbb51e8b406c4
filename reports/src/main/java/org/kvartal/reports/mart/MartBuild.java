package org.kvartal.reports.mart;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.kvartal.ingest.crm.FiscalDays;
import org.kvartal.ingest.lake.LakeSession;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.sql.SqlModel;

/** Builds the marts of a night. */
public final class MartBuild {
    private final Night night;
    private final FiscalCalendar calendar;

    public MartBuild(Night night, FiscalCalendar calendar) {
        this.night = night;
        this.calendar = calendar;
    }

    /** Replaces every mart, in build order. */
    public void run() {
        LakeSession session = night.session();
        new PreviousNight(night).keep();
        night.lake().replace(FiscalDays.TABLE, FiscalDays.around(night.asOf(), calendar));
        Map<String, Object> parameters =
                Map.of("as_of", night.asOf().date(), "as_of_end", night.asOf().end());
        for (SqlModel mart : Marts.all()) {
            Dataset<Row> rows = mart.run(session.spark(), parameters);
            session.replace(mart.spec(rows.schema()), rows);
        }
    }

    /** The declarations of the calendar and of the marts as they were built. */
    public List<TableSpec> specs() {
        Stream<TableSpec> marts = Marts.all().stream()
                .map(mart -> mart.spec(
                        night.session().spark().table(mart.qualifiedName()).schema()));
        return Stream.concat(Stream.of(FiscalDays.TABLE), marts).toList();
    }
}

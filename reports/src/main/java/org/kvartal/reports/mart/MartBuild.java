package org.kvartal.reports.mart;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.ingest.crm.FiscalDays;
import org.kvartal.ingest.lake.Night;
import org.kvartal.ingest.lake.StoredTable;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.FiscalCalendar;
import org.kvartal.ingest.sql.ModelRuns;
import org.kvartal.ingest.sql.SqlModel;

/**
 * Builds the marts of a night: within this process as long as every table fits on one machine, by Spark beyond. Both
 * give the same marts; a test of each mart runs it in both.
 */
public final class MartBuild {
    private final Night night;
    private final FiscalCalendar calendar;

    public MartBuild(Night night, FiscalCalendar calendar) {
        this.night = night;
        this.calendar = calendar;
    }

    /** Replaces every mart, in build order. */
    public void run() {
        new PreviousNight(night).keep();
        night.lake().replace(FiscalDays.TABLE, FiscalDays.around(night.asOf(), calendar));
        try (ModelRuns models = ModelRuns.of(night)) {
            Marts.all().forEach(mart -> models.replace(mart, night.asOf().parameters()));
        }
    }

    /** The declarations of the calendar and of the marts as they were built. */
    public List<TableSpec> specs() {
        Stream<TableSpec> marts = Marts.all().stream().map(mart -> mart.spec(stored(mart)));
        return Stream.concat(Stream.of(FiscalDays.TABLE), marts).toList();
    }

    private StoredTable stored(SqlModel mart) {
        return night.lake()
                .stored(mart.qualifiedName())
                .orElseThrow(() -> new IllegalStateException("Cannot publish " + mart + ": it was not built"));
    }
}

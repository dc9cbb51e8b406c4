package org.kvartal.reports.mart;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.sql.GivenExpect;

/** What marts read beside the clean tables: the forecasts, and what was published last. */
final class NightTables {
    static final List<TableSpec> ALL = Stream.concat(
                    ForecastTables.ALL.stream(), Stream.of(PreviousNight.OPPORTUNITIES, PreviousNight.QUARTER_OUTLOOK))
            .toList();

    private NightTables() {}

    static void declare() {
        ALL.forEach(GivenExpect::declare);
    }
}

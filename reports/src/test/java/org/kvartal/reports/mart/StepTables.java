package org.kvartal.reports.mart;

import java.util.List;
import java.util.stream.Stream;
import org.kvartal.forecast.tables.ForecastTables;
import org.kvartal.ingest.crm.HistoryTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.sql.GivenExpect;

/** What marts read beside the clean tables: versions of rows, forecasts, and what was published last. */
public final class StepTables {
    static final List<TableSpec> ALL = Stream.of(
                    ForecastTables.ALL,
                    HistoryTables.ALL,
                    List.of(
                            PreviousNight.OPPORTUNITIES,
                            PreviousNight.QUARTER_OUTLOOK,
                            PreviousNight.RESTATED_BOOKINGS))
            .flatMap(List::stream)
            .toList();

    private StepTables() {}

    /** Makes them empty; {@link GivenExpect#given(String, String)} fills them. */
    public static void declare() {
        ALL.forEach(GivenExpect::declare);
    }

    static void declare(String... names) {
        List<String> wanted = List.of(names);
        ALL.stream().filter(table -> wanted.contains(table.qualifiedName())).forEach(GivenExpect::declare);
    }
}

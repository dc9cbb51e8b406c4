package org.kvartal.forecast.tables;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.tables.ForecastSources.Making;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;

import static org.assertj.core.api.Assertions.assertThat;

class ForecastSourcesTest {
    private static final List<String> FORECASTS =
            ForecastTables.ALL.stream().map(TableSpec::qualifiedName).toList();

    @Test
    void everyForecastTableIsMadeByOneStep() {
        assertThat(ForecastSources.ALL.stream().flatMap(making -> making.tables().stream()))
                .containsExactlyInAnyOrderElementsOf(FORECASTS);
    }

    @Test
    void everyInputIsACleanTableOrAForecastTableMadeBefore() {
        List<String> clean =
                CrmTables.ALL.stream().map(TableSpec::qualifiedName).toList();
        for (int i = 0; i < ForecastSources.ALL.size(); i++) {
            Making making = ForecastSources.ALL.get(i);
            List<String> known = Stream.concat(
                            clean.stream(),
                            ForecastSources.ALL.subList(0, i).stream().flatMap(earlier -> earlier.tables().stream()))
                    .toList();
            assertThat(known).as("inputs of " + making.tables()).containsAll(making.inputs());
        }
    }
}

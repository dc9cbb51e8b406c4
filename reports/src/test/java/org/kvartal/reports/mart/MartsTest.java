package org.kvartal.reports.mart;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.crm.FiscalDays;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.sql.GivenExpect;
import org.kvartal.ingest.sql.SqlModel;
import org.kvartal.ingest.sql.TestSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.sql.GivenExpect.given;

@ExtendWith(GivenExpect.class)
class MartsTest {
    @BeforeAll
    static void declareWhatEarlierStepsWrite() {
        StepTables.declare();
    }

    @Test
    void readsOnlyWhatEarlierStepsWroteAndMartsBuiltBefore() {
        Set<String> known = new HashSet<>(
                CrmTables.ALL.stream().map(TableSpec::qualifiedName).toList());
        StepTables.ALL.stream().map(TableSpec::qualifiedName).forEach(known::add);
        known.add(FiscalDays.TABLE.qualifiedName());
        for (SqlModel mart : Marts.all()) {
            assertThat(known).as("tables that " + mart + " may read").containsAll(mart.inputs());
            known.add(mart.qualifiedName());
        }
    }

    @Test
    void listsEverySqlFile() throws IOException, URISyntaxException {
        Path folder = Path.of(getClass().getClassLoader().getResource("marts").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(Marts.all().stream().map(mart -> mart.name() + ".sql").sorted())
                    .containsExactlyElementsOf(names);
        }
    }

    @Test
    void worksWhenEveryTableIsEmptyAndKeepsEveryGrain() {
        Marts.all().forEach(mart -> given(mart, "2024-05-31"));
        assertThat(Marts.brokenGrains(TestSession.spark()).collectAsList()).isEmpty();
    }

    @Test
    void namesTheMartWhoseGrainDoesNotHold() {
        Marts.all().forEach(mart -> given(mart, "2024-05-31"));
        TestSession.spark()
                .sql("create or replace view mart.quota_by_month as"
                        + " select * from values (date'2024-05-01', 'ann'), (date'2024-05-01', 'ann'), (null, 'ann')"
                        + " as twice (month, owner_id)");
        assertThat(Marts.brokenGrains(TestSession.spark()).collectAsList()).hasToString("[[mart.quota_by_month,1]]");
    }
}

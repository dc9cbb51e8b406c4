package org.kvartal.jobs;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.jobs.TinyProject.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code kvartal template}. */
class TemplateTest {
    @TempDir
    Path folder;

    static Iterable<String> tables() {
        return CrmTables.ALL.stream().map(TableSpec::name).toList();
    }

    @Test
    void isTheHeaderOfAFile() {
        assertThat(TinyProject.run("template", "quotas")).isEqualTo(new Outcome(0, "owner_id,month,amount\n", ""));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void existsForEveryCleanTable(String table) {
        Outcome outcome = TinyProject.run("template", table);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().strip().split(","))
                .containsExactlyElementsOf(CrmTables.named(table).orElseThrow().columnNames());
    }

    @Test
    void tellsWhatEachColumnMeans() {
        assertThat(TinyProject.run("template", "training_attendance", "--describe"))
                .isEqualTo(new Outcome(0, """
                column       type    unit             required  allowed                     description
                training_id  text                     yes                                   The session.
                user_id      text                     yes                                   Who was enrolled.
                status       text                               enrolled, attended, missed  enrolled, attended or missed.
                score        number  fraction 0 to 1                                        Result of the final check.
                """, ""));
    }

    @Test
    void isWrittenToAFileThatDoesNotExistYet() {
        Path file = folder.resolve("inputs/plans.csv");

        assertThat(TinyProject.run("template", "plans", "--out", file.toString()))
                .isEqualTo(new Outcome(0, "", ""));
        assertThat(file).hasContent("scope,month,amount\n");
        assertThat(TinyProject.run("template", "quotas", "--out", file.toString()))
                .isEqualTo(new Outcome(3, "", "kvartal: Cannot write " + file + ": it exists already\n"));
        assertThat(file).hasContent("scope,month,amount\n");
    }

    @Test
    void listsTheTablesWhenItIsGivenNone() {
        Outcome outcome = TinyProject.run("template");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out().lines())
                .hasSize(1 + CrmTables.ALL.size())
                .contains("plans                    Planned bookings of a unit in a month.");
    }

    @Test
    void saysWhichTableWasProbablyMeant() {
        Outcome outcome = TinyProject.run("template", "quota");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith(
                        "kvartal: Cannot write a template of quota: there is none; did you mean quotas? There are absences,");
    }
}

package org.kvartal.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Nights whose source has lost a third of its deals. */
class GatedNightTest {
    private static final String NEXT = "2024-07-01";
    private static final String LOST =
            "opportunities has 34 rows from crm, 49 on 2024-06-30: 30.6 % fewer, at most 20 % may be missing";

    @TempDir
    Path folder;

    @Test
    void keepsTheLastGoodNightThenShowsWhatDoesNotRestOnTheLostRows() throws IOException {
        TinyProject project = TinyProject.in(folder);
        project.mendTheBrokenRow();
        assertThat(project.runNight().exitCode()).isZero();
        Path published = project.output().resolve("published");

        project.loseDeals();
        TinyProject.Outcome stopped =
                TinyProject.run(project.night(NEXT, "sources.crm.gone-at-most=1", "gates.row-drop.then=stop"));
        assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(1);
        assertThat(stopped.out()).isEmpty();
        assertThat(stopped.err())
                .endsWith("kvartal: not published: step judge-gates: " + LOST
                        + "; last good is 2024-06-30; mend the source, or let it through once with: kvartal run --as-of"
                        + " 2024-07-01 --accept row-drop:opportunities\n");
        assertThat(published.resolve(NEXT)).doesNotExist();
        assertThat(published.resolve("latest").toRealPath()).endsWithRaw(Path.of("2024-06-30.1"));
        assertThat(json(published.resolve("stale.json")).path("last_good").asText())
                .isEqualTo("2024-06-30");
        assertThat(TinyProject.run("status", "--out", project.output().toString())
                        .out())
                .contains("stale       2024-07-01 is not published: Cannot publish the night: " + LOST)
                .doesNotContain("unfinished");

        TinyProject.Outcome blocked = TinyProject.run(project.night(NEXT, "sources.crm.gone-at-most=1"));
        assertThat(blocked.exitCode()).as(blocked.err()).isEqualTo(1);
        assertThat(blocked.err())
                .contains(" check-sources ", "kvartal: gate row-drop block: " + LOST)
                .contains(
                        "kvartal: section result shows nothing of this night: opportunities had 49 rows on 30 Jun 2024"
                                + " and has 34 now; at most 20.0% may be missing.");
        assertThat(published.resolve("stale.json")).doesNotExist();
        JsonNode run = json(published.resolve(NEXT).resolve("run.json"));
        showsTheLastGoodNight(run);
        String lost = run.path("gates").get(0).path("query").asText();
        assertThat(project.query("select count(*) as n from (" + lost + ")").out())
                .isEqualTo("n\n15\n");
        assertThat(Files.readString(published.resolve(NEXT).resolve("report/en/index.html")))
                .contains("Below is what this section said as of", "Rows missing or rejected beyond the limit")
                .doesNotContain("Cannot answer");
    }

    private static void showsTheLastGoodNight(JsonNode run) {
        assertThat(run.path("gates")).hasSize(1);
        assertThat(run.path("gates").get(0).path("verdict").asText()).isEqualTo("block");
        assertThat(run.path("exit_code").asInt()).isEqualTo(1);
        assertThat(run.path("sections")).anySatisfy(section -> {
            assertThat(section.path("section").asText()).isEqualTo("result");
            assertThat(section.path("blocked").asBoolean()).isTrue();
            assertThat(section.path("shown_as_of").asText()).isEqualTo("2024-06-30");
        });
        assertThat(run.path("sections"))
                .filteredOn(section -> !section.path("blocked").asBoolean())
                .extracting(section -> section.path("section").asText())
                .contains("data-quality", "definitions", "people");
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void refusesToAcceptWhatIsNoGate() {
        TinyProject project = TinyProject.in(folder);
        TinyProject.Outcome refused = TinyProject.run(
                "run", "--config", folder.resolve("conf/kvartal.yaml").toString(), "--accept", "row-dorp:leads");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err())
                .isEqualTo("kvartal: Invalid --accept row-dorp:leads: must be a gate and a table, as"
                        + " row-drop:opportunities; the gates are row-drop, quarantine, freshness, reconciliation,"
                        + " mart-totals\n");
        assertThat(project.output()).doesNotExist();
    }
}

package org.kvartal.ingest.preset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.preset.PresetNight.person;

/** Files of a connector through one night of 30 June 2024 in Prague. Users 21 and 22 are agents, 41 and 42 ask. */
class ZendeskPresetTest {
    private static final AsOf NIGHT = new AsOf(LocalDate.parse("2024-06-30"), ZoneId.of("Europe/Prague"));
    private static final String HAL = person("zd:21");
    private static final String IDA = person("zd:22");

    @TempDir
    static Path home;

    private static PresetNight night;

    @BeforeAll
    static void load() {
        night = night(home, Path.of("src/test/resources/zendesk-export"));
    }

    @AfterAll
    static void close() {
        night.close();
    }

    private static PresetNight night(Path home, Path files) {
        return PresetNight.of(home, NIGHT, "EUR", """
                sources:
                  zd:
                    preset: zendesk-export
                    folder: %s
                """.formatted(files.toAbsolutePath()));
    }

    @Test
    void resolvesATicketWhenItWasLastSolvedAndNotOpenedAgain() {
        assertThat(night.rows("requests", "request_id", "status", "resolved_at"))
                .containsExactly(
                        "zd:1|resolved|2024-05-06T10:00Z",
                        // Solved in July: it was pending on the last of June.
                        "zd:2|pending|",
                        "zd:3|open|",
                        "zd:5|resolved|2024-05-06T08:00Z",
                        "zd:6|pending|");
        assertThat(night.rows(QualityTables.FLAGS, "rule", "key"))
                .contains("resolved-at-from-last-update|zd:5")
                .doesNotContain("resolved-at-from-last-update|zd:1");
    }

    @Test
    void takesThePublicCommentOfAnAgentWhoDidNotAskAsTheFirstResponse() {
        assertThat(night.rows("requests", "request_id", "first_response_at"))
                .containsExactly("zd:1|2024-05-01T09:05Z", "zd:2|2024-05-02T08:00Z", "zd:3|", "zd:5|", "zd:6|");
    }

    @Test
    void saysWhoAsksAndWhoHandlesIt() {
        assertThat(night.rows("requests", "request_id", "account_id", "agent_id", "team_id", "channel", "category"))
                .containsExactly(
                        "zd:1|zd:31|" + HAL + "|zd:51|mail|error",
                        "zd:2|zd:32|" + IDA + "|zd:51|phone|question",
                        "zd:3|zd:31|||web|",
                        "zd:5|zd:32|" + HAL + "|zd:51|chat|task",
                        "zd:6|zd:32|" + HAL + "|zd:51|mail|error");
        assertThat(night.rows("requests", "request_id", "priority", "satisfaction"))
                .containsExactly("zd:1|high|5.0", "zd:2|low|", "zd:3||", "zd:5|urgent|", "zd:6|normal|");
    }

    @Test
    void tellsEachChangeWithTheValueBefore() {
        assertThat(night.rows("request_changes", "request_id", "changed_at", "field", "old_value", "new_value"))
                .containsExactlyInAnyOrder(
                        "zd:1|2024-05-01T08:00Z|status||open",
                        "zd:1|2024-05-02T10:00Z|status|open|resolved",
                        "zd:1|2024-05-03T07:00Z|status|resolved|open",
                        "zd:1|2024-05-06T10:00Z|status|open|resolved",
                        "zd:1|2024-05-01T09:00Z|agent_id||" + HAL,
                        "zd:1|2024-05-01T08:00Z|priority||normal",
                        "zd:1|2024-05-01T09:00Z|priority|normal|high",
                        "zd:2|2024-05-02T08:00Z|status||open",
                        "zd:2|2024-06-20T08:00Z|status|open|pending",
                        "zd:2|2024-05-02T08:00Z|priority||low",
                        "zd:6|2024-05-07T08:00Z|status||open",
                        "zd:6|2024-05-08T08:00Z|status|open|pending");
    }

    @Test
    void namesTheRuleOfEveryRowThatItLeavesOut() {
        assertThat(night.rows(QualityTables.FILTERS, "table", "rule", "filtered_count"))
                .containsExactlyInAnyOrder(
                        "contacts|agent|2",
                        "request_changes|after-as-of|2",
                        "request_changes|other-field|1",
                        // From new to open, from solved to closed, and one value told twice.
                        "request_changes|unchanged|3",
                        "requests|soft-deleted|1",
                        "teams|soft-deleted|1",
                        "users|end-user|2");
    }

    @Test
    void partsAgentsFromThoseWhoAsk() {
        assertThat(night.rows("users", "user_id", "role", "team_id", "active"))
                .containsExactlyInAnyOrder(HAL + "|service|zd:51|true", IDA + "|admin||false");
        assertThat(night.rows("contacts", "contact_id", "account_id"))
                .containsExactlyInAnyOrder(person("zd:41") + "|zd:31", person("zd:42") + "|zd:32");
        assertThat(night.rows("accounts", "account_id", "name")).containsExactly("zd:31|Pipes & Co", "zd:32|Wells Ltd");
        assertThat(night.rows("teams", "team_id", "name")).containsExactly("zd:51|Field service");
    }

    @Test
    void keepsEveryRatingAsAnAnswer() {
        assertThat(night.rows("surveys", "survey_id", "request_id", "score", "answered_at"))
                .containsExactly(
                        "zd:801|zd:1|1.0|2024-05-07T08:00Z", "zd:802|zd:1|5.0|2024-05-08T08:00Z", "zd:803|zd:5||");
    }

    @Test
    void needsTheTicketsAlone(@TempDir Path files, @TempDir Path other) throws IOException {
        Files.writeString(files.resolve("tickets.csv"), """
                ID,Status,Created At,Updated At
                9,solved,2024-05-01T08:00:00Z,2024-05-02T08:00:00Z
                """);
        try (PresetNight small = night(other, files)) {
            assertThat(small.rows("requests", "request_id", "status", "opened_at", "resolved_at"))
                    .containsExactly("zd:9|resolved|2024-05-01T08:00Z|2024-05-02T08:00Z");
        }
    }
}

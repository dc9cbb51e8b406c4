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
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.ingest.preset.PresetNight.person;

/**
 * Files of a connector through one night of 30 June 2024 in Prague; the home currency is the euro, as is the project's.
 * Times are epoch milliseconds or text, some with one digit for the hour. Two pipelines have a stage of the same name.
 */
class HubSpotPresetTest {
    private static final AsOf NIGHT = new AsOf(LocalDate.parse("2024-06-30"), ZoneId.of("Europe/Prague"));
    private static final String FAY = person("hs:11");
    private static final String GUS = person("hs:12");

    @TempDir
    static Path home;

    private static PresetNight night;

    @BeforeAll
    static void load() {
        night = night(home, Path.of("src/test/resources/hubspot-export"));
    }

    @AfterAll
    static void close() {
        night.close();
    }

    private static PresetNight night(Path home, Path files) {
        return PresetNight.of(home, NIGHT, "EUR", """
                sources:
                  hs:
                    preset: hubspot-export
                    folder: %s
                """.formatted(files.toAbsolutePath()));
    }

    @Test
    void namesStagesByTheLabelsOfTheirPipelines() {
        assertThat(night.rows("opportunities", "opportunity_id", "name", "stage", "outcome", "probability"))
                .containsExactlyInAnyOrder(
                        "hs:101|Oven for the bakery|Closed won|won|1.0",
                        "hs:102|Mixer|Gone|lost|0.0",
                        "hs:103|Second oven|Appointment scheduled|open|0.4",
                        "hs:106|Without a stage|no stage|open|",
                        "hs:107|Stage of a pipeline not exported|unheardof|open|");
        assertThat(night.rows(QualityTables.FLAGS, "rule", "key")).contains("stage-missing|hs:106");
    }

    @Test
    void takesADealBackToWhatItWasBeforeLaterChanges() {
        assertThat(night.rows("opportunities", "opportunity_id", "amount", "stage_entered_at", "closed_at"))
                .contains("hs:103|800.00|2024-05-02T08:00Z|");
    }

    @Test
    void readsTimesInMillisecondsAndAsText() {
        assertThat(night.rows("opportunities", "opportunity_id", "created_at", "closed_at", "expected_close_date"))
                .contains(
                        "hs:101|2024-01-08T09:00Z|2024-03-20T15:30Z|2024-05-31",
                        "hs:102|2024-02-01T07:05:09Z|2024-04-11T08:00Z|2024-04-11");
        assertThat(night.rows(
                        QualityTables.quarantineOf(CrmTables.OPPORTUNITIES), "file", "line", "column", "value", "rule"))
                .contains("deal_data.csv|9|created_at|2024-06-31 09:00:00|type");
    }

    @Test
    void takesTheAmountInTheHomeCurrencyWhereTheDealHasAnother() {
        assertThat(night.rows("opportunities", "opportunity_id", "amount", "amount_original", "currency"))
                .contains("hs:101|1100.00|1200.00|USD", "hs:102|300.00|300.00|EUR");
    }

    @Test
    void givesADealItsPrimaryCompanyOrElseTheOneWithTheLowestNumber() {
        assertThat(night.rows("opportunities", "opportunity_id", "account_id", "owner_id", "lost_reason"))
                .contains(
                        "hs:101|hs:32|" + FAY + "|",
                        // Number 8 is deleted, and 33 comes before 9 only as text.
                        "hs:102|hs:9|" + GUS + "|Too dear",
                        "hs:103|hs:34|" + FAY + "|");
    }

    @Test
    void tellsChangesWithLabelsAndTheirOldValues() {
        assertThat(night.rows("opportunity_changes", "opportunity_id", "changed_at", "field", "old_value", "new_value"))
                .containsExactlyInAnyOrder(
                        "hs:101|2024-01-08T09:00Z|stage||Appointment scheduled",
                        "hs:101|2024-01-08T09:00Z|expected_close_date||2024-05-31",
                        "hs:101|2024-03-20T15:30Z|stage|Appointment scheduled|Closed won",
                        "hs:101|2024-03-20T15:30:00.250Z|expected_close_date|2024-05-31|2024-03-20",
                        "hs:102|2024-02-01T07:05:09Z|stage||Appointment scheduled",
                        "hs:102|2024-02-03T07:00Z|owner_id||" + GUS,
                        "hs:102|2024-04-11T08:00Z|stage|Appointment scheduled|Gone",
                        "hs:103|2024-05-02T08:00Z|stage||Appointment scheduled",
                        "hs:103|2024-05-02T08:00Z|amount||800");
    }

    @Test
    void leavesMergedRecordsOutAndFollowsThem() {
        assertThat(night.rows(QualityTables.FILTERS, "table", "rule", "filtered_count"))
                .containsExactlyInAnyOrder(
                        "accounts|merged|1",
                        "accounts|soft-deleted|1",
                        "activities|note|1",
                        "contacts|merged|1",
                        "leads|merged|1",
                        "leads|not-a-lead|1",
                        "opportunities|merged|1",
                        "opportunities|soft-deleted|1",
                        "opportunity_changes|after-as-of|2",
                        "opportunity_changes|in-stages|1",
                        "opportunity_changes|merged|1",
                        "opportunity_changes|other-field|1",
                        "opportunity_changes|unchanged|1",
                        "opportunity_products|without-deal|1",
                        "request_changes|after-as-of|1",
                        "request_changes|other-field|1",
                        "request_changes|unchanged|1",
                        "requests|soft-deleted|1");
        assertThat(night.rows("leads", "status", "opportunity_id", "created_at", "converted_at"))
                .containsExactly("customer|hs:101|2023-12-01T08:00Z|2024-01-08T09:00Z");
        assertThat(night.rows("opportunity_products", "opportunity_id", "line", "product_id", "amount"))
                .containsExactly("hs:101|1|hs:81|1100.00", "hs:101|2|hs:81|100.00");
    }

    @Test
    void readsActivitiesFromTheFilesOfTheirKinds() {
        assertThat(night.rows(
                        "activities",
                        "activity_id",
                        "kind",
                        "account_id",
                        "opportunity_id",
                        "status",
                        "duration_minutes"))
                .containsExactlyInAnyOrder(
                        "hs:701|call|hs:32|hs:101|done|2.5",
                        "hs:702|meeting||hs:101|done|45.0",
                        "hs:703|task|||planned|",
                        "hs:705|mail|||done|");
        assertThat(night.rows("activities", "activity_id", "owner_id")).contains("hs:705|", "hs:703|" + GUS);
    }

    @Test
    void resolvesATicketByTheStageOfItsPipeline() {
        assertThat(night.rows("requests", "request_id", "account_id", "channel", "category", "status"))
                .containsExactly("hs:601|hs:32|mail|error|resolved", "hs:602||phone||pending", "hs:603||web||pending");
        assertThat(night.rows("requests", "request_id", "first_response_at", "resolved_at"))
                .containsExactly("hs:601|2024-05-01T09:30Z|2024-05-02T16:00Z", "hs:602||", "hs:603||");
        assertThat(night.rows("request_changes", "request_id", "changed_at", "field", "old_value", "new_value"))
                .containsExactly(
                        "hs:601|2024-05-01T08:00Z|status||open",
                        "hs:601|2024-05-02T16:00Z|status|open|resolved",
                        "hs:602|2024-06-28T08:00Z|status||open",
                        "hs:602|2024-06-29T08:00Z|status|open|pending");
    }

    @Test
    void readsOwnersWithTheirPrimaryTeamAndProducts() {
        assertThat(night.rows("users", "user_id", "team_id", "active"))
                .containsExactlyInAnyOrder(FAY + "|hs:71|true", GUS + "||false");
        assertThat(night.rows("products", "product_id", "name", "list_price", "unit_cost"))
                .containsExactly("hs:81|Oven|1150.00|700.00");
    }

    @Test
    void readsHubSpotsOwnExport(@TempDir Path files, @TempDir Path other) throws IOException {
        Files.writeString(files.resolve("hubspot-crm-exports-all-deals-2024-06-30.csv"), """
                Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Pipeline
                5001,Oven,Closed Won (Sales Pipeline),99.90,2024-05-06 14:30,2024-05-01 08:00,Fay Fox,Sales Pipeline
                """);
        try (PresetNight small = night(other, files)) {
            assertThat(small.rows("opportunities", "opportunity_id", "stage", "outcome", "amount", "closed_at"))
                    .containsExactly("hs:5001|Closed Won (Sales Pipeline)|won|99.90|2024-05-06T14:30Z");
        }
    }
}

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
 * Files of a connector and of the Data Loader, mixed, through one night of 30 June 2024 in Prague. Times are UTC in the
 * files. The corporate currency is the dollar, the project's is the euro: 0.90 euro a dollar from March on, 23 crowns a
 * dollar. Ids have 15
 * or 18 characters; those of two deals differ in capitals alone.
 */
class SalesforcePresetTest {
    private static final AsOf NIGHT = new AsOf(LocalDate.parse("2024-06-30"), ZoneId.of("Europe/Prague"));
    private static final String PUMPS = "sf:0065g00000AbCdEAAV";
    private static final String VALVES = "sf:0065g00000aBcDeAAK";
    private static final String SERVICE = "sf:0065g000003ccccAAA";
    private static final String PARTS = "sf:0065g000006FFFFAA4";
    private static final String EARLY = "sf:0065g000007ggggAAA";
    private static final String MILL = "sf:001A0000006Vm9rIAC";
    private static final String BRAVO = "sf:0015g00000BravoAAB";
    private static final String PUMP = "sf:01t5g00000PumpeAAB";
    private static final String ALICE = person("sf:0055g00000AliceAAB");
    private static final String BOB = person("sf:0055g00000BobbyAAB");

    @TempDir
    static Path home;

    private static PresetNight night;

    @BeforeAll
    static void load() {
        night = night(home, Path.of("src/test/resources/salesforce-export"));
    }

    @AfterAll
    static void close() {
        night.close();
    }

    private static PresetNight night(Path home, Path files) {
        return PresetNight.of(home, NIGHT, "EUR", """
                sources:
                  sf:
                    preset: salesforce-export
                    folder: %s
                    currency: USD
                """.formatted(files.toAbsolutePath()));
    }

    @Test
    void tellsIdsApartByTheirCapitalsAndRefersWithBothLengths() {
        assertThat(night.rows("opportunities", "opportunity_id", "account_id", "owner_id", "campaign_id"))
                .containsExactlyInAnyOrder(
                        PUMPS + "|" + MILL + "|" + ALICE + "|sf:7015g00000CampnAAB",
                        VALVES + "|" + BRAVO + "|" + BOB + "|",
                        SERVICE + "|" + MILL + "|" + ALICE + "|",
                        PARTS + "|" + BRAVO + "|" + BOB + "|",
                        EARLY + "|" + BRAVO + "|" + BOB + "|");
        assertThat(night.rows(QualityTables.FLAGS, "table", "rule", "key"))
                .contains("opportunities|id-15-to-18|" + PARTS)
                .doesNotContain("opportunities|id-15-to-18|" + PUMPS);
        assertThat(night.rows(QualityTables.FLAGS, "rule")).doesNotContain("reference");
    }

    @Test
    void closesADealWhenItsHistorySaysAndElseOnItsCloseDate() {
        assertThat(night.rows("opportunities", "name", "stage", "outcome", "closed_at", "expected_close_date"))
                .containsExactlyInAnyOrder(
                        "Pumps for the mill|Closed Won|won|2024-03-15T10:30Z|2024-05-31",
                        "Valves|Closed Lost|lost|2024-04-30T12:00Z|2024-04-30",
                        "Service contract|Negotiation|open||2024-07-31",
                        "Spare parts|Prospecting|open||2024-09-30",
                        "Won before its day|Closed Won|won|2024-06-03T08:00Z|2024-12-31");
        assertThat(night.rows(QualityTables.FLAGS, "rule", "key")).contains("closed-at-from-last-change|" + EARLY);
    }

    @Test
    void takesADealBackToWhatItWasBeforeLaterSnapshots() {
        assertThat(night.rows("opportunities", "opportunity_id", "stage", "amount", "probability", "stage_entered_at"))
                .contains(SERVICE + "|Negotiation|500.00|0.6|2024-05-01T08:00Z");
    }

    @Test
    void convertsAmountsFromTheCurrencyOfTheRecord() {
        assertThat(night.rows("exchange_rates", "currency", "day", "rate"))
                .containsExactlyInAnyOrder(
                        "CZK|1970-01-01|0.0400000000",
                        "CZK|2024-01-01|0.0400000000",
                        "CZK|2024-03-01|0.0391304348",
                        "USD|1970-01-01|0.9000000000",
                        "USD|2024-01-01|0.9200000000",
                        "USD|2024-03-01|0.9000000000");
        assertThat(night.rows("opportunities", "opportunity_id", "amount", "amount_original", "currency"))
                .containsExactlyInAnyOrder(
                        PUMPS + "|900.00|1000.00|USD",
                        VALVES + "|90.00|2300.00|CZK",
                        SERVICE + "|500.00|500.00|EUR",
                        PARTS + "|||EUR",
                        EARLY + "|40.00|40.00|EUR");
    }

    @Test
    void tellsChangesFromSnapshotsAndElseFromTheHistoryOfFields() {
        assertThat(night.rows("opportunity_changes", "opportunity_id", "changed_at", "field", "old_value", "new_value"))
                .containsExactlyInAnyOrder(
                        PUMPS + "|2024-01-10T09:00Z|stage||Prospecting",
                        PUMPS + "|2024-01-10T09:00Z|amount||800.00",
                        PUMPS + "|2024-01-10T09:00Z|expected_close_date||2024-05-31",
                        PUMPS + "|2024-01-10T09:00Z|probability||0.2",
                        PUMPS + "|2024-02-01T14:00Z|stage|Prospecting|Negotiation",
                        PUMPS + "|2024-02-01T14:00Z|probability|0.2|0.6",
                        PUMPS + "|2024-02-20T14:00Z|amount|800.00|1000.00",
                        PUMPS + "|2024-03-15T10:30Z|stage|Negotiation|Closed Won",
                        PUMPS + "|2024-03-15T10:30Z|expected_close_date|2024-05-31|2024-03-14",
                        PUMPS + "|2024-03-15T10:30Z|probability|0.6|1.0",
                        SERVICE + "|2024-05-01T08:00Z|stage||Negotiation",
                        SERVICE + "|2024-05-01T08:00Z|amount||500.00",
                        SERVICE + "|2024-05-01T08:00Z|expected_close_date||2024-07-31",
                        SERVICE + "|2024-05-01T08:00Z|probability||0.6",
                        VALVES + "|2024-02-01T08:00Z|stage||Qualification",
                        VALVES + "|2024-02-05T10:00Z|owner_id|" + ALICE + "|" + BOB,
                        VALVES + "|2024-04-30T12:00Z|stage|Qualification|Closed Lost",
                        PARTS + "|2024-06-01T08:00Z|stage||Prospecting",
                        EARLY + "|2024-05-01T08:00Z|stage||Closed Won");
    }

    @Test
    void namesTheRuleOfEveryRowThatItLeavesOut() {
        assertThat(night.rows(QualityTables.FILTERS, "table", "rule", "filtered_count"))
                .containsExactlyInAnyOrder(
                        "accounts|merged|1",
                        "activities|invitation|1",
                        "exchange_rates|project-currency|3",
                        "opportunities|soft-deleted|1",
                        "opportunities|superseded|1",
                        // The snapshot after :as_of, for the stage and for three other fields.
                        "opportunity_changes|after-as-of|4",
                        "opportunity_changes|in-snapshots|1",
                        "opportunity_changes|name-of-an-id|1",
                        "opportunity_changes|other-field|1",
                        "opportunity_changes|unchanged|1",
                        "opportunity_products|soft-deleted|1",
                        "orders|draft|1",
                        "quotas|in-units|1",
                        "request_changes|after-as-of|1",
                        "request_changes|name-of-an-id|1",
                        "request_changes|unchanged|1",
                        "teams|not-a-queue|1");
        assertThat(night.rows(QualityTables.ROW_BALANCE, "quarantined_count")).containsOnly("0");
    }

    @Test
    void readsAccountsPersonsAndLeads() {
        assertThat(night.rows("accounts", "account_id", "name", "country", "annual_revenue", "employees"))
                .containsExactlyInAnyOrder(MILL + "|Mill & Sons|Czechia|12.5|140", BRAVO + "|Bravo|||");
        assertThat(night.rows("accounts", "account_id", "parent_account_id")).contains(BRAVO + "|" + MILL);
        assertThat(night.rows("users", "user_id", "role", "team_id", "manager_id", "active"))
                .containsExactlyInAnyOrder(
                        ALICE + "|Sales North|sf:00E5g00000NorthEAB||true",
                        BOB + "|Sales North|sf:00E5g00000NorthEAB|" + ALICE + "|false");
        assertThat(night.rows("leads", "source", "status", "opportunity_id", "campaign_id", "converted_at"))
                .containsExactlyInAnyOrder(
                        "Web|converted|" + PUMPS + "|sf:7015g00000CampnAAB|2024-01-10T09:00Z", "Fair|working|||");
        assertThat(night.rows("contacts", "contact_id", "account_id"))
                .containsExactly(person("sf:0035g00000ContaAAB") + "|" + MILL);
    }

    @Test
    void readsProductsLinesQuotesAndOrders() {
        assertThat(night.rows("products", "product_id", "list_price", "unit", "active"))
                .containsExactly(PUMP + "|500.00|piece|true");
        assertThat(night.rows("opportunity_products", "opportunity_id", "line", "product_id", "quantity", "amount"))
                .containsExactly(PUMPS + "|1|" + PUMP + "|2.0|810.00", PUMPS + "|2|" + PUMP + "|1.0|90.00");
        assertThat(night.rows("quotes", "opportunity_id", "revision", "status", "amount"))
                .containsExactly(PUMPS + "|1|expired|1104.00", PUMPS + "|2|accepted|900.00");
        assertThat(night.rows("orders", "opportunity_id", "status", "amount", "ordered_at"))
                .containsExactly(PUMPS + "|open|900.00|2024-03-16T09:00Z");
        assertThat(night.rows("order_lines", "line", "product_id", "amount")).containsExactly("1|" + PUMP + "|900.00");
        assertThat(night.rows("campaigns", "name", "channel", "cost")).containsExactly("Spring fair|fair|46.00");
        assertThat(night.rows("quotas", "owner_id", "month", "amount")).containsExactly(ALICE + "|2024-04-01|10000.00");
    }

    @Test
    void takesCompetitorsFromTheNamesUnderWhichTheyWereMet() {
        assertThat(night.rows("competitors", "competitor_id", "name")).containsExactly("sf:pump world|Pump World");
        assertThat(night.rows("opportunity_competitors", "opportunity_id", "competitor_id"))
                .containsExactlyInAnyOrder(PUMPS + "|sf:pump world", VALVES + "|sf:pump world");
    }

    @Test
    void readsActivitiesAndWhatTheyAreAbout() {
        assertThat(night.rows("activities", "kind", "account_id", "opportunity_id", "status", "duration_minutes"))
                .containsExactlyInAnyOrder(
                        "call|" + MILL + "|" + PUMPS + "|done|5.0",
                        "mail|" + BRAVO + "||planned|",
                        "meeting|" + MILL + "|" + SERVICE + "|done|60.0");
    }

    @Test
    void knowsACaseClosedLaterAsWaiting() {
        assertThat(night.rows("requests", "channel", "category", "agent_id", "team_id", "status", "resolved_at"))
                .containsExactly(
                        "mail|error|" + BOB + "||resolved|2024-05-03T08:00Z",
                        "phone|question|" + BOB + "||pending|",
                        "web|||sf:00G5g00000QueueEAB|pending|");
        assertThat(night.rows("request_changes", "request_id", "field", "old_value", "new_value"))
                .containsExactlyInAnyOrder(
                        "sf:5005g00000Case1AAB|agent_id|" + person("sf:00G5g00000QueueEAB") + "|" + BOB,
                        "sf:5005g00000Case1AAB|status|open|resolved");
    }

    @Test
    void readsASingleFileOfTheDataLoader(@TempDir Path files, @TempDir Path other) throws IOException {
        Files.writeString(files.resolve("Opportunity.csv"), """
                "ID","NAME","STAGENAME","CLOSEDATE","AMOUNT","ISCLOSED","ISWON","CREATEDDATE","LOSS_REASON__C"
                "0065g00000AbCdEAAV","Pumps","Closed Lost","2024-04-30","12.50","true","false","2024-04-01T10:00:00.000Z","Price"
                "a1B/+==","Odd id","Closed Lost","2024-04-31","1","true","false","2024-04-01T10:00:00.000Z",""
                """);
        try (PresetNight small = night(other, files)) {
            assertThat(small.rows("opportunities", "opportunity_id", "outcome", "closed_at", "lost_reason"))
                    // The day begins in Prague at 22:00 UTC of the day before.
                    .containsExactly("sf:0065g00000AbCdEAAV|lost|2024-04-29T22:00Z|Price");
            assertThat(small.rows(
                            QualityTables.quarantineOf(CrmTables.OPPORTUNITIES), "key", "column", "value", "rule"))
                    .contains("sf:a1B/+==|expected_close_date|2024-04-31|type");
        }
    }
}

package org.kvartal.ingest.preset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.lake.TableSpec;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;
import org.kvartal.ingest.source.Servers;
import org.kvartal.ingest.source.UnreadableSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A database as Odoo 16 makes it, read by the user that docs/sources/odoo-16.md creates. What is expected was worked out
 * by hand from data.sql, by the rules of Odoo's own code.
 */
class OdooPresetTest {
    private static final AsOf END_OF_YEAR = new AsOf(LocalDate.of(2024, 12, 31), ZoneOffset.UTC);
    private static final Path GUIDE = Path.of("..", "docs", "sources", "odoo-16.md");

    private static final List<String> PERSONS = List.of("2", "6", "7", "8", "21", "28");

    @TempDir
    private static Path home;

    private static PresetNight night;

    @BeforeAll
    static void readEverything() throws SQLException, IOException {
        create("odoo16", "schema.sql", "modules.sql", "data.sql", "modules-data.sql");
        night = PresetNight.of(home, END_OF_YEAR, "EUR", source("odoo16"));
    }

    @AfterAll
    static void close() {
        if (night != null) {
            night.close();
        }
    }

    @Test
    void tellsWonLostAndOpenAsOdooDoes() {
        assertThat(rows("opportunities", "opportunity_id", "stage", "outcome", "closed_at"))
                .containsExactlyInAnyOrder(
                        "odoo:101|New|open|",
                        "odoo:102|Won|won|2024-03-01T12:00Z",
                        "odoo:103|Won|won|2024-05-05T10:00Z",
                        "odoo:104|Won|won|2024-07-15T10:00Z",
                        "odoo:105|Proposition|lost|2024-06-30T15:00Z",
                        "odoo:107|Qualified|lost|2024-07-01T15:00Z",
                        "odoo:109|Qualified|open|",
                        "odoo:110|Qualified|open|",
                        "odoo:111|Qualified|open|",
                        "odoo:112|Proposition|open|",
                        "odoo:113|Qualified|open|",
                        "odoo:114|Qualified|lost|2024-10-10T10:00Z",
                        "odoo:115|Won|won|2024-09-09T09:00Z",
                        "odoo:116|New|open|",
                        "odoo:117|Qualified|open|",
                        "odoo:118|Proposition|open|",
                        "odoo:119|Won|won|2024-10-01T10:00Z",
                        "odoo:121|Zmluva|open|",
                        "odoo:122|Proposition|lost|2024-02-20T08:00Z",
                        "odoo:125|Won|won|2023-12-15T10:00Z",
                        "odoo:126|Proposition|open|");
    }

    @Test
    void namesTheRuleOfEveryRowLeftOut() {
        assertThat(rows(QualityTables.FILTERS, "table", "rule", "filtered_count"))
                .containsExactlyInAnyOrder(
                        "opportunities|lead|4",
                        "opportunities|archived|1",
                        "opportunities|after-as-of|1",
                        "opportunity_changes|archived|1",
                        "opportunity_changes|lead|1",
                        "opportunity_changes|deleted|1",
                        "opportunity_changes|after-as-of|8",
                        "leads|opportunity|22",
                        "leads|archived|1",
                        "accounts|own-company-or-user|7",
                        "accounts|contact|3",
                        "accounts|person-without-business|2",
                        "accounts|archived|1",
                        "contacts|account|9",
                        "contacts|own-company-or-user|5",
                        "contacts|address|1",
                        "users|system-user|2",
                        "users|portal-user|1",
                        "exchange_rates|project-currency|2",
                        "exchange_rates|other-company|1",
                        "activities|same-as-meeting|1",
                        "activities|other-document|1",
                        "activities|archived|1",
                        "price_list|discount-or-formula|1",
                        "price_list|other-price-list|1",
                        "price_list|price-for-quantity|1",
                        "quotes|order|2",
                        "orders|quotation|3",
                        "order_lines|section-or-note|2",
                        "order_lines|quotation|1",
                        "requests|archived|1",
                        "request_changes|archived|1",
                        "request_changes|after-as-of|1",
                        "trainings|not-a-user|1",
                        "training_attendance|not-a-user|1");
    }

    @Test
    void balancesTheRowsOfDealsAndTheirChanges() {
        assertThat(rows(
                        QualityTables.ROW_BALANCE,
                        "table",
                        "read_count",
                        "derived_count",
                        "loaded_count",
                        "quarantined_count",
                        "deduplicated_count",
                        "filtered_count"))
                .contains("opportunities|27|0|21|0|0|6", "exchange_rates|8|3|8|0|0|3", "requests|6|0|5|0|0|1");
    }

    @Test
    void convertsAmountsFromTheCurrencyOfTheCompany() {
        assertThat(rows("opportunities", "opportunity_id", "amount", "amount_original", "currency"))
                .contains(
                        "odoo:101|10000.00|10000.00|EUR",
                        "odoo:103|1200.00|1440.00|USD",
                        "odoo:104|1250.00|1600.00|USD",
                        "odoo:112|700.00|700.00|EUR",
                        "odoo:116|78.13|100.00|USD",
                        "odoo:125|320.00|400.00|USD",
                        "odoo:126|200.01|200.01|EUR");
    }

    @Test
    void derivesRatesFromAnUnnamedBaseAndTheRatesOfTheCompany() {
        assertThat(rows("exchange_rates", "currency", "day", "rate"))
                .containsExactlyInAnyOrder(
                        "CZK|2024-01-01|0.0416666667",
                        "CZK|2024-02-01|0.0400000000",
                        "CZK|2024-05-01|0.0416666667",
                        "CZK|2024-07-01|0.0434027778",
                        "USD|2024-01-01|0.8000000000",
                        "USD|2024-04-01|0.8333333333",
                        "USD|2024-06-01|0.7500000000",
                        "USD|2024-07-01|0.7812500000");
    }

    @Test
    void keepsWhatElseIsKnownOfADeal() {
        assertThat(rows(
                        "opportunities",
                        "opportunity_id",
                        "name",
                        "account_id",
                        "owner_id",
                        "team_id",
                        "probability",
                        "source",
                        "campaign_id",
                        "lost_reason",
                        "created_at",
                        "stage_entered_at",
                        "expected_close_date"))
                .contains(
                        "odoo:101|  Čerpadlá & ventily |odoo:20|@6|odoo:1|0.125|Newsletter|odoo:1||"
                                + "2024-11-05T09:00:00.500Z|2024-11-05T09:00:00.500Z|2025-01-31",
                        "odoo:102|Won after three stages|odoo:20|@6|odoo:1|1.0|Phone|||"
                                + "2024-01-10T08:00Z|2024-03-01T12:00Z|2024-02-29",
                        "odoo:105|Lost with a reason|odoo:20|@6|odoo:1|0.0|||Too expensive|"
                                + "2024-05-01T08:00Z|2024-05-20T08:00Z|",
                        "odoo:107|Lost without a reason|odoo:20|@6|odoo:1|0.0||||"
                                + "2024-05-02T08:00Z|2024-05-20T08:00Z|",
                        "odoo:112|Won after the day|odoo:20|@6|odoo:1|||||2024-12-01T08:00Z|2024-12-10T09:00Z|",
                        "odoo:114|Opened again after the day|odoo:20|@6|odoo:1|0.0|||Konkurencia|"
                                + "2024-10-01T08:00Z|2024-10-01T08:00Z|",
                        "odoo:116|Without customer and company||@8||0.1||||" + "2024-12-03T08:00Z|2024-12-03T08:00Z|",
                        "odoo:119|Won as it was entered|odoo:20|@6|odoo:1|1.0||||"
                                + "2024-10-01T10:00Z|2024-10-01T10:00:00.900Z|",
                        "odoo:121|Of probability 0, yet open|odoo:26|@6|odoo:2|0.0||||"
                                + "2024-02-01T08:00Z|2024-02-01T08:00Z|",
                        "odoo:122|Archived with a reason|odoo:20|@6|odoo:1|0.55|||Too expensive|"
                                + "2024-02-02T08:00Z|2024-02-02T08:00Z|",
                        "odoo:126|Of a private person|odoo:24|@7|odoo:1|0.8||||"
                                + "2024-11-06T08:00Z|2024-11-06T08:00Z|2024-12-15");
    }

    @Test
    void readsChangesFromTheTrackingAndDerivesTheFirstStage() {
        assertThat(rows(
                        "opportunity_changes",
                        "opportunity_id",
                        "changed_at",
                        "field",
                        "old_value",
                        "new_value",
                        "changed_by"))
                .containsExactlyInAnyOrder(
                        "odoo:101|2024-11-05T09:00:00.500Z|stage||New|@6",
                        "odoo:102|2024-01-10T08:00Z|stage||New|@7",
                        "odoo:102|2024-01-15T10:00Z|stage|New|Qualified|@7",
                        "odoo:102|2024-02-01T10:00Z|amount|4000.00|5000.00|@7",
                        "odoo:102|2024-02-10T10:00Z|owner_id|@7|@6|@2",
                        "odoo:102|2024-03-01T12:00Z|stage|Qualified|Won|@6",
                        "odoo:103|2024-04-02T08:00Z|stage||New|@8",
                        "odoo:103|2024-04-20T10:00Z|amount_original|0.00|1440.00|@8",
                        "odoo:103|2024-05-05T10:00Z|stage|New|Won|@8",
                        "odoo:104|2024-06-02T08:00Z|stage||Won|@8",
                        "odoo:105|2024-05-01T08:00Z|stage||New|@6",
                        "odoo:105|2024-05-20T08:00Z|stage|New|Proposition|@6",
                        "odoo:105|2024-06-30T15:00Z|outcome|open|lost|@6",
                        "odoo:105|2024-06-30T15:00Z|lost_reason||Too expensive|@6",
                        "odoo:107|2024-05-02T08:00Z|stage||Qualified|@6",
                        "odoo:109|2024-08-02T08:00Z|stage||Qualified|@6",
                        "odoo:110|2024-04-01T08:00Z|stage||Qualified|@6",
                        "odoo:110|2024-05-01T10:00Z|outcome|open|lost|@6",
                        "odoo:110|2024-06-01T10:00Z|outcome|lost|open|@6",
                        "odoo:111|2024-04-01T08:10Z|stage||Qualified|@6",
                        "odoo:111|2024-05-02T10:00Z|stage|Qualified|Won|@6",
                        "odoo:111|2024-06-02T10:00Z|stage|Won|Qualified|@6",
                        "odoo:112|2024-12-01T08:00Z|stage||New|@6",
                        "odoo:112|2024-12-10T09:00Z|stage|New|Proposition|@6",
                        "odoo:113|2024-12-02T08:00Z|stage||Qualified|@6",
                        "odoo:114|2024-10-01T08:00Z|stage||Qualified|@6",
                        "odoo:114|2024-10-10T10:00Z|outcome|open|lost|@6",
                        "odoo:114|2024-10-10T10:00Z|lost_reason||Konkurencia|@6",
                        "odoo:115|2024-09-09T09:00:00.250Z|stage||Won|@6",
                        "odoo:116|2024-12-03T08:00Z|stage||New|@8",
                        "odoo:117|2024-02-20T07:59:59.999999Z|stage||New|@6",
                        "odoo:117|2024-02-20T08:00Z|stage|New|Proposition|@7",
                        "odoo:117|2024-03-10T08:00Z|stage|New|Qualified|@6",
                        "odoo:118|2024-04-03T08:00Z|stage||New|@6",
                        "odoo:118|2024-04-04T04:04:04Z|stage|New|Rokovanie|@6",
                        "odoo:118|2024-04-04T04:04:04.000001Z|stage|Rokovanie|Proposition|@6",
                        "odoo:119|2024-10-01T09:59:59.999999Z|stage||New|@6",
                        "odoo:119|2024-10-01T10:00Z|stage|New|Won|",
                        "odoo:121|2024-02-01T08:00Z|stage||Zmluva|@6",
                        "odoo:122|2024-02-02T08:00Z|stage||Proposition|@6",
                        "odoo:125|2023-11-15T08:00Z|stage||Won|@8",
                        "odoo:126|2024-11-06T08:00Z|stage||Proposition|@7",
                        "odoo:126|2024-11-07T08:00Z|account_id|odoo:20|odoo:24|@7");
    }

    @Test
    void keepsLeadsAndWhatBecameOfThem() {
        assertThat(rows("leads", "lead_id", "source", "owner_id", "status", "opportunity_id", "converted_at"))
                .containsExactlyInAnyOrder(
                        "odoo:108|Newsletter|@6|new||",
                        "odoo:109|Newsletter|@6|converted|odoo:109|2024-08-05T09:00Z",
                        "odoo:123||@6|disqualified||",
                        "odoo:124||@6|new||");
    }

    @Test
    void takesCompaniesAndPersonsOfTheirOwnForAccounts() {
        assertThat(rows("accounts", "account_id", "name", "industry", "country", "parent_account_id", "owner_id"))
                .containsExactlyInAnyOrder(
                        "odoo:20|Alfa s.r.o.|Water supply|Slovakia||@6",
                        "odoo:23|Beta a.s.||Slovakia|odoo:20|",
                        "odoo:24|Karol Veselý||Slovakia||",
                        "odoo:26|Gamma||United States||");
        assertThat(rows("contacts", "contact_id", "account_id", "job_title"))
                .containsExactlyInAnyOrder("@21|odoo:20|Nákup", "@28|odoo:23|");
    }

    @Test
    void keepsUsersWhoLeftAndNeitherPortalNorSystemUsers() {
        assertThat(rows("users", "user_id", "role", "team_id", "manager_id", "active", "started_on"))
                .containsExactlyInAnyOrder(
                        "@2|manager|||true|2020-01-01",
                        "@6|sales|odoo:1|@2|true|2020-01-02",
                        "@7|sales|odoo:1|@2|false|2020-01-03",
                        "@8|manager|odoo:helpdesk-1|@6|true|2021-05-05");
        assertThat(rows("teams", "team_id", "name", "kind"))
                .containsExactlyInAnyOrder(
                        "odoo:1|Europe|sales", "odoo:2|Projekty|sales", "odoo:helpdesk-1|Servis|service");
    }

    @Test
    void tellsOrdersFromQuotationsAndSalesFromSections() {
        assertThat(rows(
                        "orders",
                        "order_id",
                        "account_id",
                        "opportunity_id",
                        "status",
                        "amount",
                        "ordered_at",
                        "promised_on",
                        "delivered_on"))
                .containsExactlyInAnyOrder(
                        "odoo:1|odoo:20|odoo:102|delivered|100.00|2024-03-02T09:00Z|2024-03-20|2024-03-18",
                        "odoo:2|odoo:23|odoo:103|open|1200.00|2024-05-06T09:00Z||");
        assertThat(rows(
                        "order_lines",
                        "order_id",
                        "line",
                        "product_id",
                        "quantity",
                        "unit_price",
                        "unit_cost",
                        "amount"))
                .containsExactlyInAnyOrder(
                        "odoo:1|2|odoo:33|1.0|13.60||13.60",
                        "odoo:1|3|odoo:31|8.0|10.80|7.50|86.40",
                        "odoo:2|1|odoo:31|120.0|10.00|7.50|1200.00");
        assertThat(rows("quotes", "quote_id", "opportunity_id", "status", "amount", "list_amount", "sent_at"))
                .containsExactlyInAnyOrder(
                        "odoo:3|odoo:101|draft|120.00|125.00|",
                        "odoo:4|odoo:101|expired|240.00||2024-11-01T09:00Z",
                        "odoo:5|odoo:105|rejected|360.00||2024-06-01T09:00Z");
    }

    @Test
    void readsProductsTheirPricesAndTheirStock() {
        assertThat(rows("products", "product_id", "name", "family", "list_price", "unit_cost", "unit", "active"))
                .containsExactlyInAnyOrder(
                        "odoo:31|Pump|All / Pumps|12.00|7.50|Units|true",
                        "odoo:32|Pump|All / Pumps|12.00||Units|true",
                        "odoo:33|Montáž|All / Pumps|99.90||Units|false");
        assertThat(rows("price_list", "product_id", "valid_from", "valid_to", "price"))
                .containsExactlyInAnyOrder(
                        "odoo:31|2024-01-01|2024-12-31|11.50", "odoo:32|2024-01-01|2024-12-31|11.50");
        assertThat(rows("stock_levels", "product_id", "location", "day", "on_hand"))
                .containsExactly("odoo:31|WH/Stock|2024-12-31|6.5");
    }

    @Test
    void readsPlannedAndDoneActivitiesAndMeetings() {
        assertThat(rows(
                        "activities",
                        "activity_id",
                        "kind",
                        "account_id",
                        "opportunity_id",
                        "owner_id",
                        "status",
                        "planned_at",
                        "done_at",
                        "duration_minutes"))
                .containsExactlyInAnyOrder(
                        "odoo:planned-1|call|odoo:20|odoo:101|@6|planned|2025-01-08T00:00Z||",
                        "odoo:done-2001|call|odoo:20|odoo:102|@6|done||2024-02-05T14:00Z|",
                        "odoo:meeting-1|meeting|odoo:20|odoo:102|@6|done|2024-02-20T09:00Z|2024-02-20T09:00Z|90.0");
        assertThat(rows("campaigns", "campaign_id", "name")).containsExactly("odoo:1|Fair 2024");
    }

    @Test
    void readsTicketsAndTheirTimes() {
        assertThat(rows(
                        "requests",
                        "request_id",
                        "account_id",
                        "agent_id",
                        "team_id",
                        "channel",
                        "category",
                        "priority",
                        "status",
                        "opened_at",
                        "first_response_at",
                        "resolved_at"))
                .containsExactlyInAnyOrder(
                        "odoo:1||||||Medium|open|2024-12-30T08:00Z||",
                        "odoo:2|odoo:20|@6|odoo:helpdesk-1|Web|Fault|High|resolved|2024-11-01T08:00Z|"
                                + "2024-11-01T08:30Z|2024-11-03T16:00Z",
                        "odoo:3|odoo:24|@6|odoo:helpdesk-1|Web|Fault|Very High|open|2024-11-02T08:00Z||",
                        "odoo:4|odoo:20|@6|odoo:helpdesk-1|Web|Fault|Low|pending|2024-12-15T08:00Z||",
                        "odoo:6|odoo:20|@8|odoo:helpdesk-1|Web|Fault|Medium|resolved|2024-10-16T08:00Z||"
                                + "2024-10-17T08:00Z");
        assertThat(rows("request_changes", "request_id", "changed_at", "field", "old_value", "new_value", "changed_by"))
                .containsExactlyInAnyOrder(
                        "odoo:1|2024-12-30T08:00Z|status||open|",
                        "odoo:2|2024-11-01T08:00Z|status||open|",
                        "odoo:2|2024-11-01T08:20Z|agent_id||@6|@6",
                        "odoo:2|2024-11-01T09:00Z|status|open|open|@6",
                        "odoo:2|2024-11-03T16:00Z|status|open|resolved|@6",
                        "odoo:3|2024-11-02T08:00Z|status||open|@6",
                        "odoo:3|2024-11-05T12:00Z|status|open|resolved|@6",
                        "odoo:3|2024-11-06T09:00Z|status|resolved|open|@6",
                        "odoo:4|2024-12-15T08:00Z|status||open|@6",
                        "odoo:4|2024-12-20T10:00Z|status|open|pending|@6",
                        "odoo:6|2024-10-16T08:00Z|status||resolved|@6");
    }

    @Test
    void readsCoursesAndWhoCompletedThem() {
        assertThat(rows("trainings", "training_id", "programme", "held_on", "hours", "trainer_id"))
                .containsExactlyInAnyOrder(
                        "odoo:1|Sales basics|2024-09-01|2.5|@2", "odoo:2|Sales basics|2024-08-21|2.5|@2");
        assertThat(rows("training_attendance", "training_id", "user_id", "status"))
                .containsExactlyInAnyOrder("odoo:1|@6|attended", "odoo:2|@8|enrolled");
    }

    @Test
    void readsADatabaseWithoutOtherAppsAsOfAnEarlierDay(@TempDir Path lake) throws SQLException, IOException {
        create("odoo16_crm", "schema.sql", "data.sql");
        AsOf may = new AsOf(LocalDate.of(2024, 5, 3), ZoneOffset.UTC);
        try (PresetNight early = PresetNight.of(lake, may, "EUR", source("odoo16_crm"))) {
            assertThat(early.rows("opportunities", "opportunity_id", "stage", "outcome", "closed_at", "amount"))
                    .containsExactlyInAnyOrder(
                            "odoo:102|Won|won|2024-03-01T12:00Z|5000.00",
                            "odoo:103|New|open||1200.00",
                            "odoo:105|New|open||300.00",
                            "odoo:106|New|open||300.00",
                            "odoo:107|Qualified|open||310.00",
                            "odoo:110|Qualified|lost|2024-05-01T10:00Z|500.00",
                            "odoo:111|Won|won|2024-05-02T10:00Z|510.00",
                            "odoo:117|Qualified|open||540.00",
                            "odoo:118|Proposition|open||550.00",
                            "odoo:121|Zmluva|open||570.00",
                            "odoo:122|Proposition|lost|2024-02-20T08:00Z|580.00",
                            "odoo:125|Won|won|2023-12-15T10:00Z|320.00");
            assertThat(early.rows("opportunities", "opportunity_id", "probability"))
                    .contains("odoo:102|1.0", "odoo:106|", "odoo:107|", "odoo:110|0.0", "odoo:117|0.35");
            assertThat(early.rows("opportunity_changes", "opportunity_id", "changed_at", "field", "new_value"))
                    .contains("odoo:106|2024-05-01T08:05Z|stage|New", "odoo:110|2024-05-01T10:00Z|outcome|lost");
            assertThat(early.rows("orders", "order_id")).isEmpty();
            assertThat(early.rows("requests", "request_id")).isEmpty();
        }
    }

    @Test
    void saysWhatDiffersInAnotherVersion(@TempDir Path lake) throws SQLException, IOException {
        create("odoo15", "schema.sql", "data.sql");
        execute("odoo15", "alter table crm_lead rename lost_reason_id to lost_reason");
        try (PresetNight other = PresetNight.prepared(lake, END_OF_YEAR, "EUR", source("odoo15"))) {
            assertThatThrownBy(other::run)
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessageStartingWith("Cannot read crm_lead of source odoo: crm_lead has no column"
                            + " lost_reason_id; it has id, campaign_id,");
        }
        execute("odoo15", "alter table crm_lead rename lost_reason to lost_reason_id");
        execute("odoo15", "alter table mail_tracking_value rename field to field_id");
        try (PresetNight other =
                PresetNight.prepared(Files.createDirectory(lake.resolve("17")), END_OF_YEAR, "EUR", source("odoo15"))) {
            assertThatThrownBy(other::run)
                    .isInstanceOf(UnreadableSource.class)
                    .hasMessageStartingWith("Cannot read crm_tracking of source odoo: ")
                    .hasMessageContaining("v.field");
        }
    }

    /** Rows with {@code @6} for the pseudonym of user or contact 6. */
    private static List<String> rows(String table, String... columns) {
        return withPersons(night.rows(table, columns));
    }

    private static List<String> rows(TableSpec table, String... columns) {
        return night.rows(table, columns);
    }

    private static List<String> withPersons(List<String> rows) {
        return rows.stream()
                .map(row -> PERSONS.stream()
                        .reduce(row, (text, id) -> text.replace(PresetNight.person("odoo:" + id), "@" + id)))
                .toList();
    }

    static void create(String database, String... scripts) throws SQLException, IOException {
        try (Connection server = Servers.postgres();
                Statement statement = server.createStatement()) {
            statement.execute("create database " + database);
        }
        for (String script : scripts) {
            execute(database, resource(script));
        }
        execute(database, grants().replace("kvartal_odoo", reader(database)));
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(database), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = OdooPresetTest.class.getResourceAsStream("/odoo-16/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The SQL that the guide tells people to run. */
    private static String grants() throws IOException {
        return Files.readString(GUIDE).split("```sql\n")[1].split("```")[0];
    }

    static String source(String database) {
        return """
                sources:
                  odoo:
                    preset: odoo-16
                    url: %s
                    user: %s
                """.formatted(url(database), reader(database));
    }

    private static String reader(String database) {
        return "reader_of_" + database;
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + Servers.postgresPort() + "/" + database;
    }
}

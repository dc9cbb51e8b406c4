package org.kvartal.ingest.preset;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.ingest.model.AsOf;
import org.kvartal.ingest.quality.QualityTables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Base currency USD, project in EUR: a dollar is 1.00 euros from January on and 0.80 since two days before the night of
 * 2024-06-30, a pound always 1.20; a crown has a present rate only.
 */
class EspoCrmPresetTest {
    private static final AsOf AS_OF = new AsOf(LocalDate.parse("2024-06-30"), ZoneOffset.UTC);

    @TempDir
    static Path home;

    private static PresetNight night;
    private static KnownPersons known;

    @BeforeAll
    static void runANight() throws SQLException {
        MariaDbFixture espo = MariaDbFixture.of("espocrm", "espocrm.md", "espocrm/schema.sql", "espocrm/data.sql");
        night = PresetNight.of(home, AS_OF, "EUR", espo.sources(home, "espocrm", "currency: USD"));
        known = new KnownPersons(night, "crm", List.of("system", "u-ann", "u-bob", "con-1", "con-2"));
    }

    @AfterAll
    static void close() {
        if (night != null) {
            night.close();
        }
    }

    private static List<String> rows(String table, String... columns) {
        return known.rows(table, columns);
    }

    @Test
    void readsOpportunitiesAsTheyStoodAtTheEndOfTheNight() {
        assertThat(rows(
                        "opportunities",
                        "opportunity_id",
                        "account_id",
                        "owner_id",
                        "team_id",
                        "stage",
                        "outcome",
                        "amount",
                        "amount_original",
                        "currency",
                        "probability"))
                .containsExactly(
                        "opp-01|acc-a|u-ann|t-south|Closed Won|won|1000.00|1000.00|USD|1.0",
                        "opp-02|acc-a|u-ann||Closed Won|won|500.00|500.00|EUR|1.0",
                        "opp-03||u-bob||Closed Lost|lost|960.00|800.00|GBP|0.0",
                        "opp-05|acc-b|u-ann||Pilot|open|40.00|1000.00|CZK|0.55",
                        "opp-06|acc-b|u-ann||Negotiation|open|2000.00|2000.00|EUR|0.8",
                        "opp-07|acc-b|u-ann||Closed Won|won|400.00|400.00|EUR|1.0",
                        "opp-08|acc-b|u-ann||Negotiation|open|600.00|600.00|EUR|0.8",
                        "opp-09|acc-b|u-ann||Closed Won|won|700.00|700.00|EUR|1.0",
                        "opp-10|acc-b|u-ann||Closed Won|won|60.00|60.00|EUR|1.0",
                        "opp-11|acc-b|u-ann||Closed Lost|lost|70.00|70.00|EUR|0.0",
                        "opp-13|acc-b|u-ann||Proposal|open|90.00|90.00|EUR|0.5",
                        "opp-14||||Closed Lost|lost|0.00|0.00|USD|0.0",
                        "opp-15|acc-b|u-ann||Qualification|open|10.00|10.00|EUR|");
        assertThat(rows("opportunities", "name", "source", "campaign_id").get(0))
                .isEqualTo("Alpha: servers|Web Site|cam-1");
    }

    @Test
    void tellsWhenOpportunitiesClosedFromTheStreamElseFromTheCloseDate() {
        assertThat(rows(
                        "opportunities",
                        "opportunity_id",
                        "created_at",
                        "stage_entered_at",
                        "closed_at",
                        "expected_close_date"))
                .containsExactly(
                        "opp-01|2024-01-05T08:00Z|2024-02-20T14:30Z|2024-02-20T14:30Z|2024-03-31",
                        "opp-02|2024-03-01T09:00Z|2024-03-15T00:00Z|2024-03-15T00:00Z|2024-03-15",
                        "opp-03|2024-01-05T08:00Z|2024-04-02T10:00Z|2024-04-02T10:00Z|2024-04-02",
                        "opp-05|2024-01-09T08:00Z|2024-01-09T08:00Z||2024-09-01",
                        "opp-06|2024-02-01T08:00Z|2024-06-01T09:00Z||2024-08-15",
                        "opp-07|2024-01-10T08:00Z|2024-05-20T16:00Z|2024-05-20T16:00Z|2024-05-20",
                        "opp-08|2024-01-11T08:00Z|2024-02-03T11:00Z||2024-07-15",
                        "opp-09|2023-11-30T00:00Z|2023-11-30T00:00Z|2023-11-30T00:00Z|2023-11-30",
                        "opp-10|2024-06-10T08:00Z|2024-06-12T09:00Z|2024-06-12T09:00Z|2024-09-30",
                        "opp-11|2024-05-01T08:00Z|2024-05-05T12:00Z|2024-05-05T12:00Z|2024-05-05",
                        "opp-13|2024-06-01T10:00Z|2024-06-02T10:00Z||2024-12-01",
                        "opp-14|2024-06-03T10:00Z|2024-06-03T10:00Z|2024-06-03T10:00Z|2024-06-03",
                        "opp-15|2024-06-04T10:00Z|2024-06-04T10:00Z||");
    }

    @Test
    void readsTheHistoryOfOpportunitiesFromTheNotesOfTheirStream() {
        assertThat(rows(
                        "opportunity_changes",
                        "opportunity_id",
                        "changed_at",
                        "field",
                        "old_value",
                        "new_value",
                        "changed_by"))
                .containsExactly(
                        "opp-01|2024-01-05T08:00Z|owner_id||u-ann|u-ann",
                        "opp-01|2024-01-05T08:00Z|stage||Prospecting|u-ann",
                        "opp-01|2024-01-10T09:00Z|stage|Prospecting|Negotiation|u-ann",
                        "opp-01|2024-02-01T09:00Z|amount_original|1200|1000|u-ann",
                        "opp-01|2024-02-20T14:30Z|expected_close_date|2024-03-31|2024-02-20|u-ann",
                        "opp-01|2024-02-20T14:30Z|stage|Negotiation|Closed Won|u-ann",
                        "opp-01|2024-03-01T09:00Z|owner_id|u-ann|u-bob|u-ann",
                        "opp-01|2024-03-02T09:00Z|owner_id|u-bob|u-ann|u-ann",
                        "opp-02|2024-03-01T09:00Z|stage||Closed Won|u-ann",
                        "opp-03|2024-01-05T08:00Z|stage||Proposal|u-bob",
                        "opp-03|2024-04-02T10:00Z|stage|Proposal|Closed Lost|u-bob",
                        "opp-05|2024-01-09T08:00Z|stage||Pilot|u-ann",
                        "opp-06|2024-02-01T08:00Z|stage||Prospecting|u-ann",
                        "opp-06|2024-06-01T09:00Z|stage|Prospecting|Negotiation|u-ann",
                        "opp-07|2024-01-10T08:00Z|stage||Prospecting|u-ann",
                        "opp-07|2024-03-01T10:00Z|stage|Prospecting|Closed Lost|u-ann",
                        "opp-07|2024-03-10T10:00Z|stage|Closed Lost|Qualification|u-ann",
                        "opp-07|2024-05-20T16:00Z|stage|Qualification|Closed Won|u-ann",
                        "opp-08|2024-01-11T08:00Z|stage||Negotiation|u-ann",
                        "opp-08|2024-02-01T11:00Z|stage|Negotiation|Closed Won|u-ann",
                        "opp-08|2024-02-03T11:00Z|stage|Closed Won|Negotiation|u-ann",
                        "opp-09|2024-05-02T08:00Z|stage||Closed Won|u-ann",
                        "opp-10|2024-06-10T08:00Z|stage||Closed Won|u-ann",
                        "opp-11|2024-05-01T08:00Z|stage||Prospecting|u-ann",
                        "opp-11|2024-05-05T12:00Z|stage|Prospecting|Qualification|u-ann",
                        "opp-11|2024-05-05T12:00:00.000001Z|stage|Qualification|Closed Lost|u-ann",
                        "opp-13|2024-06-01T10:00Z|stage||Qualification|u-ann",
                        "opp-13|2024-06-02T10:00Z|stage|Qualification|Proposal|u-ann",
                        "opp-14|2024-06-03T10:00Z|stage||Closed Lost|",
                        "opp-15|2024-06-04T10:00Z|owner_id||u-ann|u-ann",
                        "opp-15|2024-06-04T10:00Z|stage||Qualification|u-ann");
    }

    @Test
    void readsCasesWithTheTimesThatTheirStreamTells() {
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
                .containsExactly(
                        "case-1|acc-a|u-ann|t-south|mail|Incident|High|resolved"
                                + "|2024-03-01T08:00Z|2024-03-01T11:00Z|2024-03-05T10:00Z",
                        "case-2||u-bob||||Low|resolved|2024-04-01T08:00Z||2024-04-04T08:00Z",
                        "case-3|acc-b|u-ann|||Incident|High|pending|2024-06-20T08:00Z||");
        assertThat(rows("request_changes", "request_id", "changed_at", "field", "old_value", "new_value"))
                .containsExactly(
                        "case-1|2024-03-01T08:00Z|status||open",
                        "case-1|2024-03-02T10:00Z|status|open|resolved",
                        "case-1|2024-03-03T10:00Z|status|resolved|open",
                        "case-1|2024-03-05T10:00Z|status|open|resolved",
                        "case-1|2024-03-06T10:00Z|status|resolved|resolved",
                        "case-2|2024-04-01T08:00Z|status||resolved",
                        "case-3|2024-06-20T08:00Z|status||pending",
                        "case-3|2024-06-21T08:00Z|category||Incident",
                        "case-3|2024-06-21T08:00Z|priority|Low|High");
    }

    @Test
    void turnsRatesOfTheBaseCurrencyIntoTheProjectsCurrencyByDay() {
        assertThat(rows("exchange_rates", "currency", "day", "rate"))
                .containsExactly(
                        "CZK|2024-06-30|0.0400000000",
                        "GBP|2024-01-01|1.2000000000",
                        "GBP|2024-06-28|1.2000000000",
                        "USD|2024-01-01|1.0000000000",
                        "USD|2024-06-28|0.8000000000");
    }

    @Test
    void readsUsersAccountsContactsLeadsCampaignsAndActivities() {
        assertThat(rows("users", "user_id", "name", "role", "team_id", "active", "started_on"))
                .containsExactlyInAnyOrder(
                        "system|name of system|system||true|2023-01-02",
                        "u-ann|name of u-ann|Seller|t-north|true|2023-02-01",
                        "u-bob|name of u-bob|regular||false|2023-02-01");
        assertThat(rows("teams", "team_id", "name")).containsExactly("t-north|North", "t-south|South");
        assertThat(rows("accounts", "account_id", "name", "segment", "industry", "country", "owner_id"))
                .containsExactly("acc-a|Alpha|Customer|Banking|Slovakia|u-ann", "acc-b|Beta||||");
        assertThat(rows("contacts", "contact_id", "account_id", "name", "email"))
                .containsExactlyInAnyOrder("con-1|acc-a|name of con-1|***", "con-2||name of con-2|");
        assertThat(rows("leads", "lead_id", "source", "campaign_id", "status", "opportunity_id", "converted_at"))
                .containsExactly(
                        "lead-1|Web Site|cam-1|New||",
                        "lead-2|||Converted|opp-01|2024-01-05T07:59Z",
                        "lead-3|||Converted||2024-01-09T08:00Z");
        assertThat(rows("campaigns", "campaign_id", "name", "channel", "started_on", "ended_on"))
                .containsExactly("cam-1|Spring|Email|2024-03-01|2024-03-31");
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
                .containsExactly(
                        "call-1|call|acc-a|opp-01|u-ann|done|2024-01-06T09:00Z|2024-01-06T10:15Z|75.0",
                        "mail-1|mail|acc-a|opp-01|u-ann|done||2024-01-20T08:05Z|",
                        "meet-1|meeting|acc-b||u-ann|cancelled|2024-05-06T09:00Z||120.0",
                        "task-1|task|acc-b|opp-05|u-ann|done|2024-01-20T09:00Z|2024-01-19T16:00Z|");
    }

    @Test
    void namesEveryRepairAndRefersToNothingThatIsNotThere() {
        assertThat(known.rows(QualityTables.FLAGS, "table", "key", "rule").stream()
                        .filter(row -> !row.contains("|open-") && !row.endsWith("exchange-rate-of-another-day")))
                .containsExactlyInAnyOrder(
                        "contacts|con-2|deleted-account-left-out",
                        "leads|lead-3|converted-at-from-last-change",
                        "opportunities|opp-03|deleted-account-left-out",
                        "opportunities|opp-09|created-at-from-close",
                        "opportunities|opp-10|closed-at-from-last-change",
                        "requests|case-2|deleted-account-left-out",
                        "requests|case-2|resolved-at-from-last-change");
    }

    @Test
    void saysWhereEveryRowHasGone() {
        assertThat(night.rows(
                        QualityTables.ROW_BALANCE,
                        "table",
                        "read_count",
                        "derived_count",
                        "loaded_count",
                        "quarantined_count",
                        "deduplicated_count",
                        "filtered_count"))
                .contains(
                        "opportunities|15|0|13|0|0|2",
                        "opportunity_changes|28|10|31|0|0|7",
                        "requests|4|0|3|0|0|1",
                        "request_changes|9|2|9|0|0|2",
                        "exchange_rates|10|2|5|0|0|7",
                        "activities|6|0|4|0|0|2");
        assertThat(night.rows(QualityTables.FILTERS, "table", "rule", "filtered_count"))
                .contains(
                        "opportunity_changes|after-as-of|5",
                        "opportunity_changes|of-deleted-opportunity|1",
                        "opportunity_changes|soft-deleted|1",
                        "request_changes|tells-of-no-change|1",
                        "exchange_rates|known-by-day|2",
                        "exchange_rates|no-rate-to-project-currency|1");
    }
}

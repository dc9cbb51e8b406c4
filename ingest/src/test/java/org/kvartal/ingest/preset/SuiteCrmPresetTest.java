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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Base currency USD, project in EUR; a dollar is 0.90 euros and 0.80 pounds. The night is that of 2024-06-30. */
class SuiteCrmPresetTest {
    private static final AsOf AS_OF = new AsOf(LocalDate.parse("2024-06-30"), ZoneOffset.UTC);

    @TempDir
    static Path home;

    private static MariaDbFixture suite;
    private static PresetNight night;
    private static KnownPersons known;

    @BeforeAll
    static void runANight() throws SQLException {
        suite = MariaDbFixture.of("suitecrm", "suitecrm-7.md", "suitecrm-7/schema.sql", "suitecrm-7/data.sql");
        night = PresetNight.of(home, AS_OF, "EUR", suite.sources(home, "suitecrm-7", "currency: USD"));
        known = new KnownPersons(night, "crm", List.of("1", "u-ann", "u-bob", "u-cyd", "con-1", "con-2"));
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
                        "opp-01|acc-a|u-ann|g-north|Closed Won|won|900.00|1000.00|USD|1.0",
                        "opp-02|acc-a|u-ann||Closed Won|won|500.00|500.00|EUR|1.0",
                        "opp-03|acc-b|u-ann|g-north|Closed Lost|lost|900.00|800.00|GBP|0.0",
                        "opp-05||u-bob||Id. Decision Makers|open|90.00|100.00|USD|0.4",
                        "opp-06|acc-b|u-cyd||Pilot Running|open|270.00|300.00|USD|0.55",
                        "opp-07|acc-d|u-ann||Negotiation/Review|open|1800.00|2000.00|USD|0.8",
                        "opp-08||u-ann||Closed Won|won|360.00|400.00|USD|1.0",
                        "opp-09||u-ann||Negotiation/Review|open|540.00|600.00|USD|0.8",
                        "opp-10||u-ann||Prospecting|open|450.00|400.00|GBP|0.1",
                        "opp-11||u-ann||Qualification|open|900.00|1000.00|USD|0.2",
                        "opp-12||u-ann||Closed Won|won|630.00|700.00|USD|1.0",
                        "opp-13||u-ann||Closed Lost|lost|45.00|50.00|USD|0.0",
                        "opp-14||u-ann||Closed Won|won|54.00|60.00|USD|1.0",
                        "opp-15||u-ann||Closed Lost|lost|63.00|70.00|USD|0.0",
                        "opp-17||u-ann||Needs Analysis|open|81.00|90.00|USD|0.25",
                        "opp-18||||Prospecting|open|225.00|250.00|USD|",
                        "opp-19||u-ann||Closed Lost|lost|0.00|0.00|GBP|0.0");
        assertThat(rows("opportunities", "name", "source", "campaign_id").get(0))
                .isEqualTo("Alpha: servers |Trade Show|cam-1");
    }

    @Test
    void tellsWhenOpportunitiesClosedFromTheAuditElseFromTheCloseDate() {
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
                        "opp-05|2024-01-08T08:00Z|2024-01-08T08:00Z||2024-08-01",
                        "opp-06|2024-01-09T08:00Z|2024-01-09T08:00Z||2024-09-01",
                        "opp-07|2024-02-01T08:00Z|2024-06-01T09:00Z||2024-08-15",
                        "opp-08|2024-01-10T08:00Z|2024-05-20T16:00Z|2024-05-20T16:00Z|2024-05-20",
                        "opp-09|2024-01-11T08:00Z|2024-02-03T11:00Z||2024-07-15",
                        "opp-10|2024-01-12T08:00Z|2024-01-12T08:00Z||2024-10-01",
                        "opp-11|2024-01-13T08:00Z|2024-01-13T08:00Z||2024-10-01",
                        "opp-12|2023-11-30T00:00Z|2023-11-30T00:00Z|2023-11-30T00:00Z|2023-11-30",
                        "opp-13|2024-04-10T11:00Z|2024-04-10T11:00Z|2024-04-10T11:00Z|2024-04-10",
                        "opp-14|2024-06-10T08:00Z|2024-06-12T09:00Z|2024-06-12T09:00Z|2024-09-30",
                        "opp-15|2024-05-01T08:00Z|2024-05-05T12:00Z|2024-05-05T12:00Z|2024-05-05",
                        "opp-17|2024-06-01T10:00Z|2024-06-01T10:00Z||2024-12-01",
                        "opp-18|2024-06-02T10:00Z|2024-06-02T10:00Z||2024-12-01",
                        "opp-19|2024-06-03T10:00Z|2024-06-20T10:00Z|2024-06-20T10:00Z|2024-06-20");
    }

    @Test
    void namesEveryRepair() {
        assertThat(known.rows(QualityTables.FLAGS, "table", "key", "rule", "kind").stream()
                        .filter(row -> row.endsWith("|row"))
                        .filter(row -> !row.contains("|open-")))
                .containsExactlyInAnyOrder(
                        "contacts|con-2|deleted-account-left-out|row",
                        "leads|lead-4|converted-at-from-last-change|row",
                        "opportunities|opp-03|account-from-newest-link|row",
                        "opportunities|opp-05|deleted-account-left-out|row",
                        "opportunities|opp-10|base-amount-from-entered|row",
                        "opportunities|opp-11|deleted-currency-as-base|row",
                        "opportunities|opp-12|created-at-from-close|row",
                        "opportunities|opp-14|closed-at-from-last-change|row",
                        "quotes|quo-1|decided-at-from-last-change|row",
                        "quotes|quo-5|decided-at-from-last-change|row",
                        "requests|case-13|resolved-at-from-last-change|row",
                        "requests|case-4|resolved-at-from-last-change|row",
                        "requests|case-5|deleted-account-left-out|row",
                        "activities|task-1|done-at-from-last-change|row");
    }

    @Test
    void refersToNothingThatIsNotThere() {
        assertThat(night.rows(QualityTables.FLAGS, "table", "key", "column", "kind"))
                .filteredOn(row -> row.endsWith("|reference"))
                .isEmpty();
    }

    @Test
    void keepsEveryStageChangeAndAddsTheFirstStage() {
        assertThat(rows(
                        "opportunity_changes",
                        "opportunity_id",
                        "changed_at",
                        "field",
                        "old_value",
                        "new_value",
                        "changed_by"))
                .filteredOn(row -> row.contains("|stage|"))
                .containsExactly(
                        "opp-01|2024-01-05T08:00Z|stage||Prospecting|u-ann",
                        "opp-01|2024-01-10T09:00Z|stage|Prospecting|Qualification|u-ann",
                        "opp-01|2024-02-20T14:30Z|stage|Qualification|Closed Won|u-ann",
                        "opp-02|2024-03-01T09:00Z|stage||Closed Won|u-ann",
                        "opp-03|2024-01-05T08:00Z|stage||Perception Analysis|u-ann",
                        "opp-03|2024-04-02T10:00Z|stage|Perception Analysis|Closed Lost|u-ann",
                        "opp-05|2024-01-08T08:00Z|stage||Id. Decision Makers|u-bob",
                        "opp-06|2024-01-09T08:00Z|stage||Pilot Running|u-cyd",
                        "opp-07|2024-02-01T08:00Z|stage||Prospecting|u-ann",
                        "opp-07|2024-06-01T09:00Z|stage|Prospecting|Negotiation/Review|u-ann",
                        "opp-08|2024-01-10T08:00Z|stage||Prospecting|u-ann",
                        "opp-08|2024-03-01T10:00Z|stage|Prospecting|Closed Lost|u-ann",
                        "opp-08|2024-03-10T10:00Z|stage|Closed Lost|Qualification|u-ann",
                        "opp-08|2024-05-20T16:00Z|stage|Qualification|Closed Won|u-ann",
                        "opp-09|2024-01-11T08:00Z|stage||Negotiation/Review|u-ann",
                        "opp-09|2024-02-01T11:00Z|stage|Negotiation/Review|Closed Won|u-ann",
                        "opp-09|2024-02-03T11:00Z|stage|Closed Won|Negotiation/Review|u-ann",
                        "opp-10|2024-01-12T08:00Z|stage||Prospecting|u-ann",
                        "opp-11|2024-01-13T08:00Z|stage||Qualification|u-ann",
                        "opp-12|2023-11-30T00:00Z|stage||Closed Won|u-ann",
                        "opp-13|2024-04-10T11:00Z|stage||Closed Lost|u-ann",
                        "opp-14|2024-06-10T08:00Z|stage||Closed Won|u-ann",
                        "opp-15|2024-05-01T08:00Z|stage||Prospecting|u-ann",
                        "opp-15|2024-05-05T12:00Z|stage|Prospecting|Qualification|u-ann",
                        "opp-15|2024-05-05T12:00:00.000001Z|stage|Qualification|Closed Lost|u-ann",
                        "opp-17|2024-06-01T10:00Z|stage||Prospecting|u-ann",
                        "opp-17|2024-06-01T10:00:00.000001Z|stage|Prospecting|Needs Analysis|1",
                        "opp-18|2024-06-02T10:00Z|stage||Prospecting|",
                        "opp-19|2024-06-03T10:00Z|stage||Prospecting|u-ann",
                        "opp-19|2024-06-20T10:00Z|stage|Prospecting|Closed Lost|u-ann");
    }

    @Test
    void namesTheOtherChangesAfterTheColumnsOfOpportunities() {
        assertThat(rows("opportunity_changes", "opportunity_id", "changed_at", "field", "old_value", "new_value"))
                .filteredOn(row -> !row.contains("|stage|"))
                .containsExactly(
                        "opp-01|2024-02-01T09:00Z|amount|1080.00|900.00",
                        "opp-01|2024-02-20T14:30Z|expected_close_date|2024-03-31|2024-02-20",
                        "opp-01|2024-02-20T14:30Z|probability|0.2|1.0");
    }

    @Test
    void readsCasesWithTheTimesThatTheirAuditAndUpdatesTell() {
        assertThat(rows(
                        "requests",
                        "request_id",
                        "account_id",
                        "agent_id",
                        "team_id",
                        "category",
                        "priority",
                        "status",
                        "opened_at",
                        "first_response_at",
                        "resolved_at"))
                .containsExactly(
                        "case-1|acc-a|u-cyd|g-south|Product|High|resolved"
                                + "|2024-03-01T08:00Z|2024-03-01T11:00Z|2024-03-05T10:00Z",
                        "case-11|||||High|resolved|2024-05-02T08:00Z||2024-05-03T08:00Z",
                        "case-12|||||High|open|2024-05-02T08:00Z||",
                        "case-13|||||High|resolved|2024-05-02T08:00Z||2024-05-09T08:00Z",
                        "case-2|acc-a|u-cyd||User|Medium|open|2024-03-01T08:00Z||",
                        "case-3|acc-b|u-cyd||User|Medium|resolved|2024-03-01T08:00Z||2024-03-08T10:00Z",
                        "case-4|acc-b|u-cyd|||Low|resolved|2024-04-01T08:00Z||2024-04-04T08:00Z",
                        "case-5||u-bob||Administration|Low|pending|2024-04-05T08:00Z||",
                        "case-6|acc-a|u-cyd|||High|open|2024-06-20T08:00Z||",
                        "case-8|acc-a|u-ann|||P9|resolved|2024-04-30T08:00Z||2024-05-01T09:00Z",
                        "case-9||||||open|2024-05-01T08:00Z||");
    }

    @Test
    void keepsTheHistoryOfCasesAndAddsTheFirstStatus() {
        assertThat(rows("request_changes", "request_id", "changed_at", "field", "old_value", "new_value", "changed_by"))
                .containsExactly(
                        "case-1|2024-03-01T08:00Z|status||open|u-cyd",
                        "case-1|2024-03-01T12:00Z|status|open|open|u-cyd",
                        "case-1|2024-03-05T10:00Z|state|Open|Closed|u-cyd",
                        "case-1|2024-03-05T10:00Z|status|open|resolved|u-cyd",
                        "case-11|2024-05-02T08:00Z|status||open|1",
                        "case-11|2024-05-03T08:00Z|status|open|resolved|1",
                        "case-12|2024-05-02T08:00Z|status||open|1",
                        "case-12|2024-05-03T08:00Z|state|Open|Closed|1",
                        "case-12|2024-05-03T08:00Z|status|open|resolved|1",
                        "case-12|2024-05-04T08:00Z|status|resolved|open|1",
                        "case-13|2024-05-02T08:00Z|status||resolved|1",
                        "case-2|2024-03-01T08:00Z|status||open|u-cyd",
                        "case-2|2024-03-02T10:00Z|state|Open|Closed|u-cyd",
                        "case-2|2024-03-02T10:00Z|status|open|resolved|u-cyd",
                        "case-2|2024-03-03T08:00Z|state|Closed|Open|u-cyd",
                        "case-2|2024-03-03T08:00Z|status|resolved|open|u-cyd",
                        "case-3|2024-03-01T08:00Z|status||resolved|u-cyd",
                        "case-3|2024-03-02T10:00Z|state|Open|Closed|u-cyd",
                        "case-3|2024-03-04T10:00Z|state|Closed|Open|u-cyd",
                        "case-3|2024-03-08T10:00Z|state|Open|Closed|u-cyd",
                        "case-3|2024-03-09T08:00Z|status|resolved|resolved|u-cyd",
                        "case-4|2024-04-01T08:00Z|status||resolved|u-cyd",
                        "case-5|2024-04-05T08:00Z|status||pending|u-cyd",
                        "case-6|2024-06-20T08:00Z|status||open|u-cyd",
                        "case-6|2024-06-21T08:00Z|priority|Medium|High|u-cyd",
                        "case-8|2024-04-30T08:00Z|status||open|u-cyd",
                        "case-8|2024-05-01T09:00Z|status|open|resolved|u-cyd",
                        "case-9|2024-05-01T08:00Z|status||open|1");
    }

    @Test
    void turnsTheOneRatePerCurrencyIntoTheProjectsCurrency() {
        assertThat(rows("exchange_rates", "currency", "day", "rate"))
                .containsExactly("GBP|2024-06-25|1.1250000000", "USD|2024-06-25|0.9000000000");
    }

    @Test
    void keepsUsersWhoWereDeletedBecauseTheirWorkNamesThem() {
        assertThat(rows("users", "user_id", "name", "email", "role", "team_id", "manager_id", "active", "started_on"))
                .containsExactlyInAnyOrder(
                        "1|name of 1|||||true|2023-01-02",
                        "u-ann|name of u-ann|***|Sales|g-south||true|2023-02-01",
                        "u-bob|name of u-bob||Seller||u-ann|false|2023-02-01",
                        "u-cyd|name of u-cyd||Agent|g-north|u-ann|true|2023-03-01");
        assertThat(rows("teams", "team_id", "name")).containsExactly("g-north|North", "g-south|South");
    }

    @Test
    void readsAccountsContactsLeadsAndCampaigns() {
        assertThat(rows(
                        "accounts",
                        "account_id",
                        "name",
                        "segment",
                        "industry",
                        "country",
                        "annual_revenue",
                        "employees",
                        "parent_account_id",
                        "owner_id"))
                .containsExactly(
                        "acc-a|Alpha|Customer|Banking|Slovakia|2.5|120||u-ann",
                        "acc-b|Beta|Prospect|Energy|Czechia|||acc-a|u-cyd",
                        "acc-d|Delta|||||||");
        assertThat(rows("contacts", "contact_id", "account_id", "name", "email", "phone", "job_title"))
                .containsExactlyInAnyOrder("con-1|acc-b|name of con-1|***|***|Buyer", "con-2||name of con-2||***|");
        assertThat(rows(
                        "leads",
                        "lead_id",
                        "source",
                        "campaign_id",
                        "owner_id",
                        "status",
                        "opportunity_id",
                        "converted_at"))
                .containsExactly(
                        "lead-1|Web Site|cam-1|u-ann|New||",
                        "lead-2|Trade Show||u-ann|Converted|opp-01|2024-01-05T07:59Z",
                        "lead-3|||u-ann|Converted|opp-02|2024-03-01T09:00Z",
                        "lead-4|||u-ann|Converted||2024-01-09T08:00Z");
        assertThat(rows("campaigns", "campaign_id", "name", "channel", "cost", "started_on", "ended_on"))
                .containsExactly(
                        "cam-1|Spring|Email|900.00|2024-03-01|2024-03-31", "cam-2|Fair|Telesales|1000.00|2024-04-01|");
    }

    @Test
    void readsProductsQuotesAndInvoices() {
        assertThat(rows("products", "product_id", "name", "family", "list_price", "unit_cost", "active"))
                .containsExactly(
                        "pro-1|Server|Hardware|900.00|540.00|true",
                        "pro-2|Licence||50.00|10.00|true",
                        "pro-3|Cable||9.00||true");
        assertThat(rows(
                        "quotes",
                        "quote_id",
                        "opportunity_id",
                        "status",
                        "amount",
                        "list_amount",
                        "sent_at",
                        "decided_at"))
                .containsExactly(
                        "quo-1|opp-01|accepted|900.00|990.00|2024-01-20T08:00Z|2024-02-20T14:00Z",
                        "quo-2|opp-01|expired|810.00|990.00|2024-02-01T08:00Z|",
                        "quo-3|opp-06|draft|300.00|300.00||",
                        "quo-5|opp-03|rejected|900.00|900.00|2024-03-02T08:00Z|2024-04-02T08:00Z");
        assertThat(rows(
                        "opportunity_products",
                        "opportunity_id",
                        "line",
                        "product_id",
                        "quantity",
                        "unit_price",
                        "amount"))
                .containsExactly("opp-01|1|pro-1|1.0|720.00|720.00", "opp-01|2||2.0|90.00|180.00");
        assertThat(rows("orders", "order_id", "account_id", "opportunity_id", "status", "amount", "ordered_at"))
                .containsExactly(
                        "inv-1|acc-a|opp-01|delivered|900.00|2024-02-25T00:00Z",
                        "inv-2|acc-b||open|300.00|2024-06-25T09:00Z",
                        "inv-3|acc-b||cancelled|4.50|2024-06-26T00:00Z");
        assertThat(rows(
                        "order_lines",
                        "order_id",
                        "line",
                        "product_id",
                        "quantity",
                        "unit_price",
                        "unit_cost",
                        "amount"))
                .containsExactly("inv-1|1|pro-1|1.0|720.00|540.00|720.00", "inv-1|2||2.5|72.00||180.00");
    }

    @Test
    void readsCallsMeetingsTasksAndMails() {
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
                        "call-2|call|acc-b||u-ann|cancelled|2024-01-07T09:00Z||15.0",
                        "mail-1|mail|acc-b|opp-03|u-ann|done||2024-01-20T08:05Z|",
                        "mail-2|mail|acc-b||u-ann|planned|||",
                        "meet-1|meeting|acc-a||u-cyd|planned|2024-07-06T09:00Z||120.0",
                        "task-1|task|acc-b||u-ann|done|2024-01-20T09:00Z|2024-01-19T16:00Z|");
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
                        "opportunities|19|0|17|0|0|2",
                        "opportunity_changes|24|17|33|0|1|7",
                        "requests|13|0|11|0|0|2",
                        "request_changes|21|11|28|0|0|4",
                        "exchange_rates|4|1|2|0|0|3",
                        "opportunity_products|7|0|2|0|0|5",
                        "order_lines|7|0|2|0|0|5",
                        "activities|8|0|6|0|0|2");
        assertThat(night.rows(QualityTables.FILTERS, "table", "rule", "filtered_count"))
                .contains(
                        "opportunities|after-as-of|1",
                        "opportunities|soft-deleted|1",
                        "opportunity_changes|after-as-of|5",
                        "opportunity_changes|of-deleted-opportunity|2",
                        "exchange_rates|no-rate|1",
                        "opportunity_products|line-of-another-document|2",
                        "opportunity_products|of-another-quote|1",
                        "opportunity_products|of-deleted-quote|1",
                        "opportunity_products|soft-deleted|1",
                        "requests|after-as-of|1",
                        "requests|soft-deleted|1");
    }

    /** In the base currency, and without anything that a SuiteCRM may lack. */
    @Test
    void doesWithoutAuditsAndModulesThatAreNotThere(@TempDir Path other) throws SQLException {
        MariaDbFixture bare =
                MariaDbFixture.of("suitecrm_bare", "suitecrm-7.md", "suitecrm-7/schema.sql", "suitecrm-7/data.sql");
        bare.change("""
                drop table opportunities_audit, cases_audit, leads_audit, aop_case_updates, securitygroups,
                securitygroups_records, securitygroups_users, acl_roles, acl_roles_users, emails, aos_products,
                aos_product_categories, aos_quotes, aos_quotes_aos_invoices_c, aos_products_quotes, aos_invoices
                """);
        try (PresetNight sparse = PresetNight.of(other, AS_OF, "USD", bare.sources(other, "suitecrm-7", ""))) {
            assertThat(sparse.rows("opportunities", "opportunity_id", "amount", "amount_original", "currency"))
                    .contains(
                            "crm:opp-01|1000.00|1000.00|USD",
                            "crm:opp-02|555.56|500.00|EUR",
                            "crm:opp-03|1000.00|800.00|GBP",
                            "crm:opp-10|500.00|400.00|GBP",
                            "crm:opp-11|1000.00|1000.00|USD");
            assertThat(sparse.rows("exchange_rates", "currency", "rate"))
                    .containsExactly("EUR|1.1111111111", "GBP|1.2500000000");
            assertThat(sparse.rows("opportunities", "opportunity_id", "stage", "closed_at"))
                    .contains("crm:opp-01|Closed Won|2024-02-20T00:00Z", "crm:opp-09|Negotiation/Review|");
            assertThat(sparse.rows("requests", "request_id", "status", "first_response_at", "resolved_at"))
                    .contains("crm:case-1|resolved||2024-06-01T08:00Z");
            assertThat(sparse.rows("activities", "kind")).doesNotContain("mail").contains("call");
            assertThat(sparse.rows("opportunity_changes", "opportunity_id")).isEmpty();
            assertThat(sparse.rows("products", "product_id")).isEmpty();
        }
    }

    @Test
    void saysWhatDiffersInAnotherVersion(@TempDir Path other) throws SQLException {
        suite.change("alter table cases change state condition_of_case varchar(100)");
        try (PresetNight refused =
                PresetNight.prepared(other, AS_OF, "EUR", suite.sources(other, "suitecrm-7", "currency: USD"))) {
            assertThatThrownBy(refused::run)
                    .hasMessageStartingWith(
                            "Cannot read cases of source crm: cases has no column state; it has id, name,");
        } finally {
            suite.change("alter table cases change condition_of_case state varchar(100) default 'Open'");
        }
    }
}

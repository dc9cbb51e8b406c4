package org.kvartal.reports.section.dataquality;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class DataQualitySectionTest {
    private static final String BALANCE =
            "\"table\", source, read_count, loaded_count, quarantined_count," + " deduplicated_count, filtered_count";

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        return PrintedSection.print(new DataQualitySection().write(given.published()));
    }

    @Test
    void accountsForEveryRowAndListsTheRulesThatFailed() {
        given.rows(
                        "quality.row_balance",
                        BALANCE,
                        "('accounts', 'crm', 10, 9, 1, 0, 0), ('accounts', 'old', 5, 2, 0, 1, 2),"
                                + " ('teams', 'crm', 0, 0, 0, 0, 0)")
                .rows(
                        "quality.checks",
                        "\"table\", kind, rule, \"column\", severity, checked_count, failed_count",
                        "('accounts', 'row', 'required', 'name', 'quarantine', 15, 1),"
                                + " ('accounts', 'row', 'type', 'employees', 'quarantine', 15, 0),"
                                + " ('accounts', 'row', 'no-region', 'region', 'warning', 15, 2)")
                .rows(
                        "quality.flags",
                        "\"table\", kind, rule, severity, \"key\", \"column\"",
                        "('accounts', 'row', 'no-region', 'warning', 'a1', 'region'),"
                                + " ('accounts', 'row', 'no-region', 'warning', 'a2', 'region'),"
                                + " ('accounts', 'row', 'renamed', 'warning', 'a2', '')")
                .rows(
                        "quality.filters",
                        "\"table\", source, rule, filtered_count",
                        "('accounts', 'old', 'after-as-of', 2)")
                .rows(
                        "mart.account_completeness",
                        "owner_id, field, account_count, filled_count",
                        "('u1', 'region', 8, 6), ('u2', 'region', 3, 3), ('u1', 'industry', 8, 0)")
                .rows("mart.open_opportunities", "opportunity_id, amount", "('o1', 5.00), ('o2', null)");
        List<String> lines = printed();
        assertThat(lines.stream().filter(line -> !line.startsWith("NO_DATA")))
                .containsExactly(
                        "Of 15 rows read, 1 were rejected and 2 kept although they break a rule.",
                        "Where the rows went: read = loaded + rejected + copies + left out",
                        "accounts | 15 | 11 | 1 | 1 | 2",
                        "Total | 15 | 11 | 1 | 1 | 2",
                        "Rejected rows, by rule",
                        "accounts | required | name | 15 | 1 | kvartal query \"select * from quarantine.accounts where rule ="
                                + " 'required'\"",
                        "All rules; a row may break several |  |  |  | 1 | ",
                        "Rows kept although they break a rule, or repaired, by rule",
                        "accounts | no-region | region | warning | 2 | kvartal query \"select * from quality.flags f where"
                                + " f.table = 'accounts' and f.rule = 'no-region'\"",
                        "accounts | renamed | whole row | warning | 1 | kvartal query \"select * from quality.flags f where"
                                + " f.table = 'accounts' and f.rule = 'renamed'\"",
                        "All rules; a row may break several |  |  |  | 3 | ",
                        "Rows left out by a named rule",
                        "accounts | after-as-of | 2",
                        "Total |  | 2",
                        "What is filled in of the open deals",
                        "Customer | 0 | 2 | 0.0%",
                        "Owner | 0 | 2 | 0.0%",
                        "Amount | 1 | 2 | 50.0%",
                        "Product | 0 | 2 | 0.0%",
                        "Creation date | 0 | 2 | 0.0%",
                        "Promised close | 0 | 2 | 0.0%",
                        "What is filled in of the accounts",
                        "Industry | 0 | 8 | 0.0%",
                        "Region | 9 | 11 | 81.8%",
                        "All fields | 9 | 19 | 47.4%");
        assertThat(lines.get(4))
                .startsWith(
                        "NO_DATA: No source supplies absences, activities, calendars, campaigns, competitor_prices,")
                .contains(" surveys, teams, training_attendance, ")
                .doesNotContain("accounts");
    }

    /** The queries as they are printed run on the published datasets. */
    @Test
    void printsQueriesThatListTheRows() {
        given.rows("quality.row_balance", BALANCE, "('accounts', 'crm', 10, 9, 1, 0, 0)")
                .rows(
                        "quality.flags",
                        "\"table\", kind, rule, severity, \"key\", \"column\"",
                        "('accounts', 'row', 'no-region', 'warning', 'a1', 'region'),"
                                + " ('teams', 'row', 'no-region', 'warning', 't1', 'region')");
        String line = printed().stream()
                .filter(row -> row.startsWith("accounts | no-region"))
                .findFirst()
                .orElseThrow();
        String sql = line.substring(line.indexOf('"') + 1, line.lastIndexOf('"'));
        assertThat(given.published().table(sql).stringColumn("key").asList()).containsExactly("a1");
    }

    @Test
    void saysThatNothingIsWrong() {
        given.rows(
                "quality.row_balance",
                BALANCE,
                "select name, 'crm', 1, 1, 0, 0, 0 from (values ('"
                        + String.join(
                                "'), ('",
                                CrmTables.ALL.stream()
                                        .map(table -> table.name())
                                        .toList())
                        + "')) t(name)");
        assertThat(printed())
                .contains(
                        "No row was rejected.",
                        "No row was kept that breaks a rule.",
                        "Every table of the model has rows.");
    }

    @Test
    void saysThatNothingWasRead() {
        assertThat(printed())
                .containsExactly(
                        "Nothing was read: no source supplies any row.",
                        "NO_DATA: Name at least one source in the configuration, and run the night again.");
    }
}

package org.kvartal.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Brand;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

/** Data as no demo has them: whatever they are, every section is written and says why it is empty. */
class EdgeDataTest {
    private static final int LONGEST_TABLE = 60;

    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private Report report() {
        Report report = new ReportBook(
                        "r", Edition.of(Text.of("Report")), Brand.of("Northwind"), new CustomSections(Path.of("none")))
                .write(given.publishedAfter("2024-12-30"), Locale.ENGLISH, LastGood.none())
                .report();
        assertThat(report.sections()).allSatisfy(section -> {
            assertThat(section.isBlocked()).isFalse();
            assertThat(section.lead().isEmpty()).isFalse();
            assertThat(section.blocks()).isNotEmpty();
            assertThat(String.join("\n", PrintedSection.print(section))).doesNotContain("NaN", "Infinity", "null");
        });
        return report;
    }

    private void deals(int count, String outcome, String amount, String region, String product, String closed) {
        given.rows(
                        "mart.opportunities_as_of",
                        "opportunity_id, outcome, region, product_id, owner_id, amount, created_date, close_date",
                        "select 'o' || i, " + outcome + ", " + region + ", " + product + ", 'u' || i, " + amount
                                + ", date '2023-01-01', " + closed + " from range(" + count + ") t(i)")
                .withMartsOfClosedDeals();
    }

    private static List<String> lines(Report report, String anchor) {
        return report.sections().stream()
                .filter(section -> section.anchor().equals(anchor))
                .flatMap(section -> PrintedSection.print(section).stream())
                .toList();
    }

    @Test
    void reportsAQuarterWithoutDeals() {
        deals(300, "'won'", "100", "'East'", "'p' || i % 3", "date '2024-01-01' + cast(i % 180 as integer)");
        assertThat(lines(report(), "result").get(0)).contains("Q4 2024").contains("€0");
    }

    @Test
    void reportsOneDealOfOneProductAndOneOwner() {
        deals(1, "'won'", "100", "'East'", "'p'", "date '2024-11-05'");
        assertThat(lines(report(), "result").get(0)).contains("€100");
    }

    @Test
    void reportsNothingButLosses() {
        deals(50, "'lost'", "100", "'East'", "'p'", "date '2024-11-05'");
        report();
    }

    @Test
    void reportsRevenueBelowZero() {
        deals(90, "'won'", "-10 * i", "'R' || i % 3", "'p' || i % 2", "date '2024-01-01' + cast(i * 4 as integer)");
        assertThat(lines(report(), "result").get(0)).contains("\u2212");
    }

    @Test
    void reportsDealsWithoutAmountRegionOrProduct() {
        deals(90, "'won'", "null", "null", "null", "date '2024-01-01' + cast(i * 4 as integer)");
        report();
    }

    @Test
    void saysThatThereIsNoPlan() {
        deals(90, "'won'", "10", "'East'", "'p'", "date '2024-01-01' + cast(i * 4 as integer)");
        assertThat(lines(report(), "result")).anyMatch(line -> line.contains("no plan"));
    }

    /** Nobody reads five thousand rows: the largest are named, the others stand together. */
    @Test
    void staysReadableWithFiveThousandOwnersRegionsAndProducts() {
        deals(
                5000,
                "case when i % 3 = 0 then 'lost' else 'won' end",
                "i",
                "'R' || i",
                "'p' || i",
                "date '2024-01-01' + cast(i % 360 as integer)");
        given.rows("crm.users", "user_id, name", "select 'u' || i, 'User ' || i from range(5000) t(i)")
                .rows(
                        "mart.open_opportunities",
                        "opportunity_id, stage, region, product_id, owner_id, amount, probability, age_days,"
                                + " age_limit_days, expected_close_date, overdue, overdue_days, stuck, stuck_reason",
                        "select 'n' || i, 'S' || i % 3, 'R' || i, 'p' || i, 'u' || i, i, 0.3, i % 200, 90, date"
                                + " '2025-01-15', i > 70, 3, i > 60, 'age' from range(5000) t(i)")
                .withMartOfStages()
                .rows(
                        "mart.opportunity_ages",
                        "outcome, age_from_days, opportunity_count, age_days",
                        "('open', 0, 5000, 500000), ('won', 0, 3333, 90000)");
        List<DataTable> tables = report().sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(DataTable.class::isInstance)
                .map(DataTable.class::cast)
                .toList();
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.rows())
                        .as(table.caption().toString())
                        .hasSizeLessThanOrEqualTo(LONGEST_TABLE));
    }

    @Test
    void saysWhyEachSectionWithoutDataIsEmpty() {
        assertThat(report().sections())
                .allSatisfy(section -> assertThat(section.blocks()).anyMatch(EdgeDataTest::isReason));
    }

    private static boolean isReason(Block block) {
        return block instanceof Notice notice && notice.kind() == Notice.Kind.NO_DATA;
    }
}

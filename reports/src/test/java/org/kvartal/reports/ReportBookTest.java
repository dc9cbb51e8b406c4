package org.kvartal.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.custom.CustomSections;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Brand;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Report;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class ReportBookTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private static Report report(ReportData data) {
        return book(Edition.of(Text.of("Quarterly report")))
                .write(data, Locale.ENGLISH, LastGood.none())
                .report();
    }

    private static ReportBook book(Edition edition) {
        return new ReportBook("2024-12-31.1", edition, Brand.of("Northwind"), new CustomSections(Path.of("none")));
    }

    @Test
    void writesTheSectionsInReadingOrder() {
        assertThat(report(given.published()).sections())
                .extracting(Section::anchor)
                .containsExactly(
                        "summary",
                        "result",
                        "changes",
                        "outlook",
                        "honesty",
                        "pipeline",
                        "price-competitor",
                        "marketing",
                        "customers",
                        "service",
                        "people",
                        "programme",
                        "data-quality",
                        "definitions");
    }

    @Test
    void hasALeadAndANoticeInEverySectionWithoutData() {
        Report report = report(given.published());
        assertThat(report.sections()).allSatisfy(section -> {
            assertThat(section.isBlocked()).isFalse();
            assertThat(section.lead().isEmpty()).isFalse();
            assertThat(section.blocks())
                    .anyMatch(block -> block instanceof Notice notice && notice.kind() == Notice.Kind.NO_DATA);
        });
        assertThat(report.cover().grade()).isEqualTo(Grade.A);
        assertThat(report.cover().calendar()).hasToString("Q4 2024, fiscal year from January");
    }

    /** Whoever runs the statement behind a trace code finds the number that is printed. */
    @Test
    void printsOnlyNumbersThatTheirOriginGives() {
        fill();
        ReportData data = given.publishedAfter("2024-12-30");
        List<Fact> facts = report(data).facts().toList();
        assertThat(facts).hasSizeGreaterThan(500);
        assertThat(facts)
                .allSatisfy(
                        fact -> assertThat(data.fact(fact.origin(), fact.unit()).value())
                                .as(fact.origin().sql())
                                .isEqualTo(fact.value()));
    }

    private void fill() {
        given.rows(
                        "mart.opportunities_as_of",
                        "opportunity_id, outcome, region, product_id, amount, close_date",
                        "select 'o' || i, case when i % 3 = 0 then 'won' else 'lost' end, 'R' || i % 13, 'p' || i % 4,"
                                + " i * 1.37 - 90, date '2023-01-01' + cast(i % 700 as integer) from range(2000) t(i)")
                .withMartsOfClosedDeals()
                .rows(
                        "mart.open_opportunities",
                        "opportunity_id, stage, region, product_id, amount, probability, age_days, age_limit_days,"
                                + " expected_close_date, overdue, overdue_days, stuck, stuck_reason",
                        "select 'n' || i, 'S' || i % 3, 'R' || i % 2, 'p1', i * 3.10, 0.3, i, 90, date '2025-01-15', i > 70,"
                                + " 3, i > 60, 'age' from range(100) t(i)")
                .withMartOfStages()
                .rows(
                        "mart.opportunity_ages",
                        "outcome, age_from_days, opportunity_count, age_days",
                        "('open', 0, 40, 900), ('open', 31, 60, 1900), ('won', 0, 666, 9000)")
                .rows(
                        "forecast.deal_outlook",
                        "opportunity_id, win_in_quarter",
                        "select 'n' || i, 0.13 from range(50) t(i)")
                .rows(
                        "forecast.quarter_outlook",
                        "quarter, booked_amount, open_mean, new_mean, p10, p50, p90, open_count, stale_count, reason",
                        "('Q1 2025', 0, 300.10, 200.20, 100.00, 480.00, 900.00, 100, 3, 'By age.')")
                .rows(
                        "forecast.series_forecasts",
                        "measure, scope, month, model, reason, mean, lower_80, upper_80",
                        "('bookings', 'total', '2025-01-01', 'naive', 'short', 10, 5, 15), ('bookings', 'total', '2025-02-01',"
                                + " 'naive', 'short', 10, 4, 16)")
                .rows(
                        "mart.pipeline_bridge",
                        "position, bucket, opportunity_count, amount, moved_amount",
                        "(1, 'start', 3, 600.00, 0), (2, 'new', 1, 250.00, 0), (12, 'end', 4, 850.00, 0)")
                .rows(
                        "mart.pipeline_changes",
                        "opportunity_id, bucket, direction, change_amount, amount_after",
                        "select 'n' || i, 'new', 'in', i, i from range(20) t(i)")
                .rows(
                        "mart.plan_by_month",
                        "scope, month, plan_amount, won_amount",
                        "('total', '2024-12-01', 500.00, 400.00), ('total', '2025-01-01', 500.00, 0)")
                .rows(
                        "mart.price_position",
                        "competitor_product_id, competitor_id, match, stale, compared, own_price, competitor_price, gap_log,"
                                + " gap_rate, promotion, observed_on",
                        "select 'r' || i, 'c' || i % 2, 'exact', false, true, 12, 10 + i, ln(12 / (10 + i)), 12 / (10 + i) - 1,"
                                + " true, date '2024-12-01' from range(30) t(i)")
                .rows(
                        "mart.closed_by_competitor",
                        "month, competitor_id, contested_count, won_count, lost_count, open_count, open_amount",
                        "('2024-12-01', 'c0', 50, 10, 40, 0, 0), (null, 'c1', 5, 0, 0, 5, 70.00),"
                                + " ('2024-11-01', 'c1', 9, 4, 5, 0, 0)")
                .rows(
                        "mart.request_handling",
                        "request_id, opened_month, resolved_month, handling_hours, censored, satisfaction",
                        "select 'q' || i, date '2024-01-01' + to_months(cast(i % 12 as integer)), date '2024-01-01' +"
                                + " to_months(cast(i % 12 as integer)), i * 0.7, false, 1 + i % 5 from range(300) t(i)")
                .rows(
                        "mart.training_register",
                        "training_id, programme, held_on, held, enrolled_count, attended_count, missed_count, unrecorded_count",
                        "select 't' || i, 'CRM', date '2024-01-01' + cast(i as integer), true, 5, 4, 1, 0 from range(20) t(i)")
                .rows("mart.training_coverage", "team_id, headcount, trained_count, untrained_count", "('s1', 9, 7, 2)")
                .rows(
                        "forecast.training_verdicts",
                        "programme, outcome, is_headline, verdict, scale, change, change_low, change_high, period_months",
                        "('CRM', 'handling_time', true, 'fell', 'logarithm', -0.12, -0.16, -0.08, 1)")
                .rows(
                        "forecast.training_effects",
                        "programme, outcome, estimator, aggregation, event_month, estimate, band_low, band_high, person_count",
                        "select 'CRM', 'handling_time', 'callaway-santanna', 'event', i - 3, 0.01 * i, 0.01 * i - 0.05,"
                                + " 0.01 * i + 0.05, 9 from range(9) t(i)")
                .rows(
                        "quality.row_balance",
                        "\"table\", source, read_count, loaded_count, quarantined_count, deduplicated_count, filtered_count",
                        "('opportunities', 'crm', 2200, 2100, 100, 0, 0)")
                .rows(
                        "quality.checks",
                        "\"table\", kind, rule, \"column\", severity, checked_count, failed_count",
                        "('opportunities', 'row', 'required', 'stage', 'quarantine', 2200, 100)")
                .rows(
                        "quality.flags",
                        "\"table\", kind, rule, severity, \"key\", \"column\"",
                        "select 'opportunities', 'row', 'late', 'warning', 'o' || i, 'stage' from range(50) t(i)")
                .rows(
                        "quality.filters",
                        "\"table\", source, rule, filtered_count",
                        "('opportunities', 'crm', 'test', 4)")
                .rows("mart.account_completeness", "field, account_count, filled_count", "('region', 8, 6)");
    }

    @Test
    void blocksASectionWhoseDatasetsCannotBeReadAndNoOther() {
        given.change("quality.flags", "alter table quality.flags rename column \"column\" to gone");
        Report report = report(given.published());
        assertThat(report.sections()).filteredOn(Section::isBlocked).isNotEmpty();
        assertThat(report.sections())
                .filteredOn(section -> !section.isBlocked())
                .isNotEmpty();
        assertThat(report.cover().grade()).isEqualTo(Grade.D);
    }
}

package org.kvartal.reports.section.service;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceSectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed() {
        return PrintedSection.print(new ServiceSection().write(given.published()));
    }

    private void requests() {
        given.rows(
                "mart.request_handling",
                "request_id, opened_month, ended_month, resolved_month, ending, handling_hours, before_touch_hours, work_hours,"
                        + " waiting_hours, hand_over_hours, reopened_hours, censored, satisfaction, opened_weekday, opened_hour",
                "('r1', '2024-11-01', '2024-11-01', '2024-11-01', 'resolved', 10.0, 4, 5, 1, 0, 0, false, 4.0, 1, 9),"
                        + " ('r2', '2024-11-01', '2024-12-01', '2024-12-01', 'resolved', 20.0, 6, 4, 10, 0, 0, false, 5.0, 1, 9),"
                        + " ('r3', '2024-12-01', '2024-12-01', null, 'auto-closed', 30.0, 0, 10, 20, 0, 0, false, null, 6, 23),"
                        + " ('r4', '2024-12-01', null, null, 'open', 720.0, 720, 0, 0, 0, 0, true, null, 2, 0)");
    }

    private void measured() {
        given.rows(
                        "forecast.request_survival",
                        "grouping, member, clock, unit, ending, request_count, open_count, median, median_low, median_high, p90,"
                                + " p90_low, p90_high, naive_median",
                        "('total', '', 'handling', 'working', 'resolved', 90, 9, 8, 7, 9, null, 50, null, 5),"
                                + " ('priority', 'High', 'handling', 'working', 'resolved', 40, 4, 3, 2, 4, 20, 15, 30, 2),"
                                + " ('priority', 'Low', 'handling', 'working', 'resolved', 50, 5, 12, 9, 15, null, 60, null, 7),"
                                + " ('priority', 'High', 'handling', 'working', 'any', 40, 4, 3, 2, 4, 20, 15, 30, 2),"
                                + " ('priority', 'Low', 'handling', 'working', 'any', 50, 5, 12, 9, 15, null, 60, null, 7)")
                .rows(
                        "forecast.request_times",
                        "request_id, priority, target_hours",
                        "('r1', 'High', 8), ('r2', 'Low', 40)")
                .rows(
                        "forecast.request_promises",
                        "grouping, member, first_day, due_count, met_count, near_count, late_count, open_late_count, kept_share,"
                                + " low, high",
                        "('total', '', '2024-10-01', 10, 6, 1, 2, 1, 0.7, 0.4, 0.9),"
                                + " ('priority', 'High', '2024-10-01', 6, 3, 1, 1, 1, 0.6667, 0.3, 0.9),"
                                + " ('priority', 'Low', '2024-10-01', 4, 3, 0, 1, 0, 0.75, 0.3, 0.95)")
                .rows(
                        "forecast.request_risk",
                        "request_id, priority, used_hours, target_hours, due_at, late, breach_probability, low, high",
                        "('r4', 'High', 5, 8, '2025-01-02 10:00:00+00', false, 0.4, 0.3, 0.5),"
                                + " ('r5', 'High', 9, 8, '2024-12-30 10:00:00+00', true, 1, 1, 1)");
    }

    @Test
    void countsTheOpenRequestsAndWhatWasPromised() {
        requests();
        measured();
        assertThat(printed())
                .contains(
                        "Half of the requests are resolved within 8.0 working hours, and 70.0% of what was promised for the quarter"
                                + " was kept; 1 are open.",
                        "Resolved in the quarter: 2",
                        "Promises kept: 70.0% (95% interval 40.0% to 90.0%)",
                        "Nov 24 | 1 | 2 | 1",
                        "Dec 24 | 1 | 2 | 2",
                        "From 30 days | 1",
                        "In the quarter 1 requests were closed automatically and 0 were cancelled; neither counts as resolved. 0"
                                + " requests have their end recorded before their arrival, and no time.");
    }

    /** The name of a priority may hold the name of a column. */
    @Test
    void readsThePromiseOfAPriorityWhateverItIsCalled() {
        requests();
        given.rows(
                        "forecast.request_survival",
                        "grouping, member, clock, unit, ending, request_count, open_count, median, median_low, median_high",
                        "('priority', 'Team member', 'handling', 'working', 'any', 40, 4, 3, 2, 4)")
                .rows(
                        "forecast.request_times",
                        "request_id, priority, target_hours",
                        "('r1', 'Team member', 8), ('r2', 'Team priority', 40)")
                .rows(
                        "forecast.request_promises",
                        "grouping, member, first_day, due_count, met_count, near_count, late_count, open_late_count, kept_share,"
                                + " low, high",
                        "('total', '', '2024-10-01', 6, 3, 1, 1, 1, 0.6667, 0.3, 0.9),"
                                + " ('priority', 'Team member', '2024-10-01', 6, 3, 1, 1, 1, 0.6667, 0.3, 0.9)");
        assertThat(printed()).contains("Team member | 8.0 | 6 | 3 | 1 | 1 | 1 | 66.7% | 30.0% | 90.0%");
    }

    /** Of 60 elapsed hours of three requests 10 were before the first touch and 31 waiting for the customer. */
    @Test
    void splitsTheTimeOfWhatEnded() {
        requests();
        assertThat(printed())
                .contains(
                        "A request took 20.0 hours of elapsed time: 16.7% of it before anybody touched it, 51.7% waiting for the"
                                + " customer",
                        "Before the first touch | 3.3", "Waiting for the customer | 10.3");
    }

    @Test
    void doesNotMeasureSatisfactionFromOneMark() {
        given.rows(
                "mart.request_handling",
                "request_id, opened_month, ended_month, resolved_month, handling_hours, censored, satisfaction",
                "('r1', '2024-12-01', '2024-12-01', '2024-12-01', 10.0, false, 4.0)");
        assertThat(printed()).contains("Satisfaction, 1 to 5: 4.00 (not measurable: fewer than two marks were given)");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(printed()).hasSize(2).startsWith("Not measurable: the data hold no service requests.");
    }
}

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
                "request_id, opened_month, resolved_month, handling_hours, censored, satisfaction",
                "('r1', '2024-11-01', '2024-11-01', 10.0, false, 4.0), ('r2', '2024-11-01', '2024-12-01', 20.0, false, 5.0),"
                        + " ('r3', '2024-12-01', '2024-12-01', 30.0, false, null),"
                        + " ('r4', '2024-12-01', null, 700.0, true, null)");
    }

    @Test
    void tellsHowLongRequestsTakeWithTheOpenOnesBeside() {
        requests();
        assertThat(printed())
                .containsExactly(
                        "3 requests were resolved in the quarter, half of them within 20.0 hours and nine in ten within 28.0"
                                + " hours; 1 are open.",
                        "Requests opened in the quarter: 4",
                        "Resolved in the quarter: 3",
                        "Open at the end: 1",
                        "Satisfaction, 1 to 5: 4.50 (95% interval 3.52 to 5.00, 2 marks given)",
                        "4 requests came in and 3 were resolved",
                        "Northwind – Requests opened and resolved in requests – Nov 2024 to Dec 2024",
                        "Nov 24 | 2 | 1",
                        "Dec 24 | 2 | 2",
                        "Half of the requests took no longer than 20.0 hours, nine in ten no longer than 28.0 hours",
                        "Northwind – Time from arrival to resolution in hours – Nov 2024 to Dec 2024, by month of resolution",
                        "Nov 24 | 10.0 | 10.0",
                        "Dec 24 | 25.0 | 29.0",
                        "Hours are elapsed, not working hours, of resolved requests. The 1 open requests have waited 700.0"
                                + " hours at the median so far; leaving them out flatters.");
    }

    @Test
    void doesNotMeasureSatisfactionFromOneMark() {
        given.rows(
                "mart.request_handling",
                "request_id, opened_month, resolved_month, handling_hours, censored, satisfaction",
                "('r1', '2024-12-01', '2024-12-01', 10.0, false, 4.0)");
        assertThat(printed()).contains("Satisfaction, 1 to 5: 4.00 (not measurable: fewer than two marks were given)");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(printed()).hasSize(2).startsWith("Not measurable: the data hold no service requests.");
    }
}

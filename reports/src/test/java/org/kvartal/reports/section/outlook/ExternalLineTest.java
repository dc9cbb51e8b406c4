package org.kvartal.reports.section.outlook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class ExternalLineTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private Section section() {
        return Section.answering("outlook", "Outlook", "Where?")
                .with(ExternalLine.sentence(given.published()).stream().toList())
                .with(ExternalLine.scored(given.published()).stream().toList());
    }

    @Test
    void showsEachMemberWithItsErrorsAndWeight() {
        given.rows(
                        "forecast.external_scores",
                        "member, period_months, scored_count, bias, mean_absolute_error, weight, reason",
                        "('own outlook', 1, 59, 10, 90, 0.25, 'Weighted.'), ('Institute: market', 1, 51, -5, 30, 0.75,"
                                + " 'Weighted.'), ('Oracle: stars', 1, 51, 2, 95, 0, 'Not admitted.')")
                .rows(
                        "forecast.external_blend",
                        "period, period_months, member, weight, expected, own_expected, blended",
                        "(date '2025-01-01', 1, 'own outlook', 0.25, 800, 800, 950), (date '2025-01-01', 1,"
                                + " 'Institute: market', 0.75, 1000, 800, 950)");
        assertThat(PrintedSection.print(section()))
                .containsSequence(
                        "Blended with forecasts of others, Jan 2025 is expected to book €950; our own forecast is €800.",
                        "Forecasts of others and our own: errors of those made just before a period, and weight in the"
                                + " blend",
                        "Institute: market | 51 | 30 | −5 | 75.0% | Weighted.",
                        "own outlook | 59 | 90 | +10 | 25.0% | Weighted.",
                        "Oracle: stars | 51 | 95 | +2 | 0.0% | Not admitted.");
    }

    @Test
    void saysNothingWhenNoForecastOfOthersIsRegistered() {
        assertThat(ExternalLine.sentence(given.published())).isEmpty();
        assertThat(ExternalLine.scored(given.published())).isEmpty();
    }
}

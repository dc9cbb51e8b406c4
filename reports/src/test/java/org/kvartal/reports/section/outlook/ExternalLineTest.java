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
                .with(ExternalLine.sentence(given.published()).stream().toList());
    }

    @Test
    void blendsForecastsOfOthersIntoTheNextPeriod() {
        given.rows(
                "forecast.external_blend",
                "period, period_months, member, weight, expected, own_expected, blended",
                "(date '2025-01-01', 1, 'own outlook', 0.25, 800, 800, 950), (date '2025-01-01', 1, 'Institute: market', 0.75,"
                        + " 1000, 800, 950)");
        assertThat(PrintedSection.print(section()))
                .contains(
                        "Blended with forecasts of others, Jan 2025 is expected to book €950; our own forecast is €800.");
    }

    @Test
    void saysNothingWhenNoForecastOfOthersIsRegistered() {
        assertThat(ExternalLine.sentence(given.published())).isEmpty();
    }
}

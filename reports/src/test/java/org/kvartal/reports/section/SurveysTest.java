package org.kvartal.reports.section;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;

import static org.assertj.core.api.Assertions.assertThat;

class SurveysTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    @Test
    void showsTheLatestQuarterThatIsNotHidden() {
        given.rows(
                "forecast.survey_scores",
                "survey, question, quarter, first_day, scope, member, answered_count, measure, score, low, high,"
                        + " response_rate, is_hidden",
                "('Y', 'Happy?', 'Q2 2024', '2024-04-01', 'total', null, 40, 'mean', 4.1, 3.9, 4.3, 0.5, false),"
                        + " ('Y', 'Happy?', 'Q3 2024', '2024-07-01', 'total', null, 50, 'mean', 4.25, 4.0, 4.5, 0.4, false),"
                        + " ('Y', 'Happy?', 'Q3 2024', '2024-07-01', 'region', 'North', 50, 'mean', 3, 2, 4, 0.4, false),"
                        + " ('Y', 'Happy?', 'Q4 2024', '2024-10-01', 'total', null, null, 'mean', null, null, null, null, true)");
        Section section = Section.answering("a", "t", "q")
                .lead(Text.of("lead"))
                .with(Surveys.table(given.published()).orElseThrow());

        assertThat(PrintedSection.print(section))
                .contains("Happy? | Q3 2024 | mean mark | 4.25 | 4.00 | 4.50 | 50 | 40.0%");
    }

    @Test
    void showsNoTableWhereNobodyWasAsked() {
        assertThat(Surveys.table(given.published())).isEmpty();
    }
}

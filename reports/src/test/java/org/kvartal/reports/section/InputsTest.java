package org.kvartal.reports.section;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.reports.document.Grade;
import org.kvartal.reports.document.Section;

import static org.assertj.core.api.Assertions.assertThat;

class InputsTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private Inputs inputs(int rejected, int flagged) {
        given.rows(
                        "quality.row_balance",
                        "\"table\", source, read_count, loaded_count, quarantined_count",
                        "('requests', 'crm', 600, 600, 0), ('requests', 'desk', 400, 400, " + rejected
                                + "), ('users', 'crm', 9, 0, 9)")
                .rows(
                        "quality.flags",
                        "\"table\", rule, \"key\", \"column\"",
                        "select 'requests', r, 'k' || i, 'priority' from range(" + flagged
                                + ") t(i), (values ('one'), ('other')) r(r)")
                .rows(
                        "quality.flags",
                        "\"table\", rule, \"key\", \"column\"",
                        "select 'requests', 'repaired', 'r' || i, '' from range(900) t(i)");
        return Inputs.of(given.published(), "requests", "trainings");
    }

    @ParameterizedTest
    @CsvSource({"0, 10, A", "1, 10, B", "50, 0, B", "0, 51, C", "200, 50, C", "201, 50, D"})
    void gradesByTheShareOfRowsRejectedOrFlagged(int rejected, int flagged, Grade grade) {
        assertThat(inputs(rejected, flagged).grade()).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"0, C", "51, C", "251, D"})
    void gradesARefusedForecastNoBetterThanC(int flagged, Grade grade) {
        Section section = inputs(0, flagged).gradeRefused(Section.answering("outlook", "Outlook", "Where?"));
        assertThat(section.grade()).isEqualTo(grade);
    }
}

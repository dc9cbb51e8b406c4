package org.kvartal.reports.section.definitions;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.PrintedSection;
import org.kvartal.reports.section.SectionData;

import static org.assertj.core.api.Assertions.assertThat;

class DefinitionsSectionTest {
    @RegisterExtension
    final SectionData given = SectionData.asOf("2024-12-31");

    private List<String> printed(Section... others) {
        return PrintedSection.print(
                new DefinitionsSection().write(given.published()).with(DefinitionsSection.unanswered(List.of(others))));
    }

    @Test
    void listsEveryRuleWithItsThresholdItsEvidenceAndWhatItSaysToday() {
        given.rows("crm.competitors", "competitor_id, name", "('c1', 'Rival')");
        assertThat(printed())
                .containsSequence(
                        "Open deals past their promised close: They are at least 30% of the open deals.",
                        "Open deals past their promised close: It reads mart.open_opportunities.",
                        "Open deals past their promised close: The decision log calls it overdue-deals.",
                        "Open deals past their promised close: Today nothing stands out.")
                .contains("Bookings of the quarter against its plan: Today its sentence stands on page one.");
    }

    @Test
    void listsEveryMeasureWithItsFormula() {
        assertThat(printed())
                .contains(
                        "win_rate | opportunities won / opportunities won or lost; open ones are in neither | fraction 0 to 1 |"
                                + " mart.closed_by_month")
                .filteredOn(line -> line.contains(" | mart."))
                .hasSize(Measures.ALL.size());
    }

    @Test
    void namesWhatNoSourceSupplies() {
        given.rows("crm.competitors", "competitor_id, name", "('c1', 'Rival')");
        assertThat(printed())
                .filteredOn(line -> line.startsWith("NO_DATA: No source supplies"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("surveys").doesNotContain(" competitors,"));
    }

    @Test
    void listsTheQuestionsOfSectionsWithoutAnAnswer() {
        Section empty = Section.answering("service", "Service", "Do we keep our promises?")
                .with(Notice.noData(Text.of("No source supplies requests.")));
        Section blocked =
                Section.answering("people", "People", "Who is trained?").blocked(Text.of("The data cannot be read."));
        assertThat(printed(empty, blocked))
                .contains(
                        "Questions without an answer: Do we keep our promises? (Service)",
                        "Questions without an answer: Who is trained? (People)")
                .anyMatch(line -> line.startsWith("Questions without an answer: What does the CRM cost"));
    }
}

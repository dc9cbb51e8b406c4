package org.kvartal.reports.section.definitions;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.Points;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Text;

/** The questions to which this report has no answer: of sections without data, and those for which there is no section. */
final class Questions {
    private Questions() {}

    static Block unanswered(List<Section> sections) {
        List<Text> questions = new ArrayList<>();
        for (Section section : sections) {
            if (!isAnswered(section)) {
                questions.add(Text.of("{0} ({1})", section.question(), section.title()));
            }
        }
        questions.add(Text.of("What does the CRM cost, and when is it paid back? No section answers this yet."));
        return new Points(Text.of("Questions without an answer"), questions);
    }

    private static boolean isAnswered(Section section) {
        return !section.isBlocked()
                && section.blocks().stream()
                        .anyMatch(block ->
                                block instanceof DataTable || block instanceof Figure || block instanceof Points);
    }
}

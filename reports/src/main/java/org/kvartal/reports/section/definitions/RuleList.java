package org.kvartal.reports.section.definitions;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Points;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.summary.Criterion;
import org.kvartal.reports.section.summary.Finding;
import org.kvartal.reports.section.summary.PageOne;

/** The rules that write page one: what each looks at, when it speaks, what it reads, and what it says today. */
final class RuleList {
    private RuleList() {}

    static List<Block> blocks(ReportData data) {
        PageOne page = PageOne.read(data);
        return page.judged().stream().map(judged -> points(page, judged)).toList();
    }

    private static Block points(PageOne page, PageOne.Judged judged) {
        Criterion criterion = judged.criterion();
        List<Text> sentences = new ArrayList<>(List.of(
                criterion.threshold(),
                Text.of("It reads {0}.", Span.words(String.join(", ", criterion.evidence()))),
                Text.of("The decision log calls it {0}.", Span.words(criterion.name()))));
        if (judged.findings().isEmpty()) {
            sentences.add(Text.of("Today nothing stands out."));
        }
        for (Finding finding : judged.findings()) {
            sentences.add(
                    page.isShown(finding)
                            ? Text.of("Today its sentence stands on page one.")
                            : Text.of("Today its sentence has no place among the four of its block:"));
            if (!page.isShown(finding)) {
                sentences.add(finding.sentence());
            }
        }
        return new Points(criterion.subject(), sentences);
    }
}

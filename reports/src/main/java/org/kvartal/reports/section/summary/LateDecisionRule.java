package org.kvartal.reports.section.summary;

import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.programme.Decisions;
import org.kvartal.reports.section.programme.Decisions.Waiting;

/** A decision of the log should have been taken by now: of several, the one that has waited longest. */
final class LateDecisionRule implements Rule {
    /** A week late is what the threshold is for ranking. */
    private static final double WEEK = 7;

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "decision-overdue",
                Text.of("Decisions of the log that are not taken"),
                Text.of("The day by which one was to be taken has passed; of several the one that has waited longest is"
                        + " named."),
                "crm.decisions");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        List<Waiting> overdue = Decisions.overdue(data);
        return overdue.stream().findFirst().map(LateDecisionRule::finding);
    }

    private static Finding finding(Waiting waiting) {
        Span words = Span.words(waiting.words());
        Span owner = Span.words(waiting.owner());
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "A decision is overdue since {0}, for {1} days: “{2}”; {3} is to decide.",
                                waiting.due(), waiting.days(), words, owner),
                        Numbers.of(waiting.days()) / WEEK)
                .asking(Text.of("Decide what has waited since {0}: “{1}” ({2}).", waiting.due(), words, owner));
    }
}

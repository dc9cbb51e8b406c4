package org.kvartal.reports.section.summary;

import java.util.Comparator;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.programme.Goals;
import org.kvartal.reports.section.programme.Goals.Due;

/** A goal whose day has come was reached or missed: of several, the one furthest from its target. */
final class GoalRule implements Rule {
    private final boolean isReached;

    private GoalRule(boolean isReached) {
        this.isReached = isReached;
    }

    static GoalRule reached() {
        return new GoalRule(true);
    }

    static GoalRule missed() {
        return new GoalRule(false);
    }

    @Override
    public Criterion criterion() {
        return isReached
                ? Criterion.ofPart(
                        "goal-reached",
                        Text.of("Goals whose day has come"),
                        Text.of("The metric is at the target or better; of several the one furthest beyond is named."),
                        "crm.goals")
                : Criterion.ofPart(
                        "goal-missed",
                        Text.of("Goals whose day has come"),
                        Text.of("The metric has not come to the target; of several the one furthest off is named."),
                        "crm.goals");
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        return Goals.read(data).due(data.asOf()).stream()
                .filter(goal -> goal.isReached() == isReached)
                .max(Comparator.comparing(Due::effect))
                .map(this::finding);
    }

    private Finding finding(Due goal) {
        Span words = Span.words(goal.words());
        if (isReached) {
            Text sentence =
                    Text.of("The goal “{0}” is reached: {1}, where {2} was to be.", words, goal.now(), goal.target());
            return Finding.of(Topic.SUCCESS, sentence, goal.effect());
        }
        Text sentence =
                Text.of("The goal “{0}” was missed: {1}, where {2} was to be.", words, goal.now(), goal.target());
        return Finding.of(Topic.FAILURE, sentence, goal.effect())
                .asking(Text.of(
                        "Decide whether the goal “{0}” gets a new day or is given up; {1} answers for it.",
                        words, Span.words(goal.owner())));
    }
}

package org.kvartal.reports.section.summary;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Points;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.section.programme.Decisions;

/**
 * What the rules have found, ranked: what is about the whole company before what is about a part, and then by how many
 * times an effect is its threshold. A block of page one holds the first four; the definitions list all.
 */
public final class PageOne {
    private static final int MOST_SENTENCES = 4;
    private static final int MOST_DECISIONS = 5;

    private static final List<Rule> RULES = List.of(
            new PlanRule(),
            new OutlookRule(),
            new BookingsRule(),
            new WinRateRule(),
            new GrowthRule(),
            new NewBusinessRule(),
            new AgreementRule(),
            new ForecastRule(),
            new DataRule(),
            StandingOutRule.above(),
            StandingOutRule.below(),
            new RivalRule(),
            new PriceRule(),
            new DiscountRule(),
            new StuckRule(),
            new OverdueRule(),
            new SlippageRule(),
            new ChurnRule(),
            new StockRule(),
            new PromiseRule(),
            new BacklogRule(),
            new SatisfactionRule(),
            new TrainingRule(),
            new CoverageRule(),
            new AdoptionRule(),
            GoalRule.reached(),
            GoalRule.missed(),
            new LateDecisionRule());

    private final List<Judged> judged;

    /** A rule and what it found; empty when nothing stands out. */
    public record Judged(Criterion criterion, List<Finding> findings) {
        public Judged {
            findings = List.copyOf(findings);
        }
    }

    /** What a rule found. */
    private record Ranked(Criterion criterion, Finding finding) {}

    private PageOne(List<Judged> judged) {
        this.judged = judged;
    }

    public static PageOne read(ReportData data) {
        return new PageOne(RULES.stream()
                .map(rule ->
                        new Judged(rule.criterion(), rule.judge(data).stream().toList()))
                .toList());
    }

    /** Every rule, in the order of their list. */
    public List<Judged> judged() {
        return judged;
    }

    /** Whether the finding stands on page one; else it is one too many of its block. */
    public boolean isShown(Finding finding) {
        return ranked(finding.topic()).limit(MOST_SENTENCES).anyMatch(finding::equals);
    }

    Points block(Topic topic) {
        List<Text> sentences =
                ranked(topic).limit(MOST_SENTENCES).map(Finding::sentence).toList();
        return new Points(topic.title(), sentences.isEmpty() ? List.of(topic.nothing()) : sentences);
    }

    /** What somebody has to decide, in the order of the findings that ask for it, and who, where the log knows. */
    Points decisions(ReportData data) {
        List<Text> asked = ranked().flatMap(found ->
                        found.finding().asked().stream().map(decision -> addressed(data, found.criterion(), decision)))
                .limit(MOST_DECISIONS)
                .toList();
        return new Points(
                Text.of("Decisions asked"),
                asked.isEmpty() ? List.of(Text.of("None: no finding asks for a decision.")) : asked);
    }

    private static Text addressed(ReportData data, Criterion criterion, Text decision) {
        return Decisions.askedBy(data, criterion.name())
                .map(asked -> decision.followedBy(
                        Text.of("In the log since {0}: {1} is to decide.", asked.since(), Span.words(asked.owner()))))
                .orElse(decision);
    }

    private Stream<Finding> ranked(Topic topic) {
        return ranked().map(Ranked::finding).filter(finding -> finding.topic() == topic);
    }

    private Stream<Ranked> ranked() {
        return judged.stream()
                .flatMap(one -> one.findings().stream().map(found -> new Ranked(one.criterion(), found)))
                .sorted(Comparator.comparing((Ranked found) -> found.criterion().reach())
                        .thenComparing(found -> found.finding().effect(), Comparator.reverseOrder()));
    }
}

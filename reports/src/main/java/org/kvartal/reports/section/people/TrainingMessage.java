package org.kvartal.reports.section.people;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/** Whether the training helped, in one sentence. */
final class TrainingMessage {
    private TrainingMessage() {}

    static Text of(ReportData data, Headline headline) {
        return headline.isProven()
                ? proven(data, headline)
                : headline.isMeasured() ? noEvidence(data, headline) : notMeasurable(data, headline);
    }

    private static Text proven(ReportData data, Headline headline) {
        Text proven = Text.of(
                headline.verdict().equals("fell")
                        ? "The course {0} made a difference: {1} fell by {2} ({3} to {4})."
                        : "The course {0} made a difference: {1} rose by {2} ({3} to {4}).",
                Span.words(headline.programme()),
                Text.of(headline.outcome().words()),
                size(data, headline, "max(abs(change))"),
                size(data, headline, "max(least(abs(change_low), abs(change_high)))"),
                size(data, headline, "max(greatest(abs(change_low), abs(change_high)))"));
        return headline.isDoubted()
                ? proven.followedBy(
                        Text.of("But the trained were changing already before it, so that it need not be the course."))
                : proven;
    }

    private static Text noEvidence(ReportData data, Headline headline) {
        return Text.of(
                "No evidence that the course {0} changed {1}: the change is {2} ({3} to {4}). To see one that matters, {5}"
                        + " cases are needed; there are {6}.",
                Span.words(headline.programme()),
                Text.of(headline.outcome().words()),
                change(data, headline, "max(change)"),
                change(data, headline, "max(change_low)"),
                change(data, headline, "max(change_high)"),
                cases(data, "max(cases_needed)"),
                cases(data, "max(case_count)"));
    }

    private static Text notMeasurable(ReportData data, Headline headline) {
        return Text.of(
                "Not measurable: whether the course {0} changed {1}. {2} persons were trained and {3} not; about {4} cases more"
                        + " are needed, of at least 15 persons.",
                Span.words(headline.programme()),
                Text.of(headline.outcome().words()),
                Headline.fact(data, "max(trained_count)", Unit.count("")),
                Headline.fact(data, "max(untrained_count)", Unit.count("")),
                cases(data, "max(greatest(0, cases_needed - case_count))"));
    }

    private static Fact cases(ReportData data, String measure) {
        return Headline.fact(data, measure, Unit.count(""));
    }

    static Fact change(ReportData data, Headline headline, String measure) {
        return Headline.fact(data, measure, headline.outcome().scale().unit());
    }

    /** Without a sign, where words say the direction. */
    private static Fact size(ReportData data, Headline headline, String measure) {
        Unit unit = headline.outcome().scale().unit();
        return Headline.fact(
                data, measure, new Unit(unit.kind(), unit.symbol(), unit.decimals(), Unit.Sign.WHEN_NEGATIVE));
    }
}

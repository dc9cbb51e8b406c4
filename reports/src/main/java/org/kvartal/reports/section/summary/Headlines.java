package org.kvartal.reports.section.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.measure.Measures;
import org.kvartal.reports.section.BookedChange;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Landing;
import org.kvartal.reports.section.OpenPipeline;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Satisfaction;
import org.kvartal.reports.section.Share;

/** The five key figures of page one. */
final class Headlines {
    private static final int MONTHS = 12;

    private Headlines() {}

    static KeyFigures figures(ReportData data) {
        return KeyFigures.of(booked(data), outlook(data), winRate(data), open(data), fifth(data));
    }

    private static KeyFigure booked(ReportData data) {
        Comparison comparison = Comparison.of(data);
        KeyFigure figure = trend(
                data,
                KeyFigure.of(
                        Text.of("Booked in {0}", comparison.now().name()),
                        data.fact(BookedChange.booked(comparison.now()), data.money())),
                Origin.of("mart.bookings_by_month", "coalesce(sum(won_amount), 0)"),
                data.money());
        Optional<BookedChange> change =
                comparison.before().flatMap(before -> BookedChange.between(data, comparison.now(), before));
        return change.map(found -> compared(figure, found, comparison.before().orElseThrow()))
                .orElseGet(() ->
                        figure.compared(KeyFigure.Verdict.NEUTRAL, Text.of("nothing earlier to compare it with")));
    }

    private static KeyFigure compared(KeyFigure figure, BookedChange change, Period before) {
        Fact relative = change.change().value();
        Span name = before.name();
        return switch (change.direction()) {
            case UP -> figure.compared(KeyFigure.Verdict.GOOD, Text.of("{0} on {1}", relative, name));
            case DOWN -> figure.compared(KeyFigure.Verdict.BAD, Text.of("{0} on {1}", relative, name));
            case UNPROVEN ->
                figure.compared(KeyFigure.Verdict.NEUTRAL, Text.of("{0} on {1}, within chance", relative, name));
        };
    }

    /** Complete months alone: a month still running would look like a fall. */
    private static KeyFigure trend(ReportData data, KeyFigure figure, Origin rows, Unit unit) {
        Period year = Period.completeMonths(MONTHS, data.asOf());
        List<Fact> months = new ArrayList<>();
        Comparison.firstClosing(data)
                .ifPresent(first -> year.months().stream()
                        .filter(month -> !month.to().isBefore(first))
                        .map(month -> rows.where(month.includes("month")))
                        .forEach(origin -> months.add(data.fact(origin, unit))));
        return months.size() < 2
                ? figure
                : figure.trend(Text.of("{0} complete months", Span.digits(months.size())), months);
    }

    private static KeyFigure outlook(ReportData data) {
        if (!data.has(Landing.TABLE)) {
            return KeyFigure.of("Outlook", data.fact(Origin.of(Landing.TABLE, "max(p50)"), data.money()))
                    .compared(KeyFigure.Verdict.NEUTRAL, Text.of("not computed"));
        }
        Landing landing = Landing.read(data);
        KeyFigure figure = KeyFigure.of(Text.of("Outlook for {0}", landing.quarter()), landing.p50());
        return landing.isRefused()
                ? figure.compared(KeyFigure.Verdict.NEUTRAL, Text.of("not measurable"))
                : figure.compared(
                        KeyFigure.Verdict.NEUTRAL,
                        Text.of("{0} to {1} in eight outcomes of ten", landing.p10(), landing.p90()));
    }

    private static KeyFigure winRate(ReportData data) {
        Period now = Comparison.soFar(data);
        Share share = Share.won(data, now.includes("month"));
        KeyFigure figure = trend(
                data,
                KeyFigure.of(
                        Text.of("Win rate in {0}", now.name()), share.rate().value()),
                Origin.of("mart.closed_by_month", Measures.WIN_RATE.sql()),
                Unit.RATE);
        return share.isEmpty()
                ? figure.compared(KeyFigure.Verdict.NEUTRAL, Text.of("nothing was closed"))
                : figure.compared(
                        KeyFigure.Verdict.NEUTRAL,
                        Text.of(
                                "95% interval {0} to {1}, {2} closed",
                                share.rate().low(), share.rate().high(), share.all()));
    }

    private static KeyFigure open(ReportData data) {
        OpenPipeline pipeline = OpenPipeline.read(data);
        return pipeline.hasAmounts()
                ? KeyFigure.of("Open pipeline", pipeline.amount())
                        .compared(KeyFigure.Verdict.NEUTRAL, Text.of("{0} deals", pipeline.count()))
                : KeyFigure.of("Open deals", pipeline.count())
                        .compared(KeyFigure.Verdict.NEUTRAL, Text.of("none has an amount"));
    }

    /** What customers think, where they are asked; else what of the pipeline has come to a halt. */
    private static KeyFigure fifth(ReportData data) {
        Estimate mark = Satisfaction.of(data, Comparison.soFar(data));
        if (mark.hasInterval()) {
            return KeyFigure.of("Satisfaction, 1 to 5", mark.value())
                    .compared(KeyFigure.Verdict.NEUTRAL, Text.of("95% interval {0} to {1}", mark.low(), mark.high()));
        }
        OpenPipeline pipeline = OpenPipeline.read(data);
        return KeyFigure.of("Stuck deals", pipeline.stuck())
                .compared(KeyFigure.Verdict.NEUTRAL, Text.of("of {0} open", pipeline.count()));
    }
}

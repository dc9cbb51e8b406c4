package org.kvartal.reports.section.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Block;
import org.kvartal.reports.document.Figure;
import org.kvartal.reports.document.KeyFigure;
import org.kvartal.reports.document.KeyFigures;
import org.kvartal.reports.document.Notice;
import org.kvartal.reports.document.Section;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Span;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.BookedChange;
import org.kvartal.reports.section.Comparison;
import org.kvartal.reports.section.Dimension;
import org.kvartal.reports.section.Inputs;
import org.kvartal.reports.section.Period;
import org.kvartal.reports.section.Plan;
import org.kvartal.reports.section.ReportSection;

/** Did we deliver? Bookings of the fiscal quarter so far, and of the months before, against plan and year before. */
public final class ResultSection implements ReportSection {
    @Override
    public String anchor() {
        return "result";
    }

    @Override
    public Text title() {
        return Text.of("Result");
    }

    @Override
    public Text question() {
        return Text.of("Did we deliver?");
    }

    @Override
    public Section write(ReportData data) {
        if (!data.has("mart.bookings_by_month")) {
            return blank().lead(Text.of("No bookings can be reported: the data hold no won opportunity."))
                    .with(Notice.noData(Text.of("Bookings are won opportunities. No source supplies any in"
                            + " crm.opportunities; map the outcome and the closing date of the CRM's deals to it.")));
        }
        Comparison comparison = Comparison.of(data);
        Optional<BookedChange> change =
                comparison.before().flatMap(before -> BookedChange.between(data, comparison.now(), before));
        Section section = blank().lead(lead(data, comparison, change))
                .with(figures(data, comparison, change))
                .with(months(data).stream().toArray(Block[]::new))
                .with(RunRate.of(data).table().stream().toArray(Block[]::new))
                .with(BookingsBridge.figure(data, comparison).stream().toArray(Block[]::new))
                .with(undated(data).stream().toArray(Block[]::new))
                .detail(breakdowns(data, comparison));
        return Inputs.of(data, "opportunities", "plans").grade(section);
    }

    private static Text lead(ReportData data, Comparison comparison, Optional<BookedChange> change) {
        Fact booked = data.fact(BookedChange.booked(comparison.now()), data.money());
        Fact won = won(data, comparison.now());
        Span period = comparison.now().name();
        if (change.isEmpty()) {
            return Text.of(
                    "Booked {0} from {1} won deals in {2}; the data hold nothing earlier to compare it with.",
                    booked, won, period);
        }
        Span before = comparison.before().orElseThrow().name();
        Fact relative = change.get().change().value();
        return switch (change.get().direction()) {
            case UP ->
                Text.of(
                        "Booked {0} from {1} won deals in {2}: {3} on {4}, more than chance explains.",
                        booked, won, period, relative, before);
            case DOWN ->
                Text.of(
                        "Booked {0} from {1} won deals in {2}: {3} on {4}, a fall that chance does not explain.",
                        booked, won, period, relative, before);
            case UNPROVEN ->
                Text.of(
                        "Booked {0} from {1} won deals in {2}: {3} on {4}, which chance alone may explain.",
                        booked, won, period, relative, before);
        };
    }

    private static Fact won(ReportData data, Period period) {
        return data.fact(BookedChange.won(period), Unit.count("opportunities"));
    }

    private static KeyFigures figures(ReportData data, Comparison comparison, Optional<BookedChange> change) {
        List<KeyFigure> figures = new ArrayList<>();
        Fact booked = data.fact(BookedChange.booked(comparison.now()), data.money());
        figures.add(change.map(found -> compared(
                        KeyFigure.of(Text.of("Booked in {0}", comparison.now().name()), booked), comparison, found))
                .orElseGet(() ->
                        KeyFigure.of(Text.of("Booked in {0}", comparison.now().name()), booked)));
        figures.add(KeyFigure.of("Deals won", won(data, comparison.now())));
        figures.add(KeyFigure.of("Average deal won", average(data, comparison.now())));
        figures.add(attainment(data));
        return new KeyFigures(figures);
    }

    private static KeyFigure compared(KeyFigure figure, Comparison comparison, BookedChange change) {
        Text text = Text.of(
                "{0} on {1}; 95% interval {2} to {3}",
                change.change().value(),
                comparison.before().orElseThrow().name(),
                change.change().low(),
                change.change().high());
        return switch (change.direction()) {
            case UP -> figure.compared(KeyFigure.Verdict.GOOD, text);
            case DOWN -> figure.compared(KeyFigure.Verdict.BAD, text);
            case UNPROVEN -> figure.compared(KeyFigure.Verdict.NEUTRAL, text);
        };
    }

    private static Fact average(ReportData data, Period period) {
        Origin booked = BookedChange.booked(period);
        return data.fact(booked.table(), booked.filter(), "avg(amount)", data.money());
    }

    private static KeyFigure attainment(ReportData data) {
        Period quarter = Comparison.whole(data.quarter());
        Fact attained = Plan.attainment(data, quarter);
        KeyFigure figure = KeyFigure.of("Plan attained", attained);
        if (attained.number().isEmpty()) {
            return figure.compared(KeyFigure.Verdict.NEUTRAL, Text.of("no plan of the whole in the data"));
        }
        Fact planned = Plan.total(data, quarter);
        return figure.compared(
                KeyFigure.Verdict.NEUTRAL,
                RunRate.of(data).left(planned).orElseGet(() -> Text.of("of {0} planned for the quarter", planned)));
    }

    private static Optional<Figure> months(ReportData data) {
        return Comparison.firstClosing(data).map(first -> new Figure(MonthlyBookings.chart(data, first)));
    }

    /** By region and by product, as far as there is more than one. */
    private static List<Block> breakdowns(ReportData data, Comparison comparison) {
        List<Block> tables = new ArrayList<>();
        BookingsBreakdown.by(Dimension.REGION, data, comparison).ifPresent(tables::add);
        BookingsBreakdown.by(Dimension.PRODUCT, data, comparison).ifPresent(tables::add);
        return tables;
    }

    private static Optional<Notice> undated(ReportData data) {
        Origin undated = Origin.of("mart.bookings_by_month", "coalesce(sum(won_count), 0)")
                .where("month is null");
        Fact count = data.fact(undated, Unit.count("opportunities"));
        if (count.number().orElseThrow().signum() == 0) {
            return Optional.empty();
        }
        Fact amount = data.fact("mart.bookings_by_month", "month is null", "sum(won_amount)", data.money());
        return Optional.of(Notice.caveat(
                Text.of("{0} won deals worth {1} have no closing date and are in no month.", count, amount)));
    }
}

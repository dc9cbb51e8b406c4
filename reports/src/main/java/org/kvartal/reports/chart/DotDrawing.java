package org.kvartal.reports.chart;

import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.kvartal.reports.chart.Lettering.Anchor;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;

/** A dot on its interval for each member, with an axis below and the reference as a line across. */
final class DotDrawing {
    private static final double SERIES_GAP = 13;
    private static final double MEMBER_GAP = 15;
    private static final double REFERENCE_ROOM = 18;

    private final DotPlot chart;
    private final int width;
    private final Labels labels;
    private final MemberColumn members;
    private final Axis axis;
    private final Key key;
    private final double top;
    private final double casesWidth;
    private final double right;
    private final Svg svg = new Svg();

    DotDrawing(DotPlot chart, int width, Language language) {
        this.chart = chart;
        this.width = width;
        this.labels = Labels.of(chart, language);
        this.members = MemberColumn.of(labels.names(chart.labels()), width);
        this.key = new Key(chart.series(), labels, width);
        this.top = key.height() + (chart.reference().isEmpty() ? 4 : REFERENCE_ROOM);
        this.casesWidth = widest(labels::cases);
        this.right = width - widest(labels::value) - (casesWidth > 0 ? casesWidth + 10 : 0) - 8;
        DoubleStream references = chart.reference().stream().mapToDouble(item -> number(item.value()));
        this.axis = Axis.around(DoubleStream.concat(Axis.values(chart.series()), references), tickCount())
                .between(members.end() + 8, right - 8);
    }

    Drawing drawing(String title, String description) {
        key.draw(svg, Reading.LEFT_TO_RIGHT);
        double rowHeight = MEMBER_GAP + SERIES_GAP * chart.series().size();
        double bottom = top + rowHeight * chart.labels().size();
        drawMarks(bottom);
        chart.reference().forEach(item -> drawReference(item, bottom));
        for (int i = 0; i < chart.labels().size(); i++) {
            drawMember(i, top + rowHeight * i, rowHeight);
        }
        return svg.drawing(width, (int) Math.ceil(bottom + 24), title, description);
    }

    private int tickCount() {
        return width < 480 ? 3 : 5;
    }

    private void drawMarks(double bottom) {
        double step = axis.step(tickCount());
        for (double tick : axis.ticks(tickCount())) {
            svg.line(Ink.GRID, axis.at(tick), top, axis.at(tick), bottom);
            svg.text(Ink.QUIET, Anchor.MIDDLE, axis.at(tick), bottom + 17, labels.tick(tick, step));
        }
    }

    private void drawReference(Item item, double bottom) {
        double x = axis.at(number(item.value()));
        String text = TextWidth.fitted(
                labels.name(item.label()) + " " + labels.value(item.value()), Svg.TEXT_SIZE, width * 0.6);
        double half = TextWidth.of(text, Svg.TEXT_SIZE) / 2;
        svg.line(Ink.REFERENCE, x, top, x, bottom);
        svg.text(Ink.QUIET, Anchor.MIDDLE, Math.max(half, Math.min(width - half, x)), top - 6, text);
    }

    private void drawMember(int index, double rowTop, double rowHeight) {
        members.draw(svg, index, rowTop + rowHeight / 2 + 4, Ink.TEXT);
        double y = rowTop + (rowHeight - SERIES_GAP * (chart.series().size() - 1)) / 2;
        for (Series series : chart.series()) {
            svg.of(chart.series().indexOf(series), index);
            drawEstimate(series, index, y);
            y += SERIES_GAP;
        }
        svg.ofNone();
    }

    private void drawEstimate(Series series, int index, double y) {
        Estimate estimate = series.values().get(index);
        double end = width - (casesWidth > 0 ? casesWidth + 10 : 0);
        svg.text(Ink.TEXT, Anchor.END, end, y + 4, labels.value(estimate.value()));
        if (casesWidth > 0) {
            svg.text(Ink.QUIET, Anchor.END, width, y + 4, labels.cases(estimate.value()));
        }
        if (estimate.isMissing()) {
            return;
        }
        if (estimate.hasInterval()) {
            Whisker.horizontal(svg, y, axis, estimate);
        }
        Ink ink = Ink.column(series.scenario());
        svg.circle(
                ink,
                axis.at(number(estimate.value())),
                y,
                4.5,
                labels.tip(chart.labels().get(index), series, estimate));
    }

    private double widest(Function<Fact, String> text) {
        return chart.series().stream()
                .flatMap(series -> series.values().stream())
                .map(estimate -> text.apply(estimate.value()))
                .mapToDouble(label -> TextWidth.of(label, Svg.TEXT_SIZE))
                .max()
                .orElse(0);
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

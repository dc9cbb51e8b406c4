package org.kvartal.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.chart.Lettering.Anchor;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;

/** A square from nothing to everything both ways, its diagonal, and a dot with its interval for each promise. */
final class CalibrationDrawing {
    /** A square, so higher than a plot over time. */
    private static final double SIDE_TO_HEIGHT = 4.0 / 3;

    private static final double TOP = 24;
    private static final double LABEL_HEIGHT = 13;
    private static final int TICKS = 5;

    private final CalibrationPlot chart;
    private final int width;
    private final Labels labels;
    private final Axis across;
    private final Axis up;
    private final Svg svg = new Svg();
    private final List<Box> taken = new ArrayList<>();

    /** Where something is written or drawn already. */
    private record Box(double left, double right, double top, double bottom) {

        static Box ofLine(double left, double right, double middle) {
            return new Box(left, right, middle - LABEL_HEIGHT / 2, middle + LABEL_HEIGHT / 2);
        }

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    CalibrationDrawing(CalibrationPlot chart, Canvas canvas, Language language) {
        this.chart = chart;
        this.width = canvas.width();
        this.labels = Labels.of(chart, language);
        double left = 10 + TextWidth.of(labels.tick(1, 1), Svg.TEXT_SIZE);
        double side = Math.min(SIDE_TO_HEIGHT * canvas.plotHeight(), width - left - 20);
        this.across = new Axis(0, 1, left, left + side);
        this.up = new Axis(0, 1, TOP + side, TOP);
    }

    Drawing drawing(String title, String description) {
        drawMarks();
        svg.line(Ink.REFERENCE, across.at(0), up.at(0), across.at(1), up.at(1));
        for (int i = 0; i < chart.labels().size(); i++) {
            drawPromise(i);
        }
        for (int i = 0; i < chart.labels().size(); i++) {
            drawLabel(i);
        }
        svg.ofNone();
        String came = TextWidth.fitted(labels.name(chart.came().name()), Svg.TEXT_SIZE, width - 10);
        String promised = TextWidth.fitted(labels.name(chart.promised().name()), Svg.TEXT_SIZE, width - across.start());
        svg.text(Ink.QUIET, Anchor.START, 0, 10, came);
        svg.text(Ink.QUIET, Anchor.START, across.start(), up.start() + 36, promised);
        return svg.drawing(width, (int) Math.ceil(up.start() + 44), title, description);
    }

    private void drawMarks() {
        double step = across.step(TICKS);
        for (double tick : across.ticks(TICKS)) {
            Ink ink = tick < step / 2 ? Ink.AXIS : Ink.GRID;
            svg.line(ink, across.start(), up.at(tick), across.end(), up.at(tick));
            svg.line(ink, across.at(tick), up.start(), across.at(tick), up.end());
            svg.text(Ink.QUIET, Anchor.END, across.start() - 8, up.at(tick) + 4, labels.tick(tick, step));
            svg.text(Ink.QUIET, Anchor.MIDDLE, across.at(tick), up.start() + 18, labels.tick(tick, step));
        }
    }

    private void drawPromise(int index) {
        Estimate estimate = chart.came().values().get(index);
        if (isDrawn(index)) {
            double x = x(index);
            svg.of(0, index);
            if (estimate.hasInterval()) {
                Whisker.vertical(svg, x, up, estimate);
            }
            double y = up.at(number(estimate.value()));
            svg.circle(Ink.DOT, x, y, 4.5, labels.tip(chart.labels().get(index), chart.came(), estimate));
            taken.add(new Box(x - 6, x + 6, up.at(number(estimate.high())), up.at(number(estimate.low()))));
        }
    }

    /** Beside its dot, on the side that is free; where neither is, the tip and the table behind say it. */
    private void drawLabel(int index) {
        if (!isDrawn(index)) {
            return;
        }
        String text = labels.name(chart.labels().get(index));
        double length = TextWidth.of(text, Svg.TEXT_SIZE);
        double y = up.at(number(chart.came().values().get(index).value()));
        Box right = Box.ofLine(x(index) + 9, x(index) + 9 + length, y);
        Box left = Box.ofLine(x(index) - 9 - length, x(index) - 9, y);
        if (right.right() <= width && taken.stream().noneMatch(right::meets)) {
            taken.add(right);
            svg.of(0).text(Ink.TEXT, Anchor.START, right.left(), y + 4, text);
        } else if (left.left() >= across.start() && taken.stream().noneMatch(left::meets)) {
            taken.add(left);
            svg.of(0).text(Ink.TEXT, Anchor.END, left.right(), y + 4, text);
        }
    }

    private boolean isDrawn(int index) {
        return !chart.came().values().get(index).isMissing();
    }

    private double x(int index) {
        return across.at(number(chart.promised().values().get(index).value()));
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

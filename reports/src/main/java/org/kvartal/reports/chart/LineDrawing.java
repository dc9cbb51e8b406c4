package org.kvartal.reports.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.Lettering.Anchor;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;

/** Lines over time, the band of the forecast behind them, and the names of the lines at their right ends. */
final class LineDrawing {
    private static final double TOP = 12;
    private static final int TICKS = 5;

    private final LineChart chart;
    private final int width;
    private final double bottom;
    private final Labels labels;
    private final Axis axis;
    private final PeriodAxis periods;
    private final EndLabels ends;
    private final Svg svg = new Svg();

    LineDrawing(LineChart chart, Canvas canvas, Language language) {
        this.chart = chart;
        this.width = canvas.width();
        this.bottom = TOP + canvas.plotHeight();
        this.labels = Labels.of(chart, language);
        this.axis = Axis.around(Axis.values(chart.series()), TICKS).between(bottom, TOP);
        this.ends = EndLabels.of(chart, labels, axis, width);
        double step = axis.step(TICKS);
        double left = 10
                + axis.ticks(TICKS).stream()
                        .mapToDouble(tick -> TextWidth.of(labels.tick(tick, step), Svg.TEXT_SIZE))
                        .max()
                        .orElse(0);
        this.periods = new PeriodAxis(labels.names(chart.labels()), left, width - ends.width());
    }

    Drawing drawing(String title, String description) {
        drawMarks();
        drawTurns();
        for (Series series : chart.series()) {
            drawBand(series);
        }
        // The first series is drawn last: it is the one that matters.
        IntStream.iterate(chart.series().size() - 1, i -> i >= 0, i -> i - 1).forEach(this::drawLine);
        svg.ofNone();
        periods.draw(svg, bottom + 20, width);
        ends.draw(svg, periods.right() + 6);
        return svg.drawing(width, (int) Math.ceil(bottom + 28), title, description);
    }

    private void drawMarks() {
        double step = axis.step(TICKS);
        for (double tick : axis.ticks(TICKS)) {
            Ink ink = Math.abs(tick) < step / 2 ? Ink.AXIS : Ink.GRID;
            svg.line(ink, periods.left(), axis.at(tick), periods.right(), axis.at(tick));
            svg.text(Ink.QUIET, Anchor.END, periods.left() - 8, axis.at(tick) + 4, labels.tick(tick, step));
        }
    }

    /** A line across where a series ends inside the drawing and another takes over, with both their names. */
    private void drawTurns() {
        for (Series series : chart.series()) {
            int last = indexes(series).max().orElse(-1);
            if (last >= 0 && last < chart.labels().size() - 1) {
                double x = periods.center(last) + periods.slot() / 2;
                svg.line(Ink.REFERENCE, x, TOP, x, bottom);
                svg.text(Ink.QUIET, Anchor.END, x - 6, TOP + 10, labels.name(series.name()));
            }
        }
    }

    private void drawBand(Series series) {
        List<Integer> drawn = indexes(series)
                .filter(i -> series.values().get(i).hasInterval())
                .boxed()
                .toList();
        if (drawn.isEmpty()) {
            return;
        }
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        origin(series, drawn.get(0)).ifPresent(start -> upper.append(point('M', start.index(), start.value())));
        for (int i : drawn) {
            upper.append(point(
                    upper.isEmpty() ? 'M' : 'L',
                    i,
                    number(series.values().get(i).high())));
            lower.insert(0, point('L', i, number(series.values().get(i).low())));
        }
        svg.of(chart.series().indexOf(series))
                .path(Ink.BAND, upper.append(lower).append('Z').toString(), "");
    }

    private void drawLine(int seriesIndex) {
        Series series = chart.series().get(seriesIndex);
        List<Integer> drawn = indexes(series).boxed().toList();
        StringBuilder line = new StringBuilder();
        if (series.scenario() == Scenario.FORECAST && !drawn.isEmpty()) {
            origin(series, drawn.get(0)).ifPresent(start -> line.append(point('M', start.index(), start.value())));
        }
        int before = -2;
        for (int i : drawn) {
            boolean continues = before == i - 1 || before == -2 && !line.isEmpty();
            line.append(point(
                    continues ? 'L' : 'M', i, number(series.values().get(i).value())));
            before = i;
        }
        if (!drawn.isEmpty()) {
            svg.of(seriesIndex).path(ink(series, seriesIndex), line.toString(), "");
        }
        drawn.forEach(i -> drawPoint(series, seriesIndex, i, drawn.size()));
    }

    /** A line of one point would be invisible, so it gets a dot; the others get a place to point at. */
    private void drawPoint(Series series, int seriesIndex, int index, int count) {
        Estimate estimate = series.values().get(index);
        String tip = labels.tip(chart.labels().get(index), series, estimate);
        svg.of(seriesIndex, index);
        double x = periods.center(index);
        double y = axis.at(number(estimate.value()));
        if (count == 1) {
            svg.circle(seriesIndex == 0 ? Ink.DOT : Ink.HOLLOW, x, y, 4, tip);
        } else {
            svg.circle(Ink.HIT, x, y, Math.min(8, Math.max(3, periods.slot() / 2)), tip);
        }
    }

    /** A forecast starts where the actual line ends. */
    private Optional<Point> origin(Series forecast, int first) {
        return chart.series().stream()
                .filter(series -> forecast.scenario() == Scenario.FORECAST && series.scenario() == Scenario.ACTUAL)
                .filter(series -> first > 0 && !series.values().get(first - 1).isMissing())
                .findFirst()
                .map(series -> new Point(
                        first - 1, number(series.values().get(first - 1).value())));
    }

    private record Point(int index, double value) {}

    private String point(char command, int index, double value) {
        return command + Svg.n(periods.center(index)) + " " + Svg.n(axis.at(value));
    }

    private static Ink ink(Series series, int seriesIndex) {
        boolean isOther = series.scenario() == Scenario.ACTUAL && seriesIndex > 0;
        return isOther ? Ink.LINE_OTHER : Ink.line(series.scenario());
    }

    private static IntStream indexes(Series series) {
        return IntStream.range(0, series.values().size())
                .filter(i -> !series.values().get(i).isMissing());
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

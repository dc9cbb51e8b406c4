package org.kvartal.reports.chart;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.kvartal.reports.chart.Lettering.Anchor;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Language;

/**
 * Columns over time. Actual and forecast stand in front; plan and prior year behind them, shifted to the left. If the
 * numbers fit they are written on columns that stand alone, else the axis has marks.
 */
final class ColumnDrawing {
    private static final double LABEL_ROOM = 20;

    /** Of the height; the key stands above. */
    private static final double KEY_ROOM = 30;

    private static final double WIDEST_COLUMN = 54;
    private static final double SHIFT = 0.28;

    private final ColumnChart chart;
    private final int width;
    private final Labels labels;
    private final Svg svg = new Svg();
    private final Key key;
    private final double top;
    private final double bottom;
    private final boolean hasNumbers;
    private final PeriodAxis periods;
    private final Axis axis;

    ColumnDrawing(ColumnChart chart, Canvas canvas, Language language) {
        this.chart = chart;
        this.width = canvas.width();
        this.labels = Labels.of(chart, language);
        this.key = new Key(chart.series(), labels, width);
        this.top = key.height() + LABEL_ROOM;
        this.bottom = top + canvas.plotHeight() - KEY_ROOM;
        Axis values = Axis.fromZero(chart.series());
        double lowest = values.low() < 0 ? bottom - LABEL_ROOM : bottom;
        // A number above a group of columns would be read as that of the tallest.
        this.hasNumbers = layers().size() == 1
                && widestNumber() + 6 <= (double) width / chart.labels().size();
        this.axis = values.between(lowest, top);
        this.periods = new PeriodAxis(labels.names(chart.labels()), hasNumbers ? 0 : marginOfMarks(), width);
    }

    Drawing drawing(String title, String description) {
        key.draw(svg, labels.reading());
        if (!hasNumbers) {
            drawMarks();
        }
        List<Series> backToFront = chart.series().stream()
                .sorted(Comparator.comparing(series -> depth(series.scenario())))
                .toList();
        backToFront.forEach(this::drawSeries);
        svg.ofNone();
        svg.line(Ink.AXIS, periods.left(), axis.zero(), width, axis.zero());
        periods.draw(svg, bottom + 18, width);
        return svg.drawing(width, (int) Math.ceil(bottom + 26), title, description);
    }

    /** Smaller is further back. */
    private static int depth(Scenario scenario) {
        return switch (scenario) {
            case PRIOR_YEAR -> 0;
            case PLAN -> 1;
            case ACTUAL, FORECAST -> 2;
        };
    }

    private void drawSeries(Series series) {
        for (int i = 0; i < series.values().size(); i++) {
            Estimate estimate = series.values().get(i);
            if (!estimate.isMissing()) {
                drawColumn(series, estimate, i);
            }
        }
    }

    private void drawColumn(Series series, Estimate estimate, int index) {
        svg.of(chart.series().indexOf(series), index);
        double value = number(estimate);
        double columnWidth = columnWidth();
        double x = left(index) - SHIFT * layer(series) * columnWidth;
        double y = Math.min(axis.at(value), axis.zero());
        double height = Math.abs(axis.at(value) - axis.zero());
        // Open at the foot: an outline on the axis would thicken it.
        String outline = "M" + Svg.n(x) + " " + Svg.n(axis.zero()) + "V" + Svg.n(axis.at(value)) + "H"
                + Svg.n(x + columnWidth) + "V" + Svg.n(axis.zero());
        svg.path(
                Ink.column(series.scenario()),
                outline,
                labels.tip(chart.labels().get(index), series, estimate));
        if (series.scenario() == Scenario.FORECAST) {
            svg.hatch(x, y, columnWidth, height);
        }
        if (estimate.hasInterval()) {
            Whisker.vertical(svg, x + columnWidth / 2, axis, estimate);
        }
        if (isInFront(series) && hasNumbers) {
            drawNumber(estimate, index, x + columnWidth / 2);
        }
    }

    /** Written beyond everything that stands in the period, so that no outline runs through the digits. */
    private void drawNumber(Estimate estimate, int index, double center) {
        boolean below = number(estimate) < 0;
        DoubleStream ends = chart.series().stream()
                .flatMap(series -> series.values().get(index).facts())
                .flatMap(fact -> fact.number().stream())
                .mapToDouble(BigDecimal::doubleValue);
        double end =
                below ? axis.at(ends.min().orElse(0)) + 15 : axis.at(ends.max().orElse(0)) - 6;
        String text = labels.value(estimate.value());
        double half = TextWidth.of(text, Svg.TEXT_SIZE) / 2;
        svg.text(Ink.TEXT, Anchor.MIDDLE, Math.max(half, Math.min(width - half, center)), end, text);
    }

    private void drawMarks() {
        double step = axis.step(4);
        for (double tick : axis.ticks(4)) {
            svg.line(Ink.GRID, periods.left(), axis.at(tick), width, axis.at(tick));
            svg.text(Ink.QUIET, Anchor.END, periods.left() - 8, axis.at(tick) + 4, labels.tick(tick, step));
        }
    }

    private double marginOfMarks() {
        double step = axis.step(4);
        return 10
                + axis.ticks(4).stream()
                        .mapToDouble(tick -> TextWidth.of(labels.tick(tick, step), Svg.TEXT_SIZE))
                        .max()
                        .orElse(0);
    }

    private double widestNumber() {
        return chart.series().stream()
                .filter(this::isInFront)
                .flatMap(series -> series.values().stream())
                .mapToDouble(value -> TextWidth.of(labels.value(value.value()), Svg.TEXT_SIZE))
                .max()
                .orElse(0);
    }

    private boolean isInFront(Series series) {
        return layer(series) == 0;
    }

    private double columnWidth() {
        return Math.min(periods.slot() * 0.72 / layersWidth(), WIDEST_COLUMN);
    }

    private double left(int index) {
        return periods.center(index) + columnWidth() * (layersWidth() / 2 - 1);
    }

    /** How much wider than one column is the whole group: each layer looks out to the left by a part of a column. */
    private double layersWidth() {
        return 1 + SHIFT * (layers().size() - 1);
    }

    /** 0 is in front. */
    private int layer(Series series) {
        return layers().indexOf(depth(series.scenario()));
    }

    private List<Integer> layers() {
        return chart.series().stream()
                .map(series -> depth(series.scenario()))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static double number(Estimate estimate) {
        return estimate.value().number().orElseThrow().doubleValue();
    }
}

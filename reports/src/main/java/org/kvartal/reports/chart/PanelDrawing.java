package org.kvartal.reports.chart;

import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.reports.chart.Lettering.Anchor;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;

/** Small multiples: panels in rows, each with its name, its last value and its line, all with the same two axes. */
final class PanelDrawing {
    private static final double PLOT_HEIGHT = 72;
    private static final double HEAD = 24;
    private static final double FOOT = 22;
    private static final double ROW_GAP = 14;
    private static final double GAP = 18;
    private static final double NARROWEST = 150;
    private static final int MOST_COLUMNS = 4;

    private final PanelChart chart;
    private final int width;
    private final Labels labels;
    private final Axis values;
    private final double margin;
    private final int columns;
    private final double panelWidth;
    private final Svg svg = new Svg();

    PanelDrawing(PanelChart chart, int width, Language language) {
        this.chart = chart;
        this.width = width;
        this.labels = Labels.of(chart, language);
        this.values = Axis.around(Axis.values(chart.series()), 3);
        this.margin = 8
                + ends().stream()
                        .mapToDouble(end -> TextWidth.of(tick(end), Svg.TEXT_SIZE))
                        .max()
                        .orElse(0);
        int fitting = (int) Math.max(1, Math.floor((width - margin + GAP) / (NARROWEST + GAP)));
        this.columns = Math.min(Math.min(MOST_COLUMNS, fitting), chart.series().size());
        this.panelWidth = (width - margin - GAP * (columns - 1)) / columns;
    }

    Drawing drawing(String title, String description) {
        double rowHeight = HEAD + PLOT_HEIGHT + FOOT + ROW_GAP;
        int rows = (chart.series().size() + columns - 1) / columns;
        for (int i = 0; i < chart.series().size(); i++) {
            double left = margin + i % columns * (panelWidth + GAP);
            double top = i / columns * rowHeight + HEAD;
            Axis up = values.between(top + PLOT_HEIGHT, top);
            Axis across = new Axis(0, Math.max(1, chart.labels().size() - 1), left + 3, left + panelWidth - 3);
            drawFrame(up, left, i % columns == 0);
            drawPeriods(left, top + PLOT_HEIGHT + 16);
            drawMember(i, across, up, left);
        }
        svg.ofNone();
        return svg.drawing(width, (int) Math.ceil(rows * rowHeight - ROW_GAP + 2), title, description);
    }

    /** The ends of the common scale, and zero if it lies between. */
    private List<Double> ends() {
        return values.low() < 0 && values.high() > 0
                ? List.of(values.low(), 0.0, values.high())
                : List.of(values.low(), values.high());
    }

    private String tick(double value) {
        return labels.tick(value, values.high() - values.low());
    }

    private void drawFrame(Axis up, double left, boolean isFirst) {
        for (double end : ends()) {
            svg.ofNone().line(end == 0 ? Ink.AXIS : Ink.GRID, left, up.at(end), left + panelWidth, up.at(end));
            if (isFirst) {
                svg.text(Ink.QUIET, Anchor.END, margin - 8, up.at(end) + 4, tick(end));
            }
        }
    }

    /** The first and the last; of one period, only that. */
    private void drawPeriods(double left, double baseline) {
        int last = chart.labels().size() - 1;
        double room = last == 0 ? panelWidth : panelWidth / 2 - 6;
        svg.text(
                Ink.QUIET,
                Anchor.START,
                left,
                baseline,
                fitted(labels.name(chart.labels().get(0)), room));
        if (last > 0) {
            svg.text(
                    Ink.QUIET,
                    Anchor.END,
                    left + panelWidth,
                    baseline,
                    fitted(labels.name(chart.labels().get(last)), room));
        }
    }

    private void drawMember(int index, Axis across, Axis up, double left) {
        Series series = chart.series().get(index);
        int[] drawn = IntStream.range(0, series.values().size())
                .filter(i -> !series.values().get(i).isMissing())
                .toArray();
        svg.of(index);
        drawHead(series, drawn, left, up.end() - 9);
        if (drawn.length > 0) {
            svg.path(Ink.BAND, band(series, drawn, across, up), "");
            svg.path(Ink.line(series.scenario()), line(series, drawn, across, up), "");
        }
        for (int i : drawn) {
            Estimate estimate = series.values().get(i);
            Ink ink = drawn.length == 1 ? Ink.DOT : Ink.HIT;
            double x = across.at(i);
            double y = up.at(number(estimate.value()));
            svg.of(index, i).circle(ink, x, y, 4, labels.tip(chart.labels().get(i), series, estimate));
        }
    }

    private void drawHead(Series series, int[] drawn, double left, double baseline) {
        String value = drawn.length == 0
                ? ""
                : labels.value(series.values().get(drawn[drawn.length - 1]).value());
        double room = panelWidth - TextWidth.of(value, Svg.TEXT_SIZE) - 8;
        svg.text(Ink.STRONG, Anchor.START, left, baseline, fitted(labels.name(series.name()), room));
        if (!value.isEmpty()) {
            svg.text(Ink.TEXT, Anchor.END, left + panelWidth, baseline, value);
        }
    }

    private static String fitted(String text, double room) {
        return TextWidth.fitted(text, Svg.TEXT_SIZE, room);
    }

    private static String line(Series series, int[] drawn, Axis across, Axis up) {
        StringBuilder line = new StringBuilder();
        int before = -2;
        for (int i : drawn) {
            line.append(before == i - 1 ? 'L' : 'M')
                    .append(point(i, series.values().get(i).value(), across, up));
            before = i;
        }
        return line.toString();
    }

    /** Around what has an interval; empty where nothing has. */
    private static String band(Series series, int[] drawn, Axis across, Axis up) {
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (int i : drawn) {
            Estimate estimate = series.values().get(i);
            if (estimate.hasInterval()) {
                upper.append(upper.isEmpty() ? 'M' : 'L').append(point(i, estimate.high(), across, up));
                lower.insert(0, "L" + point(i, estimate.low(), across, up));
            }
        }
        return upper.isEmpty() ? "" : upper.append(lower).append('Z').toString();
    }

    private static String point(int index, Fact value, Axis across, Axis up) {
        return Svg.n(across.at(index)) + " " + Svg.n(up.at(number(value)));
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

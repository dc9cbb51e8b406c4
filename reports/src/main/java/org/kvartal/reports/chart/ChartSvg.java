package org.kvartal.reports.chart;

import org.kvartal.reports.fact.Language;

/** Draws charts as SVG: the same drawing for screen and paper, at the width that each has. */
public final class ChartSvg {
    private final Language language;

    public ChartSvg(Language language) {
        this.language = language;
    }

    /** The title above a chart, with the unit in the chart's scale. */
    public String title(Chart chart) {
        return chart.heading().title(language, chart.scale());
    }

    /** @param width in pixels; text keeps its size, so a narrow drawing has fewer marks, not smaller ones */
    public Drawing draw(Chart chart, int width) {
        return draw(chart, Canvas.screen(width));
    }

    /** The chart for a page, on which it stands beside others and their words: as wide, but lower. */
    public Drawing drawLow(Chart chart, int width) {
        return draw(chart, Canvas.paper(width));
    }

    private Drawing draw(Chart chart, Canvas canvas) {
        int width = canvas.width();
        String title = title(chart);
        String message = chart.heading().message().print(language);
        if (chart instanceof ColumnChart columns) {
            return new ColumnDrawing(columns, canvas, language).drawing(title, message);
        }
        if (chart instanceof LineChart lines) {
            return new LineDrawing(lines, canvas, language).drawing(title, message);
        }
        if (chart instanceof CalibrationPlot calibration) {
            return new CalibrationDrawing(calibration, canvas, language).drawing(title, message);
        }
        if (chart instanceof PanelChart panels) {
            return new PanelDrawing(panels, width, language).drawing(title, message);
        }
        return members(chart, width, title, message).downwards(Reading.of(language));
    }

    private Drawing members(Chart chart, int width, String title, String message) {
        if (chart instanceof BarChart bars) {
            return new BarDrawing(bars, width, language).drawing(title, message);
        }
        if (chart instanceof BridgeChart bridge) {
            return new BridgeDrawing(bridge, width, language).drawing(title, message);
        }
        return new DotDrawing((DotPlot) chart, width, language).drawing(title, message);
    }
}

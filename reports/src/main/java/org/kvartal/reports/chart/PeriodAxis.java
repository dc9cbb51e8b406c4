package org.kvartal.reports.chart;

import java.util.List;
import org.kvartal.reports.chart.Lettering.Anchor;

/** The periods below columns and lines: as many as fit without touching, each wholly inside the drawing. */
record PeriodAxis(List<String> labels, double left, double right) {
    private static final double GAP = 10;

    /** Width that belongs to one period. */
    double slot() {
        return (right - left) / labels.size();
    }

    double center(int index) {
        return left + slot() * (index + 0.5);
    }

    /** @param baseline of the labels */
    void draw(Svg svg, double baseline, double drawingWidth) {
        List<String> fitted = labels.stream()
                .map(label -> TextWidth.fitted(label, Svg.TEXT_SIZE, drawingWidth / 3))
                .toList();
        int every = every(fitted);
        double free = drawingWidth;
        // From the last period backwards, because that is the one the reader looks for.
        for (int i = labels.size() - 1; i >= 0; i -= every) {
            double half = TextWidth.of(fitted.get(i), Svg.TEXT_SIZE) / 2;
            double x = Math.max(half, Math.min(drawingWidth - half, center(i)));
            if (x + half <= free) {
                svg.text(Ink.QUIET, Anchor.MIDDLE, x, baseline, fitted.get(i));
                free = x - half - GAP;
            }
        }
    }

    private int every(List<String> fitted) {
        double widest = fitted.stream()
                .mapToDouble(label -> TextWidth.of(label, Svg.TEXT_SIZE))
                .max()
                .orElse(0);
        return (int) Math.max(1, Math.ceil((widest + GAP) / slot()));
    }
}

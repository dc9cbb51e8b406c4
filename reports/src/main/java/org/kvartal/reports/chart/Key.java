package org.kvartal.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.chart.Lettering.Anchor;

/** The key of scenarios above columns and bars; left out when all that is drawn is actual. */
final class Key {
    private static final double LINE = 18;
    private static final double SWATCH = 10;
    private static final double GAP = 16;

    private final List<Entry> entries = new ArrayList<>();
    private final double width;
    private final double height;

    private record Entry(Scenario scenario, String name, double x, double top, int series) {}

    /** @param width in which the entries are laid out, in as many lines as they need */
    Key(List<Series> series, Labels labels, double width) {
        this.width = width;
        boolean isNeeded = series.size() > 1 || series.get(0).scenario() != Scenario.ACTUAL;
        double x = 0;
        double top = 0;
        for (Series one : isNeeded ? series : List.<Series>of()) {
            String name = TextWidth.fitted(labels.name(one.name()), Svg.TEXT_SIZE, width - SWATCH - 6);
            double entryWidth = SWATCH + 6 + TextWidth.of(name, Svg.TEXT_SIZE);
            if (x > 0 && x + entryWidth > width) {
                x = 0;
                top += LINE;
            }
            entries.add(new Entry(one.scenario(), name, x, top, series.indexOf(one)));
            x += entryWidth + GAP;
        }
        height = isNeeded ? top + LINE + 8 : 0;
    }

    /** Room that the key takes, with the space below it. */
    double height() {
        return height;
    }

    /** Beginning where the reader does. */
    void draw(Svg svg, Reading reading) {
        if (reading == Reading.RIGHT_TO_LEFT) {
            Svg key = new Svg();
            draw(key);
            svg.addMirrored(key, width);
        } else {
            draw(svg);
        }
    }

    private void draw(Svg svg) {
        for (Entry entry : entries) {
            svg.of(entry.series());
            svg.rect(Ink.column(entry.scenario()), entry.x() + 0.6, entry.top() + 3, SWATCH, SWATCH, "");
            if (entry.scenario() == Scenario.FORECAST) {
                svg.hatch(entry.x() + 0.6, entry.top() + 3, SWATCH, SWATCH);
            }
            svg.text(Ink.QUIET, Anchor.START, entry.x() + SWATCH + 6, entry.top() + 12, entry.name());
        }
        svg.ofNone();
    }
}

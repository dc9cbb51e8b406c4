package org.kvartal.reports.chart;

import java.util.List;
import org.kvartal.reports.chart.Lettering.Anchor;

/** The names of members down the left side of bars, dots and bridges, shortened to what the drawing can spare. */
record MemberColumn(List<String> names, double width) {
    private static final double LARGEST_SHARE = 0.36;

    static MemberColumn of(List<String> names, int drawingWidth) {
        double widest = names.stream()
                .mapToDouble(name -> TextWidth.of(name, Svg.TEXT_SIZE))
                .max()
                .orElse(0);
        return new MemberColumn(names, Math.min(widest, drawingWidth * LARGEST_SHARE));
    }

    /** Where the marks may begin. */
    double end() {
        return width + 12;
    }

    void draw(Svg svg, int index, double baseline, Ink ink) {
        svg.text(ink, Anchor.START, 0, baseline, TextWidth.fitted(names.get(index), Svg.TEXT_SIZE, width + 1));
    }
}

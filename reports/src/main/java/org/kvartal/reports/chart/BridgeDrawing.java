package org.kvartal.reports.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.chart.Lettering.Anchor;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;

/** A bridge from top to bottom: start, the changes hanging one from the other, end. */
final class BridgeDrawing {
    private static final double THICKNESS = 16;
    private static final double ROW = 30;

    private final BridgeChart chart;
    private final int width;
    private final Labels labels;
    private final MemberColumn members;
    private final List<Double> levels;
    private final Axis axis;
    private final Svg svg = new Svg();

    BridgeDrawing(BridgeChart chart, int width, Language language) {
        this.chart = chart;
        this.width = width;
        this.labels = Labels.of(chart, language);
        this.members = MemberColumn.of(labels.names(chart.labels()), width);
        this.levels = levels(chart);
        double number = 10
                + items().mapToDouble(item -> TextWidth.of(text(item), Svg.TEXT_SIZE))
                        .max()
                        .orElse(0);
        double low = levels.stream().mapToDouble(level -> level).min().orElse(0);
        double high = levels.stream().mapToDouble(level -> level).max().orElse(0);
        Axis values = new Axis(Math.min(0, low), low >= high && high <= 0 && low >= 0 ? 1 : Math.max(0, high), 0, 1);
        this.axis = values.between(members.end() + (low < 0 ? number : 0), width - number);
    }

    Drawing drawing(String title, String description) {
        List<Item> all = items().toList();
        for (int i = 0; i < all.size(); i++) {
            drawStep(all.get(i), i, 2 + ROW * i);
        }
        svg.line(Ink.AXIS, axis.zero(), 2, axis.zero(), 2 + ROW * all.size());
        return svg.drawing(width, (int) Math.ceil(6 + ROW * all.size()), title, description);
    }

    /** The running total behind each item. */
    private static List<Double> levels(BridgeChart chart) {
        List<Double> levels = new ArrayList<>();
        BigDecimal level = chart.start().value().number().orElseThrow();
        levels.add(level.doubleValue());
        for (Item change : chart.changes()) {
            level = level.add(change.value().number().orElseThrow());
            levels.add(level.doubleValue());
        }
        levels.add(level.doubleValue());
        return levels;
    }

    private void drawStep(Item item, int index, double top) {
        boolean isTotal = index == 0 || index == levels.size() - 1;
        double from = axis.at(isTotal ? 0 : levels.get(index - 1));
        double to = axis.at(levels.get(index));
        double barTop = top + (ROW - THICKNESS) / 2;
        boolean falls = number(item.value()) < 0;
        Ink ink = isTotal ? Ink.ACTUAL : falls ? Ink.LOSS : Ink.GAIN;
        String tip = labels.tip(item.label(), chart.series().get(0), Estimate.exact(item.value()));
        svg.of(0, index).rect(ink, Math.min(from, to), barTop, Math.max(1, Math.abs(to - from)), THICKNESS, tip);
        svg.ofNone();
        if (index < levels.size() - 1) {
            svg.line(Ink.REFERENCE, to, barTop + THICKNESS, to, barTop + ROW);
        }
        double baseline = barTop + THICKNESS / 2 + 4;
        members.draw(svg, index, baseline, isTotal ? Ink.STRONG : Ink.TEXT);
        boolean left = isTotal && falls;
        double end = left ? Math.min(from, to) - 6 : Math.max(from, to) + 6;
        svg.text(isTotal ? Ink.STRONG : Ink.TEXT, left ? Anchor.END : Anchor.START, end, baseline, text(item));
    }

    private String text(Item item) {
        boolean isTotal = item == chart.start() || item == chart.end();
        return labels.value(isTotal ? item.value() : item.value().asChange());
    }

    private Stream<Item> items() {
        return Stream.concat(Stream.of(chart.start()), Stream.concat(chart.changes().stream(), Stream.of(chart.end())));
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

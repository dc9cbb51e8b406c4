package org.kvartal.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.chart.Lettering.Anchor;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;

/** Names and last values of the lines that reach the right edge, moved apart until none covers another. */
record EndLabels(List<Label> labels, double width) {
    private static final double LINE_HEIGHT = 15;
    private static final double LARGEST_SHARE = 0.36;

    /**
     * @param y where its line ends
     * @param series its place in the chart
     */
    record Label(Ink ink, String text, double y, int series) {}

    static EndLabels of(LineChart chart, Labels labels, Axis axis, int drawingWidth) {
        List<Label> wanted = chart.series().stream()
                .flatMap(series ->
                        of(series, chart.series().indexOf(series), labels, axis, drawingWidth * LARGEST_SHARE))
                .sorted(Comparator.comparingDouble(Label::y))
                .toList();
        double widest = wanted.stream()
                .mapToDouble(label -> TextWidth.of(label.text(), Svg.TEXT_SIZE))
                .max()
                .orElse(0);
        return new EndLabels(apart(wanted, axis), widest + 8);
    }

    private static Stream<Label> of(Series series, int place, Labels labels, Axis axis, double most) {
        Estimate estimate = series.values().get(series.values().size() - 1);
        if (estimate.isMissing()) {
            return Stream.empty();
        }
        String value = " " + labels.value(estimate.value());
        String name =
                TextWidth.fitted(labels.name(series.name()), Svg.TEXT_SIZE, most - TextWidth.of(value, Svg.TEXT_SIZE));
        boolean isReference = series.scenario() == Scenario.PRIOR_YEAR || series.scenario() == Scenario.PLAN;
        Ink ink = isReference ? Ink.QUIET : Ink.STRONG;
        Stream<Label> named = Stream.of(new Label(ink, name + value, y(estimate.value(), axis), place));
        Stream<Label> ends = estimate.hasInterval()
                ? Stream.of(estimate.low(), estimate.high())
                        .map(end -> new Label(Ink.QUIET, labels.value(end), y(end, axis), place))
                : Stream.empty();
        return Stream.concat(named, ends);
    }

    private static List<Label> apart(List<Label> wanted, Axis axis) {
        List<Label> placed = new ArrayList<>();
        double free = axis.end();
        for (Label label : wanted) {
            double y = Math.max(label.y(), free);
            placed.add(new Label(label.ink(), label.text(), y, label.series()));
            free = y + LINE_HEIGHT;
        }
        double limit = axis.start();
        for (int i = placed.size() - 1; i >= 0 && placed.get(i).y() > limit; i--) {
            Label label = placed.get(i);
            placed.set(i, new Label(label.ink(), label.text(), limit, label.series()));
            limit -= LINE_HEIGHT;
        }
        return placed;
    }

    void draw(Svg svg, double x) {
        labels.forEach(label -> svg.of(label.series()).text(label.ink(), Anchor.START, x, label.y() + 4, label.text()));
        svg.ofNone();
    }

    private static double y(Fact fact, Axis axis) {
        return axis.at(fact.number().orElseThrow().doubleValue());
    }
}

package org.kvartal.reports.chart;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.reports.chart.Lettering.Anchor;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;

/** Horizontal bars by member, each with its number behind it; plan and prior year look out above the actual bar. */
final class BarDrawing {
    private static final double THICKNESS = 14;
    private static final double SHIFT = 5;
    private static final double GAP = 12;

    private final BarChart chart;
    private final int width;
    private final Labels labels;
    private final MemberColumn members;
    private final Axis axis;
    private final double casesWidth;
    private final Svg svg = new Svg();

    BarDrawing(BarChart chart, int width, Language language) {
        this.chart = chart;
        this.width = width;
        this.labels = Labels.of(chart, language);
        this.members = MemberColumn.of(labels.names(chart.labels()), width);
        this.casesWidth = widest(front().values().stream().map(Estimate::value).map(labels::cases));
        Axis values = Axis.fromZero(chart.series());
        double number =
                8 + widest(front().values().stream().map(Estimate::value).map(labels::value));
        double left = members.end() + (values.low() < 0 ? number : 0);
        double right = width - number - (casesWidth > 0 ? casesWidth + 10 : 0);
        this.axis = values.between(left, values.high() > 0 ? right : width - (casesWidth > 0 ? casesWidth + 10 : 0));
    }

    Drawing drawing(String title, String description) {
        Key key = new Key(chart.series(), labels, width);
        key.draw(svg, Reading.LEFT_TO_RIGHT);
        double top = key.height() + 2;
        double rowHeight = THICKNESS + GAP + SHIFT * (chart.series().size() - 1);
        for (int i = 0; i < chart.labels().size(); i++) {
            drawMember(i, top + rowHeight * i + GAP / 2);
        }
        double bottom = top + rowHeight * chart.labels().size();
        svg.line(Ink.AXIS, axis.zero(), top, axis.zero(), bottom);
        return svg.drawing(width, (int) Math.ceil(bottom + 4), title, description);
    }

    private void drawMember(int index, double top) {
        List<Series> backToFront = chart.series().stream()
                .sorted(Comparator.comparing(BarDrawing::depth))
                .toList();
        for (int layer = 0; layer < backToFront.size(); layer++) {
            drawBar(backToFront.get(layer), index, top + layer * SHIFT);
        }
        double center = top + (backToFront.size() - 1) * SHIFT + THICKNESS / 2;
        svg.ofNone();
        members.draw(svg, index, center + 4, Ink.TEXT);
        drawNumber(index, center + 4);
    }

    private void drawBar(Series series, int index, double top) {
        Estimate estimate = series.values().get(index);
        if (estimate.isMissing()) {
            return;
        }
        svg.of(chart.series().indexOf(series), index);
        double end = axis.at(number(estimate.value()));
        double left = Math.min(end, axis.zero());
        double length = Math.abs(end - axis.zero());
        svg.rect(
                Ink.column(series.scenario()),
                left,
                top,
                length,
                THICKNESS,
                labels.tip(chart.labels().get(index), series, estimate));
        if (series.scenario() == Scenario.FORECAST) {
            svg.hatch(left, top, length, THICKNESS);
        }
        if (estimate.hasInterval()) {
            Whisker.horizontal(svg, top + THICKNESS / 2, axis, estimate);
        }
    }

    /** Written beyond everything that stands in the row, so that no other bar runs through the digits. */
    private void drawNumber(int index, double baseline) {
        Estimate estimate = front().values().get(index);
        String number = labels.value(estimate.value());
        boolean negative = !estimate.isMissing() && number(estimate.value()) < 0;
        double[] ends = Stream.concat(Stream.of(0.0), numbers(index))
                .mapToDouble(axis::at)
                .sorted()
                .toArray();
        double end = negative ? ends[0] - 6 : ends[ends.length - 1] + 6;
        svg.text(Ink.TEXT, negative ? Anchor.END : Anchor.START, end, baseline, number);
        if (casesWidth > 0) {
            svg.text(Ink.QUIET, Anchor.END, width, baseline, labels.cases(estimate.value()));
        }
    }

    private Stream<Double> numbers(int index) {
        return chart.series().stream()
                .flatMap(series -> series.values().get(index).facts())
                .filter(fact -> fact.number().isPresent())
                .map(BarDrawing::number);
    }

    private Series front() {
        return chart.series().stream()
                .max(Comparator.comparing(BarDrawing::depth))
                .orElseThrow();
    }

    private static int depth(Series series) {
        return switch (series.scenario()) {
            case PRIOR_YEAR -> 0;
            case PLAN -> 1;
            case FORECAST -> 2;
            case ACTUAL -> 3;
        };
    }

    private static double widest(Stream<String> texts) {
        return texts.mapToDouble(text -> TextWidth.of(text, Svg.TEXT_SIZE))
                .max()
                .orElse(0);
    }

    private static double number(Fact fact) {
        return fact.number().orElseThrow().doubleValue();
    }
}

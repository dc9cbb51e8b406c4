package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.TimeSeries;

/** The end of a series and its forecasts as SVG: the past as a line, the mean of the first model in its intervals. */
final class FanChart {
    private static final int WIDTH = 340;
    private static final int HEIGHT = 150;
    private static final int LEFT = 46;
    private static final int TOP = 8;
    private static final int FOOT = 20;
    private static final int LEAST_SHOWN = 36;
    private static final int MOST_SHOWN = 180;
    private static final double AIR = 0.06;

    private final SeriesAnswer answer;
    private final TimeSeries values;
    private final Forecasts first;
    private final int from;
    private final int end;
    private final double low;
    private final double high;

    FanChart(SeriesAnswer answer) {
        this.answer = answer;
        this.values = answer.series().values();
        this.first = answer.forecasts().get(0);
        int shown = Math.max(LEAST_SHOWN, Math.max(3 * first.horizon(), 3 * values.season()));
        this.from = Math.max(0, values.length() - Math.min(MOST_SHOWN, shown));
        this.end = values.length() + first.horizon();
        double[] drawn = drawn();
        double lowest = DoubleStream.of(drawn).min().orElse(0);
        double highest = DoubleStream.of(drawn).max().orElse(1);
        double air = lowest == highest ? Math.max(1, Math.abs(lowest) / 2) : (highest - lowest) * AIR;
        this.low = lowest - air;
        this.high = highest + air;
    }

    private double[] drawn() {
        DoubleStream past = IntStream.range(from, values.length()).mapToDouble(values::value);
        DoubleStream ahead = answer.forecasts().stream().flatMapToDouble(one -> DoubleStream.of(one.means()));
        DoubleStream ends = first.levels().fractions().stream()
                .flatMapToDouble(level ->
                        DoubleStream.concat(DoubleStream.of(first.lower(level)), DoubleStream.of(first.upper(level))));
        return DoubleStream.concat(DoubleStream.concat(past, ahead), ends)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    String svg() {
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                .formatted(
                        WIDTH,
                        HEIGHT,
                        Markup.escaped("Past and forecast of " + answer.series().name())));
        for (double value : ticks()) {
            line(svg, "axis", LEFT, y(value), WIDTH, y(value));
            text(svg, "end", LEFT - 5, y(value) + 4, Numerals.brief(value));
        }
        bands(svg);
        double now = x(values.length() - 0.5);
        line(svg, "now", now, TOP, now, HEIGHT - FOOT);
        past(svg);
        for (int i = answer.forecasts().size() - 1; i >= 0; i--) {
            path(
                    svg,
                    i == 0 ? "mean" : "others",
                    ahead(answer.forecasts().get(i).means()));
        }
        text(svg, "start", LEFT, HEIGHT - 5, answer.series().time(from));
        text(svg, "end", WIDTH, HEIGHT - 5, answer.series().timeAhead(first.horizon()));
        return svg.append("</svg>").toString();
    }

    /** Two to five round values. */
    private List<Double> ticks() {
        double magnitude = Math.pow(10, Math.floor(Math.log10((high - low) / 2)));
        double step = (high - low) / magnitude >= 10
                ? 5 * magnitude
                : (high - low) / magnitude >= 5 ? 2 * magnitude : magnitude;
        List<Double> ticks = new ArrayList<>();
        for (double tick = Math.ceil(low / step) * step; tick <= high; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private void bands(StringBuilder svg) {
        List<Double> levels = first.levels().fractions();
        for (int i = levels.size() - 1; i >= 0; i--) {
            double[] lower = first.lower(levels.get(i));
            double[] upper = first.upper(levels.get(i));
            StringBuilder outline = new StringBuilder(ahead(upper));
            for (int h = lower.length - 1; h >= 0; h--) {
                outline.append('L').append(point(values.length() + h, lower[h]));
            }
            path(svg, "band-" + Math.min(levels.size() - 1 - i, 1), thickened(outline, upper, lower) + "Z");
        }
    }

    /** A band of a single step has no width of its own. */
    private String thickened(StringBuilder outline, double[] upper, double[] lower) {
        if (upper.length > 1) {
            return outline.toString();
        }
        double t = values.length();
        return "M" + point(t - 0.4, upper[0]) + "L" + point(t + 0.4, upper[0]) + "L" + point(t + 0.4, lower[0]) + "L"
                + point(t - 0.4, lower[0]);
    }

    private String ahead(double[] path) {
        StringBuilder line = new StringBuilder();
        for (int h = 0; h < path.length; h++) {
            line.append(h == 0 ? 'M' : 'L').append(point(values.length() + h, path[h]));
        }
        double t = values.length();
        return path.length == 1 ? "M" + point(t - 0.4, path[0]) + "L" + point(t + 0.4, path[0]) : line.toString();
    }

    /** Gaps interrupt the line; a value between two gaps is a dot. */
    private void past(StringBuilder svg) {
        StringBuilder line = new StringBuilder();
        for (int t = from; t < values.length(); t++) {
            if (Double.isNaN(values.value(t))) {
                continue;
            }
            boolean goesOn = t > from && !Double.isNaN(values.value(t - 1));
            boolean isAlone = !goesOn && (t + 1 == values.length() || Double.isNaN(values.value(t + 1)));
            if (isAlone) {
                svg.append("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"2\"/>"
                        .formatted(n(x(t)), n(y(values.value(t)))));
            } else {
                line.append(goesOn ? 'L' : 'M').append(point(t, values.value(t)));
            }
        }
        path(svg, "past", line.toString());
    }

    private String point(double t, double value) {
        return n(x(t)) + " " + n(y(value));
    }

    private double x(double t) {
        return LEFT + (t - from + 0.5) / (end - from) * (WIDTH - LEFT);
    }

    private double y(double value) {
        return TOP + (high - value) / (high - low) * (HEIGHT - FOOT - TOP);
    }

    private static void path(StringBuilder svg, String style, String d) {
        if (!d.isEmpty()) {
            svg.append("<path class=\"%s\" d=\"%s\"/>".formatted(style, d));
        }
    }

    private static void line(StringBuilder svg, String style, double x1, double y1, double x2, double y2) {
        svg.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(style, n(x1), n(y1), n(x2), n(y2)));
    }

    private static void text(StringBuilder svg, String anchor, double x, double y, String text) {
        svg.append("<text text-anchor=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
                .formatted(anchor, n(x), n(y), Markup.escaped(text)));
    }

    private static String n(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}

package org.kvartal.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.reports.chart.Lettering.Anchor;

import static org.kvartal.reports.fact.Characters.escaped;

/** A drawing: marks are added from back to front. Coordinates are pixels from the upper left corner. */
final class Svg {
    static final double TEXT_SIZE = Lettering.SIZE;

    /** Belongs to no value, as an axis. */
    private static final int NONE = -1;

    private final StringBuilder marks = new StringBuilder();
    private final List<Lettering> lettering = new ArrayList<>();
    private int series = NONE;
    private int index = NONE;

    /** What is added from here on belongs to this value: readers walk the values, and see one series at a time. */
    Svg of(int newSeries, int newIndex) {
        series = newSeries;
        index = newIndex;
        return this;
    }

    /** What is added from here on belongs to the whole series, as its line. */
    Svg of(int newSeries) {
        return of(newSeries, NONE);
    }

    /** What is added from here on belongs to no value. */
    Svg ofNone() {
        return of(NONE, NONE);
    }

    Svg rect(Ink ink, double x, double y, double width, double height, String tip) {
        return mark(
                "rect",
                ink,
                attribute("x", x)
                        + attribute("y", y)
                        + attribute("width", Math.max(0, width))
                        + attribute("height", Math.max(0, height)),
                tip);
    }

    Svg line(Ink ink, double x1, double y1, double x2, double y2) {
        return path(ink, "M" + n(x1) + " " + n(y1) + "L" + n(x2) + " " + n(y2), "");
    }

    /** @param d what to draw; nothing is added for nothing */
    Svg path(Ink ink, String d, String tip) {
        return d.isEmpty() ? this : mark("path", ink, " d=\"" + d + "\"", tip);
    }

    Svg circle(Ink ink, double x, double y, double radius, String tip) {
        return mark("circle", ink, attribute("cx", x) + attribute("cy", y) + attribute("r", radius), tip);
    }

    /** @param y the base line */
    Svg text(Ink ink, Anchor anchor, double x, double y, String text) {
        lettering.add(new Lettering(ink, anchor, x, y, text, series));
        return this;
    }

    /** Diagonal lines inside a rectangle: hatching that any printer and any renderer shows alike. */
    Svg hatch(double x, double y, double width, double height) {
        StringBuilder lines = new StringBuilder();
        double step = 5;
        for (double offset = step; offset < width + height; offset += step) {
            double fromX = Math.min(offset, width);
            double toX = Math.max(0, offset - height);
            lines.append('M')
                    .append(n(x + fromX))
                    .append(' ')
                    .append(n(y + offset - fromX))
                    .append('L')
                    .append(n(x + toX))
                    .append(' ')
                    .append(n(y + offset - toX));
        }
        return lines.isEmpty() ? this : path(Ink.HATCH, lines.toString(), "");
    }

    /** What the other holds, as in a mirror of this width: letters stand where their mirror image would, and are read. */
    Svg addMirrored(Svg other, double width) {
        marks.append(mirrored(other.marks.toString(), width));
        other.lettering.forEach(letters -> lettering.add(letters.mirrored(width)));
        return this;
    }

    static String mirrored(String marks, double width) {
        return marks.isEmpty() ? "" : "<g transform=\"matrix(-1 0 0 1 " + n(width) + " 0)\">\n" + marks + "</g>\n";
    }

    /** Width and height are whole numbers, because some renderers ignore others. */
    Drawing drawing(int width, int height, String title, String description) {
        return new Drawing(width, height, title, description, marks.toString(), lettering);
    }

    private Svg mark(String element, Ink ink, String geometry, String tip) {
        marks.append('<').append(element).append(' ').append(ink.attributes()).append(geometry);
        if (series != NONE) {
            marks.append(" data-series=\"").append(series).append('"');
        }
        if (index != NONE) {
            marks.append(" data-index=\"").append(index).append('"');
        }
        if (tip.isEmpty()) {
            marks.append("/>\n");
        } else {
            marks.append("><title>")
                    .append(escaped(tip))
                    .append("</title></")
                    .append(element)
                    .append(">\n");
        }
        return this;
    }

    private static String attribute(String name, double value) {
        return " " + name + "=\"" + n(value) + "\"";
    }

    /** A coordinate with at most one digit behind the point: finer than any screen, and the same on every machine. */
    static String n(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}

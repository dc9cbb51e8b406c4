package org.kvartal.reports.chart;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import org.kvartal.reports.chart.Lettering.Anchor;

import static org.kvartal.reports.fact.Characters.escaped;

/** A finished drawing. Marks and letters are kept apart, because paper sets the letters itself. */
public final class Drawing {
    private static final double LINE = 16;
    private static final double ASCENT = 12;

    private final int width;
    private final int height;
    private final String title;
    private final String description;
    private final String marks;
    private final List<Lettering> lettering;
    private final Walk walk;

    /** How the values follow each other. */
    enum Walk {
        /** From left to right, as time does in every language. */
        ACROSS(""),
        /** One below the other, the bars growing to the right. */
        DOWN(" data-walk=\"down\""),
        /** One below the other, the bars growing to the left. */
        DOWN_MIRRORED(" data-walk=\"down\" data-mirrored=\"true\"");

        private final String attributes;

        Walk(String attributes) {
            this.attributes = attributes;
        }
    }

    Drawing(int width, int height, String title, String description, String marks, List<Lettering> lettering) {
        this(width, height, title, description, marks, lettering, Walk.ACROSS);
    }

    private Drawing(
            int width,
            int height,
            String title,
            String description,
            String marks,
            List<Lettering> lettering,
            Walk walk) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.description = description;
        this.marks = marks;
        this.lettering = List.copyOf(lettering);
        this.walk = walk;
    }

    /** A drawing of members, one below the other; names stand where lines begin, and bars grow away from them. */
    Drawing downwards(Reading reading) {
        if (reading == Reading.LEFT_TO_RIGHT) {
            return new Drawing(width, height, title, description, marks, lettering, Walk.DOWN);
        }
        List<Lettering> turned =
                lettering.stream().map(letters -> letters.mirrored(width)).toList();
        return new Drawing(width, height, title, description, Svg.mirrored(marks, width), turned, Walk.DOWN_MIRRORED);
    }

    List<Lettering> lettering() {
        return lettering;
    }

    /** SVG for the screen. */
    public String svg() {
        StringBuilder texts = new StringBuilder();
        lettering.forEach(letters -> texts.append(element(letters)));
        return svg(walk.attributes + " role=\"img\" aria-label=\"" + escaped(title) + "\"", texts.toString());
    }

    /**
     * XHTML for a renderer that would draw the letters of an SVG as shapes: they are set above the drawing as text,
     * which can be selected and searched.
     */
    public String xhtml() {
        StringBuilder texts = new StringBuilder();
        lettering.forEach(letters -> texts.append(positioned(letters)));
        return "<div class=\"drawing\" style=\"width:" + width + "px;height:" + height + "px\">"
                + svg(" alt=\"" + escaped(title + ". " + description) + "\"", "") + texts + "</div>";
    }

    private String svg(String attributes, String texts) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\"" + attributes + " width=\"" + width
                + "\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height
                + "\" font-family=\"'IBM Plex Sans'\" font-size=\"" + Svg.n(Lettering.SIZE) + "\">\n<title>"
                + escaped(title) + "</title>\n<desc>" + escaped(description) + "</desc>\n" + marks + texts + "</svg>";
    }

    private static String element(Lettering letters) {
        String anchored = letters.anchor() == Anchor.START
                ? ""
                : " text-anchor=\"" + letters.anchor().name().toLowerCase(Locale.ROOT) + "\"";
        return "<text " + letters.ink().attributes() + " x=\"" + Svg.n(letters.x()) + "\" y=\"" + Svg.n(letters.y())
                + "\"" + anchored + (letters.series() < 0 ? "" : " data-series=\"" + letters.series() + "\"") + ">"
                + isolated(letters.text()) + "</text>\n";
    }

    /** Text of another direction than the drawing's is ordered by its own first letter. */
    private static String isolated(String text) {
        String escaped = escaped(text);
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? "\u2068" + escaped + "\u2069" : escaped;
    }

    /** A box of one line, wide enough for any anchor: centred on its point, or ending at it. */
    private String positioned(Lettering letters) {
        double box = 2.0 * width;
        double left = switch (letters.anchor()) {
            case START -> letters.x();
            case MIDDLE -> letters.x() - box / 2;
            case END -> letters.x() - box;
        };
        return "<span class=\"letters " + letters.ink().cssClass() + " "
                + letters.anchor().name().toLowerCase(Locale.ROOT)
                + "\" style=\"left:" + Svg.n(left) + "px;top:" + Svg.n(letters.y() - ASCENT) + "px;width:" + Svg.n(box)
                + "px;line-height:" + Svg.n(LINE) + "px\">" + escaped(letters.text()) + "</span>";
    }
}

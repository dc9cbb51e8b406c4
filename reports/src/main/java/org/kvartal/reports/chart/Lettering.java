package org.kvartal.reports.chart;

/**
 * A text in a drawing.
 *
 * @param y the base line
 */
record Lettering(Ink ink, Anchor anchor, double x, double y, String text) {
    static final double SIZE = 12;

    /** Which of its points stands at {@code x}. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}

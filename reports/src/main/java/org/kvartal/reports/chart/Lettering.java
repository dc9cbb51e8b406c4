package org.kvartal.reports.chart;

/**
 * A text in a drawing.
 *
 * @param y the base line
 * @param series place of the series that it names or whose value it is, negative for none
 */
record Lettering(Ink ink, Anchor anchor, double x, double y, String text, int series) {
    static final double SIZE = 12;

    /** Which of its points stands at {@code x}. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        private Anchor mirrored() {
            return switch (this) {
                case START -> END;
                case MIDDLE -> MIDDLE;
                case END -> START;
            };
        }
    }

    /** The same letters where they stand in a mirror of this width. */
    Lettering mirrored(double width) {
        return new Lettering(ink, anchor.mirrored(), width - x, y, text, series);
    }
}

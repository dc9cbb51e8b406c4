package org.kvartal.reports.chart;

/**
 * How large a drawing may be, in pixels; text keeps its size on each.
 *
 * @param plotHeight of charts that run over time; those of members are as high as their members need
 */
record Canvas(int width, int plotHeight) {
    private static final int ON_SCREEN = 240;

    /** Low enough that a page holds several charts and their words. */
    private static final int ON_PAPER = 142;

    static Canvas screen(int width) {
        return new Canvas(width, ON_SCREEN);
    }

    static Canvas paper(int width) {
        return new Canvas(width, ON_PAPER);
    }
}

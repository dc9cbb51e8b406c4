package org.kvartal.forecast.pipeline;

/**
 * The days after a landmark, cut where hazards may change: fine at first, coarse later, and before the end of a quarter.
 */
final class Cells {
    private static final int[] LEADS = {
        1, 3, 6, 10, 14, 21, 28, 35, 42, 49, 56, 70, 84, 98, 126, 154, 182, 238, 294, 364
    };
    /** So many days ahead, a few days more or less to the end of a quarter do not matter. */
    private static final int FINE = 98;

    private static final int LATER = 91;
    private static final int[] BEFORE_QUARTER_END = {28, 14, 0};

    private final Calendar calendar;

    Cells(Calendar calendar) {
        this.calendar = calendar;
    }

    /** Receives the days after one day up to another, the latter included. */
    interface Visitor {
        void cell(int after, int to);
    }

    void visit(int landmark, int end, Visitor visitor) {
        int after = landmark;
        int lead = 0;
        while (after < end) {
            while (lead < LEADS.length && landmark + LEADS[lead] <= after) {
                lead++;
            }
            int to = lead < LEADS.length ? landmark + LEADS[lead] : after + LATER;
            to = Math.min(end, after - landmark > FINE ? to : Math.min(to, nextClockCut(after)));
            visitor.cell(after, to);
            after = to;
        }
    }

    /** The last day, after the given one, before which the pace of the quarter's end changes. */
    private int nextClockCut(int after) {
        int left = calendar.daysToQuarterEnd(after + 1);
        for (int cut : BEFORE_QUARTER_END) {
            if (left >= cut) {
                return after + 1 + left - cut;
            }
        }
        return after + 1;
    }
}

package org.kvartal.forecast.pipeline;

import java.util.Arrays;
import org.kvartal.forecast.regression.PenalisedPoisson;
import org.kvartal.forecast.regression.RateModel;
import org.kvartal.forecast.regression.SparseRow;
import org.kvartal.forecast.regression.SparseRows;

/**
 * Stretches of days at risk of one kind of end, and the fit of the hazard.
 *
 * <p>Effects and clock are fitted in turns: the clock first as if all deals were alike, then given what the effects say of
 * the deals that were open on each day.
 */
final class HazardRows {
    private static final int TURNS = 2;

    private final SparseRows rows = new SparseRows();
    private int[] afters = new int[1024];
    private int[] tos = new int[1024];

    /** Adds the days after one day up to another; the event, if there is one, is on the last. */
    void add(SparseRow row, double events, int after, int to) {
        if (rows.size() == afters.length) {
            afters = Arrays.copyOf(afters, 2 * rows.size());
            tos = Arrays.copyOf(tos, 2 * rows.size());
        }
        afters[rows.size()] = after;
        tos[rows.size()] = to;
        rows.add(row, events, (double) to - after, 1);
    }

    int size() {
        return rows.size();
    }

    /** @param weight how much each row counts, when days are seen several times */
    Hazard fit(double weight, Terms terms, Calendar calendar, int asOf) {
        rows.weigh(weight);
        Clock clock = clock(row -> 1, calendar, asOf);
        RateModel model = null;
        for (int turn = 0; turn < TURNS; turn++) {
            Clock present = clock;
            rows.expose(row -> present.between(afters[row], tos[row]));
            model = model == null ? PenalisedPoisson.fit(rows, terms.groups()) : PenalisedPoisson.refit(rows, model);
            if (turn + 1 < TURNS) {
                RateModel fitted = model;
                clock = clock(row -> Math.exp(rows.logRate(row, fitted)), calendar, asOf);
            }
        }
        return new Hazard(model, clock);
    }

    /** Rate of a row. */
    private interface Rate {
        double of(int row);
    }

    private Clock clock(Rate rate, Calendar calendar, int asOf) {
        int first = calendar.first();
        double[] events = new double[asOf - first + 1];
        double[] expected = new double[asOf - first + 1];
        for (int row = 0; row < rows.size(); row++) {
            double perDay = rows.weight(row) * rate.of(row);
            for (int day = Math.max(first, afters[row] + 1); day <= tos[row]; day++) {
                expected[day - first] += perDay;
            }
            if (tos[row] >= first) {
                events[tos[row] - first] += rows.weight(row) * rows.event(row);
            }
        }
        return Clock.of(events, expected, calendar);
    }
}

package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import org.kvartal.forecast.regression.SparseRow;

/**
 * Deals not yet created that will be won by the end of the period.
 * <pre>
 *   wins = sum over days d to come of  rate(d) F(until - d)
 * </pre>
 * rate: {@link Arrivals} of new deals; F: probability that a new deal is won in that time, by hazards of age and
 * calendar fitted on all deals from the day of their creation, also those that were closed on it.
 */
public final class NewDeals {
    private static final int FOLLOW_UP = 364;
    private static final int YEARS_USED = 3;
    private static final int SAMPLE = 29;

    private final Terms terms;
    private final Cells cells;
    private final Calendar calendar;
    private final Hazard winning;
    private final Hazard losing;
    private final Arrivals arrivals;
    private final int asOf;
    private final int oldestWin;

    private NewDeals(
            Terms terms, Calendar calendar, Hazard winning, Hazard losing, Arrivals arrivals, int asOf, int oldestWin) {
        this.terms = terms;
        this.calendar = calendar;
        this.cells = new Cells(calendar);
        this.winning = winning;
        this.losing = losing;
        this.arrivals = arrivals;
        this.asOf = asOf;
        this.oldestWin = oldestWin;
    }

    /**
     * Fits on all deals with a creation date in the last three years.
     *
     * @param maxRows about as many rows are used for each kind of end; of more deals a sample is drawn by their ids, so that
     *     the cost of the regressions has a bound and the order of the deals does not matter
     */
    public static NewDeals fit(DealHistory history, Quarters quarters, int maxRows) {
        Spans deals = new Spans(history);
        int asOf = (int) history.asOf().toEpochDay();
        int oldest = asOf - YEARS_USED * 366;
        int from = Math.max(oldest, deals.firstEnd());
        Calendar calendar = new Calendar(quarters, from, asOf, asOf + 2 * 366);
        Terms terms = Terms.ofNewDeals(calendar);
        HazardRows wins = new HazardRows();
        HazardRows losses = new HazardRows();
        Cells cells = new Cells(calendar);
        double share = (double) maxRows / Math.max(1, rows(deals, oldest, from, cells));
        int oldestWin = 0;
        for (int i = 0; i < deals.size(); i++) {
            if (deals.created(i) >= oldest && (share >= 1 || deals.chance(i, SAMPLE) < share)) {
                Track track = Track.dated(deals.outcome(i), deals.created(i), deals.end(i));
                add(track, from, terms, cells, wins, losses);
                oldestWin = track.isWon() ? Math.max(oldestWin, track.end() - track.created()) : oldestWin;
            }
        }
        return new NewDeals(
                terms,
                calendar,
                wins.fit(1, terms, calendar, asOf),
                losses.fit(1, terms, calendar, asOf),
                Arrivals.fit(deals, from, asOf),
                asOf,
                oldestWin);
    }

    /** Number of rows of all deals. */
    private static long rows(Spans deals, int oldest, int from, Cells cells) {
        long[] rows = new long[1];
        for (int i = 0; i < deals.size(); i++) {
            if (deals.created(i) >= oldest) {
                int before = deals.created(i) - 1;
                cells.visit(before, lastSeen(before, deals.end(i)), (after, to) -> rows[0] += after + 1 < from ? 0 : 1);
            }
        }
        return rows[0];
    }

    private static int lastSeen(int before, int end) {
        return Math.min(end, before + FOLLOW_UP);
    }

    private static void add(Track track, int from, Terms terms, Cells cells, HazardRows wins, HazardRows losses) {
        int before = track.created() - 1;
        int end = lastSeen(before, track.end());
        SparseRow row = new SparseRow();
        cells.visit(before, end, (after, to) -> {
            if (after + 1 < from) {
                return;
            }
            row.truncate(0);
            terms.addDays(row, track, before, after, to);
            boolean ends = to == track.end();
            wins.add(row, ends && track.isWon() ? 1 : 0, after, to);
            losses.add(row, ends && track.isLost() ? 1 : 0, after, to);
        });
    }

    /** The shock of the quarter in which the period ends, on deals not yet created. */
    public Shock shock(LocalDate until) {
        return Shock.of(winning.effects(), terms, calendar, asOf, (int) until.toEpochDay());
    }

    /** Expected number of deals created and won by a day, under each of several shocks. */
    public double[] wins(LocalDate until, double[] shocks) {
        int last = (int) until.toEpochDay();
        double[] wins = new double[shocks.length];
        for (int day = asOf + 1; day <= last; day++) {
            double[] won = winWithin(day, last, shocks);
            double rate = arrivals.rate(day);
            for (int k = 0; k < wins.length; k++) {
                wins[k] += rate * won[k];
            }
        }
        return wins;
    }

    /** Variance of the number of new deals up to a day beyond Poisson, relative to the square of its mean. */
    public double excessVariance(LocalDate until) {
        return arrivals.excessVariance((int) until.toEpochDay() - asOf);
    }

    private double[] winWithin(int created, int last, double[] shocks) {
        Incidence incidence = new Incidence(shocks);
        Track track = Track.unknown(created);
        SparseRow row = new SparseRow();
        cells.visit(created - 1, last, (after, to) -> {
            row.truncate(0);
            terms.addDays(row, track, created - 1, after, to);
            double win = after - created >= oldestWin ? 0 : winning.over(row, after, to);
            incidence.add(win, losing.over(row, after, to), (after + 1 + to) / 2.0 - created);
        });
        return incidence.won();
    }
}

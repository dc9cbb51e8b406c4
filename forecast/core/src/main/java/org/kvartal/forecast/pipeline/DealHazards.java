package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvartal.forecast.regression.SparseRow;

/**
 * Hazards of being won and of being lost, by everything that was on record of a deal when one looked ahead.
 * <pre>
 *   log h_c(d | s) = sum of effects of: age on day d, calendar of day d, lead d - s, and of what was known on day s
 *   F_won(h)       = sum over cells of S(before) h_w / (h_w + h_l) (1 - exp(-(h_w + h_l) days))     c = won, lost
 * </pre>
 * s is a landmark: past days, four weeks apart, on which an open deal is looked at as if it were the as-of day. What came
 * after each landmark teaches how much a stage, a silence or a promise still tells after a lead, so that stages
 * need no model of their own. A day counts once, shared by the landmarks before it. Hazards end at the greatest age at
 * which a deal was ever won or lost. The quarter's effect is random; its variance is that of the {@link Shock}.
 *
 * <p>Sources: van Houwelingen and Putter, Dynamic Prediction in Clinical Survival Analysis, 2012, chapters 7 and 9
 * (landmarking with competing risks); Allison, Sociological Methodology 13, 1982.
 */
public final class DealHazards {
    private static final int LANDMARK_DAYS = 28;
    private static final int MIN_FOLLOW_UP = 98;
    private static final int MAX_FOLLOW_UP = 364;
    private static final int YEARS_USED = 4;
    private static final double[] NO_SHOCK = {0};
    private static final double SMALLEST_DRIVER = 0.05;
    private static final int MOST_DRIVERS = 4;
    private static final int SAMPLE = 17;
    private static final int PHASE = 5;

    private final Vocabulary words;
    private final Terms terms;
    private final Cells cells;
    private final Calendar calendar;
    private final Hazard winning;
    private final Hazard losing;
    private final int asOf;
    private final int oldestWin;
    private final int oldestLoss;

    private DealHazards(
            Vocabulary words, Terms terms, Calendar calendar, Hazard winning, Hazard losing, int asOf, Spans deals) {
        this.words = words;
        this.terms = terms;
        this.calendar = calendar;
        this.cells = new Cells(calendar);
        this.winning = winning;
        this.losing = losing;
        this.asOf = asOf;
        this.oldestWin = deals.oldest(Outcome.WON);
        this.oldestLoss = deals.oldest(Outcome.LOST);
    }

    /**
     * Fits on all deals with a creation date. Of many deals only those of the sample are looked at in detail, so that beyond
     * some ten thousand deals the regressions cost the same for any number; what remains to be done for each deal is to count
     * its days and its attributes.
     *
     * @param until last day of the period that is asked for: so far ahead of each landmark one looks
     * @param maxRows about as many rows are used for each kind of end; of more deals a sample is drawn by their ids
     */
    public static DealHazards fit(DealHistory history, LocalDate until, Quarters quarters, int maxRows) {
        Vocabulary words = new Vocabulary(history);
        Spans deals = new Spans(history);
        int asOf = (int) history.asOf().toEpochDay();
        int from = Math.max(asOf - YEARS_USED * 366, deals.firstEnd());
        Calendar calendar = new Calendar(quarters, from, asOf, asOf + 3 * 366);
        Terms terms = Terms.ofOpenDeals(words, calendar, words.lastAmounts(deals));
        int followUp = Math.min(MAX_FOLLOW_UP, Math.max(MIN_FOLLOW_UP, (int) until.toEpochDay() - asOf));
        Training training = new Training(terms, new Cells(calendar), followUp);
        training.addAll(deals, words, from, maxRows);
        return new DealHazards(
                words,
                terms,
                calendar,
                training.wins.fit(training.weight(), terms, calendar, asOf),
                training.losses.fit(training.weight(), terms, calendar, asOf),
                asOf,
                deals);
    }

    /** The rows of the two regressions. */
    private static final class Training {
        private final Terms terms;
        private final Cells cells;
        private final int followUp;
        private long daysSeen;
        private long daysCovered;
        private final SparseRow row = new SparseRow();
        private final HazardRows wins = new HazardRows();
        private final HazardRows losses = new HazardRows();

        Training(Terms terms, Cells cells, int followUp) {
            this.terms = terms;
            this.cells = cells;
            this.followUp = followUp;
        }

        void addAll(Spans deals, Vocabulary words, int from, int maxRows) {
            long expected = 0;
            for (int i = 0; i < deals.size(); i++) {
                expected += expectedRows(deals.created(i), deals.end(i), from);
            }
            double share = Math.min(1, (double) maxRows / Math.max(1, expected));
            for (int i = 0; i < deals.size(); i++) {
                if (share >= 1 || deals.chance(i, SAMPLE) < share) {
                    add(words.track(deals.deal(i)), deals.chance(i, PHASE), from);
                }
            }
        }

        private long expectedRows(int created, int end, int from) {
            long days = Math.max(0, end - Math.max(from, created));
            long landmarks = days / LANDMARK_DAYS + 1;
            return landmarks * (1 + Math.min(followUp, days) / 7);
        }

        private void add(Track track, double chance, int from) {
            int phase = (int) (chance * LANDMARK_DAYS);
            int covered = from;
            for (int landmark = track.created() + phase; landmark < track.end(); landmark += LANDMARK_DAYS) {
                if (landmark >= from) {
                    int end = Math.min(track.end(), landmark + followUp);
                    add(track, landmark, end);
                    daysSeen += end - landmark;
                    daysCovered += end - Math.max(landmark, covered);
                    covered = end;
                }
            }
        }

        private void add(Track track, int landmark, int end) {
            row.truncate(0);
            terms.addKnown(row, track, landmark);
            int known = row.size();
            cells.visit(landmark, end, (after, to) -> {
                row.truncate(known);
                terms.addDays(row, track, landmark, after, to);
                boolean ends = to == track.end();
                wins.add(row, ends && track.isWon() ? 1 : 0, after, to);
                losses.add(row, ends && track.isLost() ? 1 : 0, after, to);
            });
        }

        /** A day is seen from several landmarks, and yet happened once. */
        double weight() {
            return daysSeen > 0 ? (double) daysCovered / daysSeen : 1;
        }
    }

    /** The shock of the quarter in which a period ends. */
    public Shock shock(LocalDate until) {
        return Shock.of(winning.effects(), terms, calendar, asOf, (int) until.toEpochDay());
    }

    /**
     * Forecast of an open deal.
     *
     * @param shocks equally likely logarithms of factors on the hazard of winning
     */
    public DealEnding ending(Deal deal, LocalDate until, double[] shocks) {
        Track track = words.track(deal);
        int oldest = Math.max(oldestWin, oldestLoss);
        if (asOf - track.created() >= oldest) {
            return new DealEnding(DealForecast.stale(deal.id()), new double[shocks.length]);
        }
        Incidence byPeriod = new Incidence(shocks);
        visit(track, (int) until.toEpochDay(), byPeriod);
        Incidence ever = new Incidence(NO_SHOCK);
        visit(track, track.created() + oldest, ever);
        double winEver = Math.max(ever.meanWon(), byPeriod.meanWon());
        DealForecast forecast = DealForecast.closing(deal.id(), byPeriod.meanWon(), winEver, ever.daysToClose());
        return new DealEnding(forecast.drivenBy(drivers(track)), byPeriod.won());
    }

    private void visit(Track track, int until, Incidence incidence) {
        SparseRow row = new SparseRow();
        terms.addKnown(row, track, asOf);
        int known = row.size();
        cells.visit(asOf, until, (after, to) -> {
            row.truncate(known);
            terms.addDays(row, track, asOf, after, to);
            double win = to - track.created() > oldestWin ? 0 : winning.over(row, after, to);
            double loss = to - track.created() > oldestLoss ? 0 : losing.over(row, after, to);
            incidence.add(win, loss, (after + 1 + to) / 2.0 - asOf);
        });
    }

    /**
     * What is not known of the level of all hazards of winning: standard deviation of the mean logarithm over open deals,
     * each weighing as much as it is expected to bring wins, by the middle of the days up to the last of the period.
     */
    public double levelError(List<Deal> open, LocalDate until) {
        double[] sums = new double[terms.columns()];
        double total = 0;
        SparseRow row = new SparseRow();
        int middle = (asOf + (int) until.toEpochDay()) / 2;
        for (Deal deal : open) {
            Track track = words.track(deal);
            Incidence byPeriod = new Incidence(NO_SHOCK);
            visit(track, (int) until.toEpochDay(), byPeriod);
            double win = byPeriod.meanWon();
            if (win > 0) {
                row.truncate(0);
                terms.addKnown(row, track, asOf);
                terms.addDays(row, track, asOf, middle - 1, middle);
                row.addTo(sums, win);
                total += win;
            }
        }
        SparseRow mean = new SparseRow();
        for (int column = 0; column < sums.length; column++) {
            mean.add(column, total > 0 ? sums[column] / total : 0);
        }
        return winning.effects().standardError(mean);
    }

    /** The kinds of knowledge that move the hazard of winning most away from the one of all deals. */
    private List<String> drivers(Track track) {
        SparseRow row = new SparseRow();
        terms.addKnown(row, track, asOf);
        return winning.effects().effects(row).entrySet().stream()
                .filter(effect -> Math.abs(effect.getValue()) >= SMALLEST_DRIVER)
                .sorted(Comparator.comparing(effect -> -Math.abs(effect.getValue())))
                .limit(MOST_DRIVERS)
                .map(effect -> String.format(Locale.ROOT, "%s x%.2f", effect.getKey(), Math.exp(effect.getValue())))
                .toList();
    }

    /** Columns that were refused as features, with the reason. */
    public Map<String, String> refusedColumns() {
        return words.attributes().refused();
    }
}

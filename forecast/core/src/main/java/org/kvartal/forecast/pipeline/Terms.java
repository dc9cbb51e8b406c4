package org.kvartal.forecast.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kvartal.forecast.regression.EffectGroup;
import org.kvartal.forecast.regression.Penalty;
import org.kvartal.forecast.regression.SparseRow;

/**
 * What a hazard depends on, as columns of a design matrix.
 *
 * <p>What is known of a deal is taken at the landmark, the day on which one looks ahead, and how much it still tells
 * depends on the lead. Age, the distance to the promised day and the calendar go on with the days.
 */
final class Terms {
    private static final Spline AGE =
            Spline.ofLogDays(0, 2, 5, 10, 17, 25, 35, 48, 65, 90, 130, 180, 250, 350, 500, 700);
    private static final Spline LEAD = Spline.ofLogDays(1, 5, 12, 25, 45, 80, 140, 250);
    private static final Spline STAGE_LEAD = Spline.ofLogDays(3, 14, 40, 90, 180);
    private static final Spline DWELL = Spline.ofLogDays(0, 4, 10, 20, 35, 60, 100, 180, 300);
    private static final Spline STAGE_DWELL = Spline.ofLogDays(2, 14, 45, 100, 220);
    private static final Spline SILENCE = Spline.ofLogDays(0, 4, 10, 20, 35, 60, 100, 180, 300);
    private static final Spline PROMISE = Spline.of(-180, -90, -45, -21, -10, -3, 3, 10, 21, 45, 90, 180);
    private static final int[] QUARTER_END = {13, 27};
    static final String QUARTER = "quarter";
    private static final double USUAL_SHOCK_VARIANCE = 0.03;
    private static final double USUAL_SHOCK_QUARTERS = 3;
    private static final int MIN_LEVEL_DAYS = 720;
    private static final int MIN_SEASON_DAYS = 540;
    private static final int MOST_PUSHES = 4;
    private static final int MOST_WINS = 3;
    private static final int MONTHS = 12;
    private static final double FAR_DAYS = 60;
    private static final int LEVEL_DAYS = 182;

    private final Calendar calendar;
    private final List<EffectGroup> groups = new ArrayList<>();
    private final List<Term> atLandmark = new ArrayList<>();
    private final List<Term> onDay = new ArrayList<>();
    private int columns;

    /** Adds the entries of one effect group for a track, seen from a landmark, on a day. */
    private interface Term {
        void add(SparseRow row, int offset, Track track, int landmark, int day);

        default Term at(int offset) {
            return (row, none, track, landmark, day) -> add(row, offset, track, landmark, day);
        }
    }

    private Terms(Calendar calendar) {
        this.calendar = calendar;
        group(onDay, "constant", 1, Penalty.NONE, (row, offset, track, landmark, day) -> row.add(offset, 1));
        group(
                onDay,
                "age",
                AGE.size(),
                Penalty.WALK,
                (row, offset, track, landmark, day) -> AGE.add(row, offset, Math.log1p(day - track.created())));
        calendarTerms();
    }

    /** For deals not yet created: nothing but age and calendar is known of them. */
    static Terms ofNewDeals(Calendar calendar) {
        return new Terms(calendar);
    }

    /**
     * For open deals: everything that is on record.
     *
     * @param amounts logarithms of the amounts that the deals have in the end, ascending
     */
    static Terms ofOpenDeals(Vocabulary words, Calendar calendar, double[] amounts) {
        Terms terms = new Terms(calendar);
        terms.leadAndStage(words);
        terms.behaviour(words);
        if (words.knowsAmounts() && amounts.length > 0) {
            terms.amount(amounts);
        }
        terms.people(words);
        return terms;
    }

    private void group(List<Term> place, String name, int size, Penalty penalty, Term term) {
        groups.add(new EffectGroup(name, columns, columns + size, penalty));
        place.add(term.at(columns));
        columns += size;
    }

    private void calendarTerms() {
        group(
                onDay,
                "days to quarter end",
                QUARTER_END.length + 1,
                Penalty.RIDGE,
                (row, offset, track, landmark, day) ->
                        row.add(offset + Clock.band(QUARTER_END, calendar.daysToQuarterEnd(day)), 1));
        int days = calendar.asOf() - calendar.first();
        if (days >= MIN_LEVEL_DAYS) {
            Spline level = Spline.every(LEVEL_DAYS, calendar.first(), calendar.asOf());
            group(
                    onDay,
                    "level",
                    level.size(),
                    Penalty.WALK,
                    (row, offset, track, landmark, day) -> level.add(row, offset, day));
        }
        if (days >= MIN_SEASON_DAYS) {
            group(
                    onDay,
                    "month",
                    MONTHS,
                    Penalty.RIDGE,
                    (row, offset, track, landmark, day) -> row.add(offset + calendar.month(day), 1));
        }
        quarters();
    }

    /** The shock that all deals of a quarter share: of a sixth is usual. */
    private void quarters() {
        int count = calendar.quarterCount();
        groups.add(new EffectGroup(
                QUARTER, columns, columns + count, Penalty.RIDGE, USUAL_SHOCK_VARIANCE, USUAL_SHOCK_QUARTERS));
        int offset = columns;
        onDay.add((row, none, track, landmark, day) -> row.add(offset + calendar.quarter(day), 1));
        columns += count;
    }

    private void leadAndStage(Vocabulary words) {
        group(
                onDay,
                "lead",
                LEAD.size(),
                Penalty.WALK,
                (row, offset, track, landmark, day) -> LEAD.add(row, offset, Math.log1p(day - landmark)));
        if (!words.knowsStages()) {
            return;
        }
        int stages = words.stageCount();
        group(
                atLandmark,
                "stage",
                stages,
                Penalty.RIDGE,
                (row, offset, track, landmark, day) -> row.add(offset + stage(track, landmark), 1));
        group(
                onDay,
                "stage and lead",
                stages * STAGE_LEAD.size(),
                Penalty.RIDGE,
                (row, offset, track, landmark, day) -> STAGE_LEAD.add(
                        row, offset + stage(track, landmark) * STAGE_LEAD.size(), Math.log1p(day - landmark)));
        group(
                atLandmark,
                "time in stage",
                DWELL.size(),
                Penalty.WALK,
                (row, offset, track, landmark, day) -> DWELL.add(
                        row, offset, Math.log1p(landmark - track.stage().since(landmark))));
        group(
                onDay,
                "time in stage, far ahead",
                DWELL.size(),
                Penalty.RIDGE,
                (row, offset, track, landmark, day) -> DWELL.add(
                        row, offset, Math.log1p(landmark - track.stage().since(landmark)), far(landmark, day)));
        group(
                atLandmark,
                "stage and time in it",
                stages * STAGE_DWELL.size(),
                Penalty.RIDGE,
                (row, offset, track, landmark, day) -> STAGE_DWELL.add(
                        row,
                        offset + stage(track, landmark) * STAGE_DWELL.size(),
                        Math.log1p(landmark - track.stage().since(landmark))));
    }

    /** How much of what is known at a landmark may have been overtaken by a day: 0 at first, 1 after two months. */
    private static double far(int landmark, int day) {
        return Math.min(1, (day - landmark) / FAR_DAYS);
    }

    private static int stage(Track track, int landmark) {
        return (int) track.stage().at(landmark);
    }

    private void behaviour(Vocabulary words) {
        if (words.knowsTouches()) {
            group(
                    atLandmark,
                    "days since a change",
                    SILENCE.size(),
                    Penalty.WALK,
                    (row, offset, track, landmark, day) -> SILENCE.add(
                            row, offset, Math.log1p(landmark - track.touched().since(landmark))));
        }
        if (words.knowsPushes()) {
            group(
                    atLandmark,
                    "pushes",
                    MOST_PUSHES + 1,
                    Penalty.WALK,
                    (row, offset, track, landmark, day) -> row.add(
                            offset + Math.min(MOST_PUSHES, (int) track.pushes().at(landmark)), 1));
        }
        if (words.knowsPromises()) {
            group(
                    onDay,
                    "days to the promised close",
                    PROMISE.size() + 1,
                    Penalty.WALK,
                    (row, offset, track, landmark, day) -> {
                        double promise = track.promise().at(landmark);
                        if (Double.isNaN(promise)) {
                            row.add(offset + PROMISE.size(), 1);
                        } else {
                            PROMISE.add(row, offset, promise - day);
                        }
                    });
            group(
                    onDay,
                    "promised close, far ahead",
                    PROMISE.size(),
                    Penalty.RIDGE,
                    (row, offset, track, landmark, day) -> {
                        double promise = track.promise().at(landmark);
                        if (!Double.isNaN(promise)) {
                            PROMISE.add(row, offset, promise - day, far(landmark, day));
                        }
                    });
        }
    }

    private void amount(double[] amounts) {
        Attribute.Numbers numbers =
                new Attribute.Numbers("amount", Spline.atQuantiles(amounts, 0.02, 0.15, 0.35, 0.5, 0.65, 0.85, 0.98));
        group(
                atLandmark,
                "amount",
                numbers.size(),
                Penalty.WALK,
                (row, offset, track, landmark, day) ->
                        numbers.add(row, offset, track.amount().at(landmark)));
    }

    private void people(Vocabulary words) {
        if (words.ownerCount() > 2) {
            group(
                    atLandmark,
                    "owner",
                    words.ownerCount(),
                    Penalty.RIDGE,
                    (row, offset, track, landmark, day) ->
                            row.add(offset + (int) track.owner().at(landmark), 1));
        }
        group(
                atLandmark,
                "wins with the account",
                MOST_WINS + 1,
                Penalty.RIDGE,
                (row, offset, track, landmark, day) -> row.add(
                        offset + Math.min(MOST_WINS, (int) track.accountWins().at(landmark)), 1));
        List<Attribute> attributes = words.attributes().used();
        for (int i = 0; i < attributes.size(); i++) {
            Attribute attribute = attributes.get(i);
            int place = i;
            Penalty penalty = attribute instanceof Attribute.Names ? Penalty.RIDGE : Penalty.WALK;
            group(
                    atLandmark,
                    attribute.name(),
                    attribute.size(),
                    penalty,
                    (row, offset, track, landmark, day) ->
                            attribute.add(row, offset, track.attributes().at(place, landmark)));
        }
    }

    List<EffectGroup> groups() {
        return groups;
    }

    /** Number of columns. */
    int columns() {
        return columns;
    }

    /** Puts what is known at a landmark into an empty row. */
    void addKnown(SparseRow row, Track track, int landmark) {
        for (Term term : atLandmark) {
            term.add(row, 0, track, landmark, landmark);
        }
    }

    /** Adds what goes on with the days, for the middle of the days after one up to another. */
    void addDays(SparseRow row, Track track, int landmark, int after, int to) {
        int middle = (after + 1 + to) / 2;
        for (Term term : onDay) {
            term.add(row, 0, track, landmark, middle);
        }
    }

    /** The names of the groups, for messages. */
    List<String> names() {
        return Arrays.asList(groups.stream().map(EffectGroup::name).toArray(String[]::new));
    }
}

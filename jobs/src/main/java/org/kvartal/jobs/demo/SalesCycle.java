package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.jobs.demo.Timeline.Move;

/**
 * How long sales take. Won ones have two humps, of two weeks and of two to three months, as in the Maven CRM data; a sale
 * that is given up is given up early or after the offer. No stage of a living sale lasts longer than {@link #LONGEST_DWELL}
 * days and the wait for the end of a quarter, so that a stuck one can be told.
 */
final class SalesCycle {
    static final int LONGEST_DWELL = 80;

    private static final double FAST_WON = 0.25;
    private static final double SETBACK = 0.06;
    private static final Choice<Stage> STUCK_IN = Choice.of(List.of(Stage.NEED, Stage.PROP, Stage.NEGO), .35, .45, .2);

    private final Dice dice;
    private final Promises promises;

    SalesCycle(World world) {
        this.dice = world.dice("sales-cycle");
        this.promises = new Promises(world);
    }

    Timeline plan(Opening opening, Ending ending) {
        List<Stage> path = path(ending);
        List<Move> moves = new ArrayList<>();
        Instant last = opening.at();
        double meanDwell = days(ending) / (path.size() + 1);
        for (Stage next : path) {
            last = moment(last, dwell(meanDwell));
            moves.add(new Move(last, next));
        }
        moves.add(closing(last, meanDwell, ending));
        return promises.plan(opening, moves, ending);
    }

    private List<Stage> path(Ending ending) {
        List<Stage> path = new ArrayList<>();
        if (ending == Ending.LOST_EARLY) {
            if (dice.chance(0.6)) {
                path.add(Stage.NEED);
            }
            return path;
        }
        Stage deepest = ending == Ending.STUCK ? dice.pick(STUCK_IN) : deepest();
        for (Stage stage : List.of(Stage.NEED, Stage.PROP, Stage.NEGO, Stage.COMM)) {
            boolean skipped = stage == Stage.NEED && deepest != Stage.NEED && dice.chance(0.15);
            if (stage.compareTo(deepest) <= 0 && !skipped) {
                path.add(stage);
            }
        }
        if (deepest == Stage.NEGO && dice.chance(SETBACK)) {
            path.addAll(List.of(Stage.PROP, Stage.NEGO));
        }
        return path;
    }

    private Stage deepest() {
        return dice.chance(0.25) ? Stage.PROP : dice.chance(0.6) ? Stage.NEGO : Stage.COMM;
    }

    private double days(Ending ending) {
        return switch (ending) {
            case WON -> dice.chance(FAST_WON) ? dice.logNormal(12, 0.6) : dice.logNormal(78, 0.38);
            case LOST_EARLY -> dice.logNormal(13, 0.9);
            case LOST_LATE -> dice.chance(0.15) ? dice.logNormal(15, 0.6) : dice.logNormal(74, 0.45);
            case STUCK -> dice.logNormal(40, 0.5);
        };
    }

    private Move closing(Instant last, double meanDwell, Ending ending) {
        double dwell = ending == Ending.STUCK ? dice.uniform(200, 420) : dwell(meanDwell);
        Instant natural = moment(last, dwell);
        LocalDate day = WorkCalendar.dayOf(natural);
        LocalDate chosen =
                ending == Ending.WON ? QuarterEnd.dayOfWinning(day, dice) : QuarterEnd.dayOfLosing(day, dice);
        Instant closed = chosen.equals(day) ? natural : WorkCalendar.during(WorkCalendar.onOrBefore(chosen), dice);
        return new Move(closed.isAfter(last) ? closed : natural, ending == Ending.WON ? Stage.WON : Stage.LOST);
    }

    private double dwell(double mean) {
        return Math.min(LONGEST_DWELL, mean * dice.logNormal(0.88, 0.5));
    }

    /** A working moment some days later, and never the same second. */
    private Instant moment(Instant after, double days) {
        LocalDate due = WorkCalendar.dayOf(after).plusDays(Math.round(days));
        LocalDate day = dice.chance(0.5) ? WorkCalendar.onOrAfter(due) : WorkCalendar.onOrBefore(due);
        Instant moment = WorkCalendar.during(day, dice);
        return moment.isAfter(after) ? moment : after.plusSeconds(dice.between(60, 1_800));
    }
}

package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.jobs.demo.Timeline.Move;
import org.kvartal.jobs.demo.Timeline.Promise;

/** The close dates that sellers promise: too early at first, often the end of a quarter, and put off when the day comes. */
final class Promises {
    private static final double TYPICAL_DAYS = 70;
    private static final double NEGLECTED = 0.12;
    private static final double PULLED_IN = 0.6;
    private static final int PULL_IN_DAYS = 20;
    private static final int MOST_PROMISES_OF_STUCK = 3;

    private final Dice dice;

    Promises(World world) {
        this.dice = world.dice("promises");
    }

    Timeline plan(Opening opening, List<Move> moves, Ending ending) {
        Instant closed = moves.get(moves.size() - 1).at();
        long trueDays = closed.getEpochSecond() / 86_400 - opening.at().getEpochSecond() / 86_400;
        double guessed = ending == Ending.STUCK ? TYPICAL_DAYS : (trueDays + TYPICAL_DAYS) / 2;
        LocalDate first = rounded(opening.day().plusDays((long) Math.max(10, guessed * dice.logNormal(0.85, 0.4))));
        int most = ending == Ending.STUCK ? dice.between(1, MOST_PROMISES_OF_STUCK) : Integer.MAX_VALUE;
        List<Promise> made = putOff(first, opening.at(), closed, most);
        if (made.isEmpty() && ending != Ending.STUCK) {
            pullIn(first, moves).ifPresent(made::add);
        }
        return new Timeline(opening.at(), moves, first, made);
    }

    private List<Promise> putOff(LocalDate first, Instant opened, Instant closed, int most) {
        List<Promise> made = new ArrayList<>();
        LocalDate promised = first;
        Instant last = opened;
        while (made.size() < most && !dice.chance(NEGLECTED)) {
            LocalDate day = WorkCalendar.onOrAfter(promised.minusDays(dice.between(-2, 6)));
            Instant at = WorkCalendar.during(day, dice);
            if (!at.isAfter(last) || !at.isBefore(closed)) {
                break;
            }
            promised = rounded(promised.plusDays(dice.between(14, 50)));
            made.add(new Promise(at, promised));
            last = at;
        }
        return made;
    }

    /** A sale that moves faster than promised is promised for an earlier day, when it enters its last stage. */
    private Optional<Promise> pullIn(LocalDate promised, List<Move> moves) {
        LocalDate closed = WorkCalendar.dayOf(moves.get(moves.size() - 1).at());
        if (moves.size() < 2 || promised.minusDays(PULL_IN_DAYS).isBefore(closed) || !dice.chance(PULLED_IN)) {
            return Optional.empty();
        }
        Instant at = moves.get(moves.size() - 2).at();
        return Optional.of(new Promise(at, WorkCalendar.onOrAfter(closed.plusDays(dice.between(0, 6)))));
    }

    private LocalDate rounded(LocalDate day) {
        double chance = dice.uniform();
        return chance < 0.25 ? Span.quarterEnd(day) : chance < 0.45 ? Span.monthEnd(day) : WorkCalendar.onOrAfter(day);
    }
}

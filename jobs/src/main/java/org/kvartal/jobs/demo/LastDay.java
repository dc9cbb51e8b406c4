package org.kvartal.jobs.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.kvartal.jobs.demo.Timeline.Move;
import org.kvartal.jobs.demo.Timeline.Promise;

/**
 * Something happens on the last day, whatever day of the week it is: where fewer than three sales would be won, lost,
 * offered or put off on it, the next ones due are brought forward.
 */
final class LastDay {
    private static final int LEAST = 3;
    private static final int PUT_OFF_DAYS = 35;

    private final LocalDate day;
    private final Instant start;
    private final Instant end;
    private final Dice dice;

    LastDay(World world) {
        this.day = world.span().last();
        this.start = WorkCalendar.endOf(day.minusDays(1));
        this.end = world.end();
        this.dice = world.dice("last-day");
    }

    void fill(List<Deal> deals) {
        bringForward(deals, Stage.WON);
        bringForward(deals, Stage.LOST);
        bringForward(deals, Stage.PROP);
        putOff(deals);
    }

    private void bringForward(List<Deal> deals, Stage stage) {
        long happening = deals.stream()
                .filter(deal ->
                        deal.timeline().reached(stage).filter(this::within).isPresent())
                .count();
        deals.stream()
                .filter(deal -> resting(deal) && deal.ending() != Ending.STUCK)
                .filter(deal -> enters(deal.timeline(), stage))
                .sorted(Comparator.comparing(
                        deal -> deal.timeline().next(start).orElseThrow().at()))
                .limit(Math.max(0, LEAST - happening))
                .toList()
                .forEach(deal -> replace(deals, deal, deal.timeline().hurried(moment())));
    }

    /** Whether it next enters a stage in which it has not been. */
    private boolean enters(Timeline timeline, Stage stage) {
        return timeline.next(start).map(Move::at).equals(timeline.reached(stage));
    }

    private void putOff(List<Deal> deals) {
        long happening = deals.stream().filter(this::isPutOff).count();
        deals.stream()
                .filter(deal -> resting(deal) && deal.timeline().openAt(end) && deal.ending() != Ending.STUCK)
                .sorted(Comparator.comparing(deal -> deal.timeline().promisedAt(start)))
                .limit(Math.max(0, LEAST - happening))
                .toList()
                .forEach(deal -> replace(deals, deal, deal.timeline().promising(putOff(deal))));
    }

    private boolean isPutOff(Deal deal) {
        return deal.timeline().promises().stream()
                .filter(promise -> within(promise.madeAt()))
                .anyMatch(promise -> promise.day().isAfter(deal.timeline().promisedAt(promise.madeAt())));
    }

    private Promise putOff(Deal deal) {
        LocalDate promised = deal.timeline().promisedAt(start);
        LocalDate later = promised.isBefore(day) ? day : promised;
        return new Promise(moment(), later.plusDays(PUT_OFF_DAYS));
    }

    /** Open when the day begins, and nothing is to happen on it. */
    private boolean resting(Deal deal) {
        Timeline timeline = deal.timeline();
        return timeline.openAt(start)
                && timeline.moves().stream().noneMatch(move -> within(move.at()))
                && timeline.promises().stream().noneMatch(promise -> within(promise.madeAt()));
    }

    private boolean within(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    private Instant moment() {
        return WorkCalendar.during(day, dice);
    }

    private static void replace(List<Deal> deals, Deal deal, Timeline timeline) {
        deals.set(deals.indexOf(deal), deal.with(timeline));
    }
}

package org.kvartal.forecast.adoption;

import java.util.List;
import java.util.SortedSet;

/**
 * Tells of one person whether use has dropped or stopped, without taking a leave for it.
 *
 * <p>A drop is found by a {@link DropWatch} on the person's own days, tuned to at most one false finding in four years, since
 * there are many persons. It is over once four fifths of the usual share are reached again on the latest twenty days. It is a
 * stop when there was no use on the latest ten days that count: days on which there was a trace, or short gaps between such.
 * A silence of up to four weeks is put down to leave; a longer one is told as what it is.
 */
public final class UseJudge {
    /** Working days of silence that a leave may last. */
    public static final int LONGEST_LEAVE = 20;

    private static final DropWatch WATCH = new DropWatch(0.5, 7, 20, 10);
    private static final int FEWEST_DAYS = 30;
    private static final double LIGHT_SHARE = 0.15;
    private static final int RECENT = 20;
    private static final double RECOVERED = 0.8;
    private static final int STOPPED = 10;

    /**
     * What was found.
     *
     * @param since first working day of the state; -1 when it has no beginning to tell
     * @param usual share of active days before the drop, or so far; not a number of a person that is new
     * @param recent share of active days since, or on the latest twenty days; likewise
     */
    public record Judgement(UseState state, int since, double usual, double recent) {}

    private UseJudge() {}

    /** @param starts the days after the person's trainings */
    public static Judgement judge(PersonDays member, SortedSet<Integer> starts) {
        PersonDays days = member.alone();
        int end = days.length();
        int silent = days.silentAtEnd();
        if (silent > LONGEST_LEAVE) {
            return new Judgement(UseState.SILENT, end - silent, share(days, 0, end), 0);
        }
        List<Drop> drops = WATCH.watch(List.of(days), starts);
        int start = starts.isEmpty() ? 0 : starts.last();
        if (!drops.isEmpty() && drops.get(drops.size() - 1).since() >= start) {
            Judgement judgement = dropped(days, drops.get(drops.size() - 1));
            if (judgement.state().asksForATalk()) {
                return judgement;
            }
        }
        if (silent > PersonDays.SILENT_DAYS || end > 0 && days.on(end - 1) == Presence.OUT) {
            return new Judgement(UseState.AWAY, end - Math.max(1, silent), share(days, 0, end), Double.NaN);
        }
        if (days.counted(start, end) < FEWEST_DAYS) {
            return new Judgement(UseState.NEW, -1, Double.NaN, Double.NaN);
        }
        double usual = share(days, start, end);
        return new Judgement(
                usual < LIGHT_SHARE ? UseState.LIGHT : UseState.USING,
                -1,
                usual,
                share(days, days.latest(RECENT), end));
    }

    private static Judgement dropped(PersonDays days, Drop drop) {
        int end = days.length();
        double usual = drop.before().value();
        int recently = Math.max(drop.since(), days.latest(RECENT));
        if (share(days, recently, end) >= RECOVERED * usual) {
            return new Judgement(UseState.USING, -1, usual, share(days, recently, end));
        }
        int latest = days.latest(STOPPED);
        boolean isStopped = days.counted(latest, end) == STOPPED && days.active(latest, end) == 0;
        return isStopped
                ? new Judgement(UseState.STOPPED, days.lastActive() + 1, usual, 0)
                : new Judgement(UseState.DROPPED, drop.since(), usual, share(days, drop.since(), end));
    }

    private static double share(PersonDays days, int from, int to) {
        int counted = days.counted(from, to);
        return counted == 0 ? Double.NaN : Math.min(1, (double) days.active(from, to) / counted);
    }
}

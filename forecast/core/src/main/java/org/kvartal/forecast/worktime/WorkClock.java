package org.kvartal.forecast.worktime;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A clock that runs only while a team works.
 * <pre>
 *   elapsed(t1, t2) = sum over working stretches [a, b) of  max(0, min(b, t2) - max(a, t1))
 *   due(t, d)       = least u at or after t with elapsed(t, u) = d
 * </pre>
 * Both are answered from sums of working seconds before each stretch, by binary search: some hundred nanoseconds each. The
 * stretches are instants, so that a day on which the clocks change has an hour more or less where it is worked through. Hours
 * that the clock skips count as nothing; where an hour comes twice, hours end at the first of both when they end within it, and
 * begin at the first. What is before or after the days of the clock is refused rather than counted as nothing. Seconds are the
 * unit; fractions of a second are cut off.
 */
public final class WorkClock implements Serializable {
    private static final long serialVersionUID = 1;

    private final LocalDate first;
    private final LocalDate last;
    private final long begin;
    private final long end;
    private final long[] starts;
    private final long[] ends;
    /** Seconds worked before each stretch, and at the last place before the end of all. */
    private final long[] before;

    private WorkClock(LocalDate first, LocalDate last, ZoneId zone, long[] starts, long[] ends) {
        this.first = first;
        this.last = last;
        this.begin = first.atStartOfDay(zone).toEpochSecond();
        this.end = last.plusDays(1).atStartOfDay(zone).toEpochSecond();
        this.starts = starts;
        this.ends = ends;
        this.before = new long[starts.length + 1];
        for (int i = 0; i < starts.length; i++) {
            before[i + 1] = before[i] + ends[i] - starts[i];
        }
    }

    /**
     * A clock for some days.
     *
     * @param first day on which something may begin, in the zone of the calendar
     * @param last day on which something may end or be due; years ahead cost little
     */
    public static WorkClock of(WorkCalendar calendar, LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("Invalid days of a clock: %s to %s".formatted(first, last));
        }
        List<long[]> stretches = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (OpeningHours hours : calendar.on(day)) {
                long from = second(day, hours.from(), calendar.zone());
                long until = hours.endsAtMidnight()
                        ? second(day.plusDays(1), LocalTime.MIDNIGHT, calendar.zone())
                        : second(day, hours.until(), calendar.zone());
                if (from < until) {
                    stretches.add(new long[] {from, until});
                }
            }
        }
        return new WorkClock(
                first,
                last,
                calendar.zone(),
                stretches.stream().mapToLong(stretch -> stretch[0]).toArray(),
                stretches.stream().mapToLong(stretch -> stretch[1]).toArray());
    }

    /** Of a time that the clock skips when it skips; of one that comes twice the first. */
    private static long second(LocalDate day, LocalTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(day.atTime(time));
        return change != null && change.isGap()
                ? change.toEpochSecond()
                : day.atTime(time).atZone(zone).toEpochSecond();
    }

    /** Working seconds between two moments; 0 when the second is not after the first. */
    public long elapsedSeconds(Instant from, Instant until) {
        long start = checked(from.getEpochSecond());
        long stop = checked(until.getEpochSecond());
        return Math.max(0, worked(stop) - worked(start));
    }

    /** The same without what falls into pauses, which may overlap and reach beyond both ends. */
    public long elapsedSeconds(Instant from, Instant until, List<Span> pauses) {
        if (pauses.isEmpty()) {
            return elapsedSeconds(from, until);
        }
        long seconds = 0;
        Instant running = from;
        for (Span pause : byBeginning(pauses)) {
            if (pause.from().isAfter(running) && running.isBefore(until)) {
                seconds += elapsedSeconds(running, earlier(pause.from(), until));
            }
            running = pause.until().isAfter(running) ? pause.until() : running;
        }
        return running.isBefore(until) ? seconds + elapsedSeconds(running, until) : seconds;
    }

    /** Working time between two moments. */
    public Duration elapsed(Instant from, Instant until) {
        return Duration.ofSeconds(elapsedSeconds(from, until));
    }

    /**
     * When so many working seconds will have passed.
     *
     * @param seconds at least 0; of 0 the moment itself
     */
    public Instant due(Instant from, long seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("Invalid working time: " + seconds + " s must be at least 0");
        }
        if (seconds == 0) {
            return from;
        }
        long target = worked(checked(from.getEpochSecond())) + seconds;
        if (target > before[starts.length]) {
            throw new IllegalArgumentException(
                    "Cannot tell when %d s of work after %s are over: it is after %s".formatted(seconds, from, last));
        }
        int at = Arrays.binarySearch(before, target);
        int stretch = (at >= 0 ? at : -at - 1) - 1;
        return Instant.ofEpochSecond(starts[stretch] + target - before[stretch]);
    }

    /** The same where the clock stands still during pauses. */
    public Instant due(Instant from, long seconds, List<Span> pauses) {
        long left = seconds;
        Instant running = from;
        for (Span pause : byBeginning(pauses)) {
            if (pause.from().isAfter(running)) {
                long until = elapsedSeconds(running, pause.from());
                if (until >= left) {
                    return due(running, left);
                }
                left -= until;
            }
            running = pause.until().isAfter(running) ? pause.until() : running;
        }
        return due(running, left);
    }

    private static List<Span> byBeginning(List<Span> pauses) {
        return pauses.stream()
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Seconds worked from the beginning of the clock until a moment. */
    private long worked(long second) {
        int at = Arrays.binarySearch(starts, second);
        int stretch = at >= 0 ? at : -at - 2;
        return stretch < 0 ? 0 : before[stretch] + Math.min(second, ends[stretch]) - starts[stretch];
    }

    private long checked(long second) {
        if (second < begin || second > end) {
            throw new IllegalArgumentException("Invalid time: %s is not within the days of the clock, %s to %s"
                    .formatted(Instant.ofEpochSecond(second), first, last));
        }
        return second;
    }
}

package org.kvartal.forecast.adoption;

import java.util.stream.IntStream;

/**
 * What one person did on the working days of a period, first to last.
 *
 * <p>Whoever leaves no trace for more than {@value #SILENT_DAYS} working days may be on leave, and a leave is no drop. For a
 * unit, the first {@value #SILENT_DAYS} days of every silence count as days without use, since whoever stops leaves no trace
 * either, and the later ones do not count at all. For the person alone that would be too much: a long silence does not count,
 * and neither does one that is still going on.
 */
public final class PersonDays {
    /** Silent days in a row after which a leave is supposed. */
    public static final int SILENT_DAYS = 4;

    private final String person;
    private final Presence[] days;
    private final boolean[] counts;

    private PersonDays(String person, Presence[] days, boolean[] counts) {
        this.person = person;
        this.days = days;
        this.counts = counts;
    }

    /**
     * As days of a member of a unit.
     *
     * @param days one for each working day
     */
    public static PersonDays of(String person, Presence... days) {
        boolean[] counts = new boolean[days.length];
        int silent = 0;
        for (int day = 0; day < days.length; day++) {
            silent = days[day] == Presence.SILENT ? silent + 1 : 0;
            counts[day] = days[day] != Presence.OUT && silent <= SILENT_DAYS;
        }
        return new PersonDays(person, days.clone(), counts);
    }

    /** The same days, as those of the person alone. */
    public PersonDays alone() {
        boolean[] own = new boolean[days.length];
        int from = 0;
        for (int day = 0; day < days.length; day++) {
            if (days[day] != Presence.SILENT) {
                own[day] = days[day] != Presence.OUT;
                boolean wasShort = day - from <= SILENT_DAYS;
                for (int before = from; before < day; before++) {
                    own[before] = wasShort;
                }
                from = day + 1;
            }
        }
        return new PersonDays(person, days, own);
    }

    public String person() {
        return person;
    }

    public int length() {
        return days.length;
    }

    public Presence on(int day) {
        return days[day];
    }

    public boolean isActive(int day) {
        return days[day] == Presence.ACTIVE;
    }

    /** Whether the day tells anything about use. */
    public boolean counts(int day) {
        return counts[day];
    }

    /** Counted days from one day to another, the latter not included. */
    public int counted(int from, int to) {
        return (int) IntStream.range(from, to).filter(this::counts).count();
    }

    /** Active days from one day to another, the latter not included. */
    public int active(int from, int to) {
        return (int) IntStream.range(from, to).filter(this::isActive).count();
    }

    /** From which day on so many days counted, up to the last one; the first day when there are fewer. */
    public int latest(int counted) {
        int day = days.length;
        for (int found = 0; day > 0 && found < counted; ) {
            day--;
            found += counts[day] ? 1 : 0;
        }
        return day;
    }

    /** Silent days in a row up to the last one. */
    public int silentAtEnd() {
        int day = days.length;
        while (day > 0 && days[day - 1] == Presence.SILENT) {
            day--;
        }
        return days.length - day;
    }

    /** The last active day; -1 when there is none. */
    public int lastActive() {
        int day = days.length - 1;
        while (day >= 0 && days[day] != Presence.ACTIVE) {
            day--;
        }
        return day;
    }
}

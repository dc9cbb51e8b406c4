package org.kvartal.forecast.run.adoption;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kvartal.ingest.lake.Lake;
import org.kvartal.ingest.model.AsOf;

/** On which days of the last two years each person did what in the CRM. */
final class UseLog implements UseEvents.Listener {
    private static final int YEARS = 2;

    private final LocalDate first;
    private final int length;
    private final AdoptionSettings settings;
    private final SortedMap<String, Person> persons = new TreeMap<>();
    private final SortedMap<String, int[]> uses = new TreeMap<>();
    private final BitSet traces = new BitSet();

    /** What one person did, by days from the first. */
    static final class Person {
        final BitSet seen = new BitSet();
        final BitSet active = new BitSet();
        final SortedMap<String, BitSet> functions = new TreeMap<>();
        final int[] uses;

        private Person(int length) {
            this.uses = new int[length];
        }
    }

    private UseLog(AsOf asOf, AdoptionSettings settings) {
        this.first = asOf.date().minusYears(YEARS).plusDays(1);
        this.length = (int) ChronoUnit.DAYS.between(first, asOf.date()) + 1;
        this.settings = settings;
    }

    static UseLog read(Lake lake, AsOf asOf, Roster roster, AdoptionSettings settings) {
        UseLog log = new UseLog(asOf, settings);
        UseEvents.read(lake, asOf, log.first, roster, log);
        return log;
    }

    @Override
    public void used(String person, LocalDate date, String function, int count) {
        int day = day(date);
        Person own = persons.computeIfAbsent(person, ignored -> new Person(length));
        own.seen.set(day);
        traces.set(day);
        if (settings.isUse(function)) {
            own.active.set(day);
            own.functions.computeIfAbsent(function, ignored -> new BitSet()).set(day);
            own.uses[day] += count;
            uses.computeIfAbsent(function, ignored -> new int[length])[day] += count;
        }
    }

    /** Of persons who never used the CRM nothing is kept. */
    @Override
    public void traced(String person, LocalDate date) {
        if (persons.containsKey(person)) {
            persons.get(person).seen.set(day(date));
        }
    }

    /** Days from the first one. */
    int day(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(first, day);
    }

    LocalDate date(int day) {
        return first.plusDays(day);
    }

    int length() {
        return length;
    }

    /** First day with a use of anyone; the length when there is none. */
    int firstTrace() {
        int day = traces.nextSetBit(0);
        return day < 0 ? length : day;
    }

    /** By id. */
    SortedMap<String, Person> persons() {
        return persons;
    }

    /** Uses of all persons by day, of each function that counts. */
    SortedMap<String, int[]> uses() {
        return uses;
    }
}

package org.kvartal.forecast.training;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A course, and who has attended it since when. Of several sessions of a person the first counts: what came later is part of
 * what the first began.
 */
public final class Programme {
    private final String name;
    private final Map<String, LocalDate> first;
    private final Map<String, TreeSet<LocalDate>> days;

    private Programme(String name, Map<String, LocalDate> first, Map<String, TreeSet<LocalDate>> days) {
        this.name = name;
        this.first = first;
        this.days = days;
    }

    /** One per course that somebody attended up to a day, in the order of their names. */
    public static List<Programme> of(Collection<Enrolment> enrolments, LocalDate asOf) {
        Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
        Map<String, Map<String, LocalDate>> first = new TreeMap<>();
        for (Enrolment one : enrolments) {
            if (one.isAttended() && !one.heldOn().isAfter(asOf)) {
                days.computeIfAbsent(one.person(), person -> new TreeSet<>()).add(one.heldOn());
                first.computeIfAbsent(one.programme(), programme -> new TreeMap<>())
                        .merge(one.person(), one.heldOn(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return first.entrySet().stream()
                .map(entry -> new Programme(entry.getKey(), entry.getValue(), days))
                .toList();
    }

    public String name() {
        return name;
    }

    /** Day of the first session, by person. */
    public Map<String, LocalDate> first() {
        return first;
    }

    /** The same course as if only these persons had attended it. */
    Programme only(Collection<String> persons) {
        Map<String, LocalDate> fewer = new TreeMap<>(first);
        fewer.keySet().retainAll(persons);
        return new Programme(name, fewer, days);
    }

    /** Month of the first session as a number. */
    Optional<Long> month(String person) {
        return Optional.ofNullable(first.get(person)).map(Programme::number);
    }

    /** Whether a cell lies in the period of the person's training, but before it. */
    boolean isJustBefore(OutcomeCell cell, Periods periods) {
        LocalDate day = first.get(cell.person());
        if (day == null || periods.period(number(day)) != periods.period(number(cell.month()))) {
            return false;
        }
        TreeSet<LocalDate> all = days.getOrDefault(cell.person(), new TreeSet<>());
        return number(cell.month()) < number(day)
                || number(cell.month()) == number(day)
                        && cell.phase() < all.headSet(day, true).size();
    }

    /** Months since the year 0. */
    static long number(LocalDate day) {
        return day.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    /** First day of a month. */
    public static LocalDate month(long number) {
        return LocalDate.EPOCH.withDayOfMonth(1).plusMonths(number - number(LocalDate.EPOCH));
    }
}

package org.kvartal.forecast.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Quarters and months by day, looked up once for all days that matter. */
final class Calendar {
    private final int first;
    private final int asOf;
    private final int[] daysToQuarterEnd;
    private final int[] quarter;
    private final byte[] month;
    private final byte[] daysToMonthEnd;
    private final List<Integer> quarterEnds = new ArrayList<>();

    /** The days from one to another, both included, in days from the epoch; of those after the as-of day nothing is known. */
    Calendar(Quarters quarters, int first, int asOf, int last) {
        this.first = first;
        this.asOf = asOf;
        int size = last - first + 1;
        daysToQuarterEnd = new int[size];
        quarter = new int[size];
        month = new byte[size];
        daysToMonthEnd = new byte[size];
        int end = first - 1;
        for (int day = first; day <= last; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            if (day > end) {
                end = (int) quarters.lastDay(date).toEpochDay();
                quarterEnds.add(end);
            }
            daysToQuarterEnd[day - first] = end - day;
            quarter[day - first] = quarterEnds.size() - 1;
            month[day - first] = (byte) (date.getMonthValue() - 1);
            daysToMonthEnd[day - first] = (byte) (date.lengthOfMonth() - date.getDayOfMonth());
        }
    }

    /** The first day it knows. */
    int first() {
        return first;
    }

    /** The last day of which anything is known. */
    int asOf() {
        return asOf;
    }

    /** The last day it knows. */
    int last() {
        return first + quarter.length - 1;
    }

    int daysToQuarterEnd(int day) {
        return daysToQuarterEnd[place(day)];
    }

    /** Number of the quarter, from 0. */
    int quarter(int day) {
        return quarter[place(day)];
    }

    int quarterCount() {
        return quarterEnds.size();
    }

    /** From 0 for January. */
    int month(int day) {
        return month[place(day)];
    }

    int daysToMonthEnd(int day) {
        return daysToMonthEnd[place(day)];
    }

    private int place(int day) {
        return Math.min(daysToQuarterEnd.length - 1, Math.max(0, day - first));
    }
}

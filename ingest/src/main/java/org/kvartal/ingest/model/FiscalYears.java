package org.kvartal.ingest.model;

/** A rule that says when each fiscal year and each of its months begins. */
public sealed interface FiscalYears permits MonthYears, PersianYears, WeekYears {

    /** @param number by which the year is known */
    FiscalYear year(int number);

    /** By how much the number of a year is smaller than that of the civil year it ends in, give or take one. */
    int yearsBehind();

    /** In a few words: "fiscal year from January". */
    String description();
}

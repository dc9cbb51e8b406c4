package org.kvartal.reports.fact;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a fact says: a number, a day, a few words, or that there is no answer. */
public sealed interface Value {

    record Quantity(BigDecimal number) implements Value {}

    record Day(LocalDate date) implements Value {}

    /** Words out of the data. */
    record Words(String words) implements Value {}

    /** Words of the product that the data hold in English. */
    record Phrase(String english) implements Value {}

    /** Nothing to print, as a rate of nothing: shown as a dash, never as zero. */
    record Missing() implements Value {}
}

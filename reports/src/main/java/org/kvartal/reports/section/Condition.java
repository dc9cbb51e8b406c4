package org.kvartal.reports.section;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** SQL conditions that choose the rows behind a fact. */
public final class Condition {
    private Condition() {}

    /** The column has this text; the empty text stands for no value. */
    public static String is(String column, String value) {
        return value.isEmpty() ? "coalesce(" + column + ", '') = ''" : column + " = " + literal(value);
    }

    /** The column has none of these texts; rows without a value are chosen unless the empty text is among them. */
    public static String isNoneOf(String column, Collection<String> values) {
        return "coalesce(" + column + ", '') not in ("
                + values.stream().map(Condition::literal).collect(Collectors.joining(", ")) + ")";
    }

    /** The column has one of these texts. */
    public static String isOneOf(String column, Collection<String> values) {
        return column + " in (" + values.stream().map(Condition::literal).collect(Collectors.joining(", ")) + ")";
    }

    /** The day in the column is one of these, both ends included. */
    public static String within(String column, LocalDate from, LocalDate to) {
        return column + " between " + literal(from) + " and " + literal(to);
    }

    /** All conditions hold; empty ones say nothing. */
    public static String all(String... conditions) {
        return Arrays.stream(conditions)
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(" and "));
    }

    /** The text as SQL writes it. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The day as SQL writes it. */
    public static String literal(LocalDate day) {
        return "date '" + day + "'";
    }
}

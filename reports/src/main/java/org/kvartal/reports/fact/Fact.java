package org.kvartal.reports.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A printed value and where it comes from.
 *
 * @param rowCount rows behind the value (its n), or {@link #UNCOUNTED}
 */
public record Fact(Value value, Unit unit, Origin origin, long rowCount) implements Span {
    public static final long UNCOUNTED = -1;

    public static Fact of(BigDecimal number, Unit unit, Origin origin) {
        return new Fact(new Value.Quantity(number), unit, origin, UNCOUNTED);
    }

    public static Fact of(long number, Unit unit, Origin origin) {
        return of(BigDecimal.valueOf(number), unit, origin);
    }

    public static Fact of(double number, Unit unit, Origin origin) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("Invalid number " + number + ": " + origin.sql() + " must be finite");
        }
        return of(BigDecimal.valueOf(number), unit, origin);
    }

    public static Fact of(LocalDate date, Origin origin) {
        return new Fact(new Value.Day(date), Unit.DATE, origin, UNCOUNTED);
    }

    public static Fact of(String words, Origin origin) {
        return new Fact(new Value.Words(words), Unit.TEXT, origin, UNCOUNTED);
    }

    /** Words of the product that a table holds in English. */
    public static Fact phrase(String english, Origin origin) {
        return new Fact(new Value.Phrase(english), Unit.PHRASE, origin, UNCOUNTED);
    }

    /** A value that does not exist, as the win rate of a region that closed nothing. */
    public static Fact missing(Unit unit, Origin origin) {
        return new Fact(new Value.Missing(), unit, origin, UNCOUNTED);
    }

    /** The same fact with the number of rows behind it. */
    public Fact ofRows(long count) {
        return new Fact(value, unit, origin, count);
    }

    /** The same fact printed as a change, with its sign. */
    public Fact asChange() {
        return new Fact(value, unit.asChange(), origin, rowCount);
    }

    /** The value if it is a number. */
    public Optional<BigDecimal> number() {
        return value instanceof Value.Quantity quantity ? Optional.of(quantity.number()) : Optional.empty();
    }

    public OptionalLong rows() {
        return rowCount == UNCOUNTED ? OptionalLong.empty() : OptionalLong.of(rowCount);
    }
}

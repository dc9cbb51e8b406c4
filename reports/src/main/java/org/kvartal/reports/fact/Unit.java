package org.kvartal.reports.fact;

/**
 * What one unit of a number is, and how finely it is printed.
 *
 * @param symbol currency code, noun of what is counted or name of the measure; empty for plain numbers
 * @param decimals digits after the decimal mark when printed exactly; of a rate, digits of the percentage
 */
public record Unit(Kind kind, String symbol, int decimals, Sign sign) {

    /** Percent of nothing in particular: the value is a fraction, 0.25 is printed as 25%. */
    public static final Unit RATE = new Unit(Kind.RATE, "%", 1, Sign.WHEN_NEGATIVE);

    /** Difference of two rates: 0.02 is printed as +2.0 pp. */
    public static final Unit POINTS = points(1);

    public static final Unit DATE = new Unit(Kind.DATE, "", 0, Sign.WHEN_NEGATIVE);
    public static final Unit TEXT = new Unit(Kind.TEXT, "", 0, Sign.WHEN_NEGATIVE);

    /** Words of the product that a table holds in English, said in the reader's language. */
    public static final Unit PHRASE = new Unit(Kind.PHRASE, "", 0, Sign.WHEN_NEGATIVE);

    /** What decides the way a number is written. */
    public enum Kind {
        MONEY,
        COUNT,
        MEASURE,
        RATE,
        POINTS,
        DATE,
        TEXT,
        PHRASE
    }

    /** Whether a plus is written. */
    public enum Sign {
        WHEN_NEGATIVE,
        ALWAYS
    }

    public Unit {
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("Invalid decimals " + decimals + ": must be from 0 to 9");
        }
    }

    /** Difference of two rates, printed more finely than most. */
    public static Unit points(int decimals) {
        @Message String percentagePoints = "pp";
        return new Unit(Kind.POINTS, percentagePoints, decimals, Sign.ALWAYS);
    }

    /** An amount printed in whole units of the currency. */
    public static Unit money(String currencyCode) {
        return new Unit(Kind.MONEY, currencyCode, 0, Sign.WHEN_NEGATIVE);
    }

    /** A price, printed with cents. */
    public static Unit price(String currencyCode) {
        return new Unit(Kind.MONEY, currencyCode, 2, Sign.WHEN_NEGATIVE);
    }

    /** @param noun what is counted, in the plural: "opportunities" */
    public static Unit count(@Message String noun) {
        return new Unit(Kind.COUNT, noun, 0, Sign.WHEN_NEGATIVE);
    }

    /** @param symbol the unit as it is printed behind the number: "days", "index points" */
    public static Unit measure(@Message String symbol, int decimals) {
        return new Unit(Kind.MEASURE, symbol, decimals, Sign.WHEN_NEGATIVE);
    }

    /** A measure whose unit is named by somebody else, in whatever language. */
    public static Unit named(String symbol, int decimals) {
        return new Unit(Kind.MEASURE, symbol, decimals, Sign.WHEN_NEGATIVE);
    }

    /** The same unit for a change, whose sign is always printed. */
    public Unit asChange() {
        return new Unit(kind, symbol, decimals, Sign.ALWAYS);
    }

    /** Whether numbers of both units can stand on one axis. */
    public boolean comparesWith(Unit other) {
        return kind == other.kind && symbol.equals(other.symbol);
    }

    /** Whether its values are numbers. */
    public boolean isNumeric() {
        return kind != Kind.TEXT && kind != Kind.PHRASE && kind != Kind.DATE;
    }

    /** Whether the value is a fraction that is printed a hundredfold. */
    public boolean isFraction() {
        return kind == Kind.RATE || kind == Kind.POINTS;
    }
}

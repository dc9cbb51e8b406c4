package org.kvartal.reports.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.kvartal.reports.data.Datasets;
import org.kvartal.reports.data.Facts;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Language;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.fact.Value;

/**
 * A printed number as the registry of a release keeps it.
 *
 * @param value all digits in plain notation, an ISO date, or words; empty when there is no value
 * @param rows rows behind the value, or {@link Fact#UNCOUNTED}
 * @param measures names of the measures that its expression contains
 * @param places where it is printed
 */
public record Trace(
        String code,
        Kind kind,
        String value,
        PrintedUnit unit,
        String table,
        String filter,
        String measure,
        long rows,
        List<String> measures,
        List<Place> places) {

    /** What a value is. */
    public enum Kind {
        NUMBER,
        DATE,
        WORDS,
        /** Words of the product, said in the reader's language. */
        PHRASE,
        MISSING
    }

    /** How the value is written. */
    public record PrintedUnit(Unit.Kind kind, String symbol, int decimals, Unit.Sign sign) {}

    /**
     * A section of a page.
     *
     * @param page as {@code index.html}, within the folder of each language
     */
    public record Place(String page, String section) {}

    public Trace {
        measures = List.copyOf(measures);
        places = List.copyOf(places);
    }

    static Trace of(Fact fact, List<String> measures, List<Place> places) {
        Origin origin = fact.origin();
        Unit unit = fact.unit();
        return new Trace(
                origin.code(),
                kind(fact.value()),
                plain(fact.value()),
                new PrintedUnit(unit.kind(), unit.symbol(), unit.decimals(), unit.sign()),
                origin.table(),
                origin.filter(),
                origin.measure(),
                fact.rowCount(),
                measures,
                places);
    }

    /** All digits with the unit, as a language writes them. */
    public String printed(Locale locale) {
        return Language.of(locale).exact(fact());
    }

    /** Whether the statement gives the printed value from the published tables. */
    public boolean isGivenBy(Datasets datasets) {
        return plain(Facts.read(datasets, fact().origin(), fact().unit()).value())
                .equals(value);
    }

    /** The statement that gives the value. */
    public String sql() {
        return fact().origin().sql();
    }

    /** The rows of its table that the value is made of. */
    public String rowsSql() {
        return "select * from " + table + (filter.isEmpty() ? "" : " where " + filter);
    }

    /** The number as it was printed. */
    public Fact fact() {
        Origin origin = new Origin(table, filter, measure, code.length());
        Unit written = new Unit(unit.kind(), unit.symbol(), unit.decimals(), unit.sign());
        Value held = switch (kind) {
            case NUMBER -> new Value.Quantity(new BigDecimal(value));
            case DATE -> new Value.Day(LocalDate.parse(value));
            case WORDS -> new Value.Words(value);
            case PHRASE -> new Value.Phrase(value);
            case MISSING -> new Value.Missing();
        };
        return new Fact(held, written, origin, rows);
    }

    private static Kind kind(Value value) {
        if (value instanceof Value.Quantity) {
            return Kind.NUMBER;
        }
        if (value instanceof Value.Day) {
            return Kind.DATE;
        }
        if (value instanceof Value.Phrase) {
            return Kind.PHRASE;
        }
        return value instanceof Value.Words ? Kind.WORDS : Kind.MISSING;
    }

    private static String plain(Value value) {
        if (value instanceof Value.Quantity quantity) {
            return quantity.number().toPlainString();
        }
        if (value instanceof Value.Day day) {
            return day.date().toString();
        }
        if (value instanceof Value.Phrase phrase) {
            return phrase.english();
        }
        return value instanceof Value.Words words ? words.words() : "";
    }
}

package org.kvartal.reports.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;

/** Reads facts from the datasets. */
public final class Facts {
    private Facts() {}

    /** The value of the origin's statement, with the number of rows that it looked at. */
    public static Fact read(Datasets datasets, Origin origin, Unit unit) {
        String condition = origin.filter().isEmpty() ? "" : " where " + origin.filter();
        Object[] row = datasets.row("select " + origin.measure() + ", count(*) from " + origin.table() + condition);
        return fact(row[0], unit, origin).ofRows((Long) row[1]);
    }

    static Fact fact(@Nullable Object value, Unit unit, Origin origin) {
        if (value == null) {
            return Fact.missing(unit, origin);
        }
        if (value instanceof BigDecimal number) {
            return Fact.of(number, unit, origin);
        }
        if (value instanceof BigInteger number) {
            return Fact.of(new BigDecimal(number), unit, origin);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number) ? Fact.of(number, unit, origin) : Fact.missing(unit, origin);
        }
        if (value instanceof Number number) {
            return Fact.of(number.longValue(), unit, origin);
        }
        if (value instanceof LocalDate date) {
            return Fact.of(date, origin);
        }
        if (value instanceof Date date) {
            return Fact.of(date.toLocalDate(), origin);
        }
        return unit.kind() == Unit.Kind.PHRASE
                ? Fact.phrase(value.toString(), origin)
                : Fact.of(value.toString(), origin);
    }
}

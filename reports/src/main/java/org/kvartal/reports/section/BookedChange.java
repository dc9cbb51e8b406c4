package org.kvartal.reports.section;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Estimate;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;

/**
 * How far bookings of one period differ from those of another, and whether chance alone explains it. The deals of a
 * period are a compound Poisson sum: as many more or fewer of the same kind might have been won. The variance of such a
 * sum is estimated by the sum of the squared amounts; that of the logarithm of the quotient follows by the delta method.
 * <pre>
 *   ratio    = sum a / sum b                                                a, b: amounts won now, before
 *   change   = ratio - 1
 *   interval = ratio exp(-+ 1.96 sqrt(sum a^2 / (sum a)^2 + sum b^2 / (sum b)^2)) - 1
 * </pre>
 * When nothing was booked now, the interval ends where 3.69 average deals would have been: with that many expected, none
 * happens in one period of forty. When refunds outweigh bookings, there is no interval.
 *
 * @param change relative to before, with its 95 % interval
 */
public record BookedChange(Fact now, Fact before, Estimate change) {
    private static final String TABLE = "mart.opportunities_as_of";
    private static final double NONE_IN_FORTY = 3.689;

    /** Empty when nothing was booked before, because then there is no share of it. */
    public static Optional<BookedChange> between(ReportData data, Period now, Period before) {
        Fact booked = data.fact(booked(now), data.money());
        Fact base = data.fact(booked(before), data.money());
        if (base.number().map(number -> number.signum() <= 0).orElse(true)) {
            return Optional.empty();
        }
        return Optional.of(new BookedChange(booked, base, change(data, now, before)));
    }

    /** Amounts won in the period. */
    public static Origin booked(Period period) {
        return Origin.of(TABLE, "coalesce(sum(amount), 0)")
                .where(Condition.all("outcome = 'won'", period.includes("close_date")));
    }

    /** Deals won in the period. */
    public static Origin won(Period period) {
        return Origin.of(TABLE, "count(*)").where(Condition.all("outcome = 'won'", period.includes("close_date")));
    }

    /** Sums are taken of decimals, which give the same digits in whatever order the rows are read. */
    private static Estimate change(ReportData data, Period now, Period before) {
        String filter =
                "outcome = 'won' and (" + now.includes("close_date") + " or " + before.includes("close_date") + ")";
        String a = "coalesce(" + sum("amount", now) + ", 0)";
        String b = sum("amount", before);
        String error = "1.96 * sqrt(" + sum("amount * amount", now) + " / pow(" + a + ", 2) + "
                + sum("amount * amount", before) + " / pow(" + b + ", 2))";
        String low = "case when " + a + " > 0 then " + a + " / " + b + " * exp(-" + error + ") - 1 when " + a
                + " = 0 then -1.0 end";
        String high = "case when " + a + " > 0 then " + a + " / " + b + " * exp(" + error + ") - 1 when " + a
                + " = 0 then " + NONE_IN_FORTY + " / count(*) filter (where " + before.includes("close_date")
                + ") - 1 end";
        return Estimate.between(
                fact(data, filter, low), fact(data, filter, a + " / " + b + " - 1"), fact(data, filter, high));
    }

    private static Fact fact(ReportData data, String filter, String measure) {
        return data.fact(TABLE, filter, measure, Unit.RATE.asChange());
    }

    private static String sum(String value, Period period) {
        return "cast(sum(" + value + ") filter (where " + period.includes("close_date") + ") as double)";
    }

    /** What the interval allows to say. */
    public Direction direction() {
        return Direction.of(change);
    }
}

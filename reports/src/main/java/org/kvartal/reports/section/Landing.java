package org.kvartal.reports.section;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Unit;

/** Where the bookings of a quarter will land, from {@code forecast.quarter_outlook}. */
public record Landing(
        Fact quarter,
        Fact booked,
        Fact p10,
        Fact p50,
        Fact p90,
        Fact open,
        Fact stale,
        Fact undated,
        Fact imputed,
        Fact concentration,
        Fact reason) {
    public static final String TABLE = "forecast.quarter_outlook";

    /** Columns: the parts of the expected bookings, and their sum. */
    public static final String BOOKED = "booked_amount";

    public static final String OPEN = "open_mean";
    public static final String NEW = "new_mean";
    public static final String EXPECTED = "booked_amount + open_mean + new_mean";

    public static Landing read(ReportData data) {
        Unit deals = Unit.count("opportunities");
        return new Landing(
                fact(data, "quarter", Unit.PHRASE),
                fact(data, "booked_amount", data.money()),
                fact(data, "p10", data.money()),
                fact(data, "p50", data.money()),
                fact(data, "p90", data.money()),
                fact(data, "open_count", deals),
                fact(data, "stale_count", deals),
                fact(data, "undated_count", deals),
                fact(data, "imputed_count", deals),
                fact(data, "concentration", Unit.RATE),
                fact(data, "reason", Unit.PHRASE));
    }

    /** A value of the table's only row, which is therefore the highest. */
    public static Fact fact(ReportData data, String column, Unit unit) {
        return data.fact(Origin.of(TABLE, "max(" + column + ")"), unit);
    }

    /** Whether there is no forecast; the reason says why. */
    public boolean isRefused() {
        return p50.number().isEmpty();
    }

    /** Share of what is expected that rests on deals not created yet. */
    public static Fact shareOfNew(ReportData data) {
        return share(data, NEW);
    }

    /** Share of what is expected that is booked, open or new. */
    public static Fact share(ReportData data, String column) {
        String share = "cast(" + column + " as double) / nullif(cast(" + EXPECTED + " as double), 0)";
        return fact(data, share, Unit.RATE);
    }
}

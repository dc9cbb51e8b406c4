package org.kvartal.reports.section.outlook;

import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.document.Column;
import org.kvartal.reports.document.DataTable;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Unit;
import org.kvartal.reports.section.Landing;

/** What the expected bookings of the quarter consist of. */
final class Parts {
    private Parts() {}

    static DataTable table(ReportData data) {
        return DataTable.of(
                        "What the expected bookings consist of",
                        Column.text("Part"),
                        Column.number("Expected", data.money()),
                        Column.number("Share", Unit.RATE))
                .row("Booked", facts(data, Landing.BOOKED))
                .row("Open deals", facts(data, Landing.OPEN))
                .row("Deals not yet created", facts(data, Landing.NEW))
                .total("Expected on average", facts(data, Landing.EXPECTED));
    }

    private static Fact[] facts(ReportData data, String column) {
        return new Fact[] {Landing.fact(data, column, data.money()), Landing.share(data, column)};
    }
}

package org.kvartal.reports.section.summary;

import java.util.Optional;
import org.kvartal.reports.data.ReportData;
import org.kvartal.reports.fact.Fact;
import org.kvartal.reports.fact.Origin;
import org.kvartal.reports.fact.Text;
import org.kvartal.reports.fact.Unit;

/** What is expected to be sold out of open deals exceeds what is on hand, of at least one product. */
final class StockRule implements Rule {
    private static final String TABLE = "mart.stock_cover";
    private static final String SHORT = "short_units >= 1 or (out_of_stock and open_units > 0)";

    @Override
    public Criterion criterion() {
        return Criterion.ofPart(
                "stock",
                Text.of("Units on hand against the units that open deals are expected to sell"),
                Text.of("Of at least one product, one unit or more is missing."),
                TABLE);
    }

    @Override
    public Optional<Finding> judge(ReportData data) {
        Fact missing = count(data, SHORT);
        return Numbers.of(missing) > 0 ? Optional.of(finding(data, missing)) : Optional.empty();
    }

    private static Finding finding(ReportData data, Fact missing) {
        Fact units = data.fact(new Origin(TABLE, SHORT, "sum(greatest(short_units, 0))"), Unit.measure("units", 0));
        return Finding.of(
                        Topic.NEED,
                        Text.of(
                                "Of {0} of {1} products in stock, less is on hand than open deals are expected to sell; {2}"
                                        + " are missing.",
                                missing, count(data, "on_hand_units is not null"), units),
                        Numbers.of(missing))
                .asking(Text.of(
                        "Decide what is ordered for stock: {0} for open deals are not on hand, of {1} products.",
                        units, missing));
    }

    private static Fact count(ReportData data, String rows) {
        return data.fact(new Origin(TABLE, rows, "count(*)"), Unit.count("products"));
    }
}

package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.forecast.price.PriceEstimate;

/** Estimates with their errors and intervals as rows of a table. */
final class EstimateRows {
    private static final OutputColumns FIRST = OutputColumns.NONE.text("method", "term");
    private static final OutputColumns REST = OutputColumns.NONE
            .numbers("estimate", "se", "lo95", "hi95")
            .counts("n")
            .text("note");
    private static final int GAP = FIRST.names().size();

    static final OutputColumns COLUMNS = FIRST.and(REST);
    static final OutputColumns COLUMNS_WITH_GAP = FIRST.numbers("gap").and(REST);

    private EstimateRows() {}

    static List<List<String>> of(List<PriceEstimate> estimates) {
        return estimates.stream().map(EstimateRows::row).toList();
    }

    /** With the price gap of each, empty where there is none. */
    static List<List<String>> withGap(List<PriceEstimate> estimates) {
        List<List<String>> rows = new ArrayList<>();
        for (PriceEstimate estimate : estimates) {
            List<String> row = new ArrayList<>(row(estimate));
            row.add(GAP, Numerals.twelveDigits(estimate.gap()));
            rows.add(row);
        }
        return rows;
    }

    private static List<String> row(PriceEstimate one) {
        return List.of(
                one.method(),
                one.term(),
                Numerals.twelveDigits(one.estimate()),
                Numerals.twelveDigits(one.standardError()),
                Numerals.twelveDigits(one.lower95()),
                Numerals.twelveDigits(one.upper95()),
                String.valueOf(one.rows()),
                one.note());
    }
}

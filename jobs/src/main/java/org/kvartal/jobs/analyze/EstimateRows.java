package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.kvartal.forecast.price.ElasticityEstimate;

/** Estimates with their errors and intervals as rows of a table. */
final class EstimateRows {
    static final List<String> HEADER = List.of("method", "term", "estimate", "se", "lo95", "hi95", "n", "note");

    private static final MathContext DIGITS = new MathContext(10);

    private EstimateRows() {}

    static List<List<String>> of(List<ElasticityEstimate> estimates) {
        return estimates.stream()
                .map(one -> List.of(
                        one.method(),
                        one.term(),
                        number(one.estimate()),
                        number(one.standardError()),
                        number(one.lower95()),
                        number(one.upper95()),
                        String.valueOf(one.rows()),
                        one.note()))
                .toList();
    }

    /** A number in ten digits; empty if there is none. */
    static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "";
    }
}

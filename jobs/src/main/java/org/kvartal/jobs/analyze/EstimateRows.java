package org.kvartal.jobs.analyze;

import java.util.List;
import org.kvartal.forecast.price.ElasticityEstimate;

/** Estimates with their errors and intervals as rows of a table. */
final class EstimateRows {
    static final List<String> HEADER = List.of("method", "term", "estimate", "se", "lo95", "hi95", "n", "note");

    private EstimateRows() {}

    static List<List<String>> of(List<ElasticityEstimate> estimates) {
        return estimates.stream()
                .map(one -> List.of(
                        one.method(),
                        one.term(),
                        Numerals.twelveDigits(one.estimate()),
                        Numerals.twelveDigits(one.standardError()),
                        Numerals.twelveDigits(one.lower95()),
                        Numerals.twelveDigits(one.upper95()),
                        String.valueOf(one.rows()),
                        one.note()))
                .toList();
    }
}

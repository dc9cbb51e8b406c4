package org.kvartal.jobs.analyze;

import java.util.List;
import java.util.Locale;
import org.kvartal.forecast.match.Proposal;
import org.kvartal.forecast.match.UnitPrice;

/** Pairs of products as rows of tables. */
final class MatchRows {
    static final OutputColumns COLUMNS = OutputColumns.NONE
            .text("own_id", "other_id", "own_name", "other_name")
            .numbers("probability")
            .text("status", "kind", "unit")
            .numbers("own_unit_price", "other_unit_price", "gap_rate")
            .text("agree", "differ");

    /** A file of decisions with nothing decided yet. */
    static final OutputColumns REVIEW_COLUMNS = OutputColumns.NONE
            .text("own_id", "other_id", "own_name", "other_name")
            .numbers("probability")
            .text("agree", "differ", "decision", "decided_by", "decided_on");

    private MatchRows() {}

    static List<List<String>> of(List<Proposal> proposals) {
        return proposals.stream().map(MatchRows::row).toList();
    }

    private static List<String> row(Proposal pair) {
        return List.of(
                pair.own().id(),
                pair.other().id(),
                pair.own().name(),
                pair.other().name(),
                Numerals.twelveDigits(pair.probability()),
                lower(pair.status()),
                lower(pair.kind()),
                pair.price().map(UnitPrice::unit).orElse(""),
                pair.price().map(price -> Numerals.twelveDigits(price.own())).orElse(""),
                pair.price().map(price -> Numerals.twelveDigits(price.other())).orElse(""),
                pair.price()
                        .map(price -> Numerals.twelveDigits(price.gapRate()))
                        .orElse(""),
                String.join(" ", pair.agree()),
                String.join(" ", pair.differ()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static List<List<String>> toReview(List<Proposal> proposals) {
        return proposals.stream()
                .filter(pair -> pair.status() == Proposal.Status.REVIEW)
                .sorted((a, b) -> Double.compare(b.probability(), a.probability()))
                .map(pair -> List.of(
                        pair.own().id(),
                        pair.other().id(),
                        pair.own().name(),
                        pair.other().name(),
                        Numerals.twelveDigits(pair.probability()),
                        String.join(" ", pair.agree()),
                        String.join(" ", pair.differ()),
                        "",
                        "",
                        ""))
                .toList();
    }
}

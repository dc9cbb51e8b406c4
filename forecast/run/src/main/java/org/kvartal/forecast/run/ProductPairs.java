package org.kvartal.forecast.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.match.Judgement;
import org.kvartal.forecast.match.Judgement.Verdict;
import org.kvartal.forecast.match.MatchItem;
import org.kvartal.forecast.match.MatchQuestion;
import org.kvartal.forecast.match.ProductMatching;
import org.kvartal.forecast.match.Proposal;
import org.kvartal.ingest.crm.CrmTables;
import org.kvartal.ingest.lake.Lake;

/**
 * Finds the own products that products of competitors stand against: by a person's decision, else by the source, else by the
 * method, which learns from those that the source gives where there are enough.
 */
final class ProductPairs {
    private static final double PRECISION = 0.95;
    private static final String COMPETITOR_PRODUCT = "competitor_product_id";
    private static final String PRODUCT = "product_id";

    private final Lake lake;
    private final LocalDate asOf;
    private final SeenPrices seen;
    private final Map<String, Record> theirs = new LinkedHashMap<>();
    private final Map<String, String> given = new HashMap<>();
    private final List<Judgement> decisions;

    private ProductPairs(Lake lake, LocalDate asOf, SeenPrices seen) {
        this.lake = lake;
        this.asOf = asOf;
        this.seen = seen;
        sorted(lake.rows(CrmTables.COMPETITOR_PRODUCTS), COMPETITOR_PRODUCT)
                .forEach(row -> theirs.put(text(row, COMPETITOR_PRODUCT), row));
        decisions = decisions();
        theirs.forEach((id, row) -> {
            if (!text(row, PRODUCT).isEmpty()) {
                given.put(id, text(row, PRODUCT));
            }
        });
        decisions.forEach(decision -> {
            if (decision.verdict() == Verdict.MATCH || decision.own().equals(given.get(decision.other()))) {
                given.remove(decision.other());
            }
        });
    }

    static List<ProductPair> find(Lake lake, LocalDate asOf, SeenPrices seen) {
        return new ProductPairs(lake, asOf, seen).pairs();
    }

    private static Stream<Record> sorted(List<Record> rows, String id) {
        return rows.stream().sorted(Comparator.comparing(row -> text(row, id)));
    }

    private static String text(Record row, String column) {
        @Nullable Object value = row.getField(column);
        return value == null ? "" : value.toString();
    }

    /** Of two own products that one of theirs is said to stand against the one decided later holds. */
    private List<Judgement> decisions() {
        Map<String, Judgement> matches = new HashMap<>();
        List<Judgement> refusals = new ArrayList<>();
        lake.rows(CrmTables.PRODUCT_MATCH_DECISIONS).stream()
                .filter(row ->
                        row.getField("decided_on") == null || !((LocalDate) row.getField("decided_on")).isAfter(asOf))
                .sorted(Comparator.<Record, String>comparing(row -> text(row, "decided_on"))
                        .thenComparing(row -> text(row, PRODUCT)))
                .forEach(row -> {
                    boolean isMatch = text(row, "decision").equals("match");
                    Judgement decision = new Judgement(
                            text(row, PRODUCT),
                            text(row, COMPETITOR_PRODUCT),
                            isMatch ? Verdict.MATCH : Verdict.NO_MATCH);
                    if (isMatch) {
                        matches.put(decision.other(), decision);
                    } else {
                        refusals.add(decision);
                    }
                });
        return Stream.concat(
                        matches.values().stream().sorted(Comparator.comparing(Judgement::other)), refusals.stream())
                .toList();
    }

    private List<ProductPair> pairs() {
        List<ProductPair> pairs = new ArrayList<>();
        given.forEach((id, product) -> pairs.add(ofSource(theirs.get(id), product)));
        if (given.size() < theirs.size()) {
            pairs.addAll(proposed());
        }
        List<String> told = pairs.stream().map(ProductPair::competitorProductId).toList();
        theirs.values().stream()
                .filter(row -> !told.contains(text(row, COMPETITOR_PRODUCT)))
                .forEach(row -> pairs.add(pair(row, null, "none", null, null, List.of(), List.of())));
        pairs.sort(Comparator.comparing(ProductPair::competitorProductId)
                .thenComparing(pair -> String.valueOf(pair.productId())));
        return pairs;
    }

    private static ProductPair ofSource(Record row, String product) {
        @Nullable String match = text(row, "match").isEmpty() ? null : text(row, "match");
        return pair(row, product, "given", match, (Double) row.getField("match_confidence"), List.of(), List.of());
    }

    private static ProductPair pair(
            Record row,
            @Nullable String product,
            String status,
            @Nullable String match,
            @Nullable Double confidence,
            List<String> agree,
            List<String> differ) {
        return new ProductPair(
                text(row, COMPETITOR_PRODUCT),
                product,
                text(row, "competitor_id"),
                status,
                match,
                confidence,
                agree,
                differ);
    }

    /** What the source gives takes its place as a decision does, and is learned from. */
    private List<ProductPair> proposed() {
        List<Judgement> labels = new ArrayList<>();
        given.forEach((id, product) -> labels.add(new Judgement(product, id, Verdict.MATCH)));
        labels.sort(Comparator.comparing(Judgement::other));
        List<Judgement> held =
                Stream.concat(labels.stream(), decisions.stream()).toList();
        MatchQuestion question = new MatchQuestion(labels, held, MatchQuestion.Partners.ONE, PRECISION);
        return ProductMatching.of(ownItems(), otherItems(), question).proposals().stream()
                .filter(proposal -> !given.containsKey(proposal.other().id()))
                .map(this::ofMethod)
                .toList();
    }

    private ProductPair ofMethod(Proposal proposal) {
        boolean isDecided = proposal.status() == Proposal.Status.CONFIRMED;
        return pair(
                theirs.get(proposal.other().id()),
                proposal.own().id(),
                proposal.status().name().toLowerCase(Locale.ROOT),
                proposal.kind().name().toLowerCase(Locale.ROOT),
                isDecided ? 1 : proposal.probability(),
                proposal.agree(),
                proposal.differ());
    }

    private List<MatchItem> ownItems() {
        OwnPrices prices = OwnPrices.read(lake);
        return sorted(lake.rows(CrmTables.PRODUCTS), PRODUCT)
                .map(row -> {
                    @Nullable BigDecimal listed = (BigDecimal) row.getField("list_price");
                    double price = prices.on(text(row, PRODUCT), asOf)
                            .map(BigDecimal::doubleValue)
                            .orElse(listed == null ? 0.0 : listed.doubleValue());
                    return item(text(row, PRODUCT), text(row, "name"), "", price);
                })
                .toList();
    }

    private List<MatchItem> otherItems() {
        return theirs.values().stream()
                .map(row -> item(
                        text(row, COMPETITOR_PRODUCT),
                        text(row, "name"),
                        text(row, "competitor_id"),
                        seen.latest(text(row, COMPETITOR_PRODUCT))
                                .map(BigDecimal::doubleValue)
                                .orElse(0.0)))
                .toList();
    }

    private static MatchItem item(String id, String name, String seller, double price) {
        return new MatchItem(id, name, "", "", price, 0, "", seller, "", Map.of());
    }
}

package org.kvartal.forecast.tables;

import java.util.List;
import org.kvartal.ingest.lake.TableSpec;

import static org.kvartal.ingest.lake.Column.date;
import static org.kvartal.ingest.lake.Column.flag;
import static org.kvartal.ingest.lake.Column.integer;
import static org.kvartal.ingest.lake.Column.money;
import static org.kvartal.ingest.lake.Column.number;
import static org.kvartal.ingest.lake.Column.reference;
import static org.kvartal.ingest.lake.Column.text;

/** Which products of competitors stand against which own ones, and which of their prices are our own. */
public final class MatchTables {
    public static final TableSpec PRODUCT_MATCHES = TableSpec.of(
            "forecast",
            "product_matches",
            "A competitor's product and an own one that it may stand against. A competitor's product has several rows while"
                    + " several own ones are proposed, and one row without an own one while none is near.",
            List.of("competitor_product_id", "product_id"),
            reference("competitor_product_id", "competitor_products", "The competitor's product.")
                    .asRequired(),
            reference("product_id", "products", "The own product; empty while none is near."),
            reference("competitor_id", "competitors", "Who sells it.").asRequired(),
            text(
                            "status",
                            "given (by the source), confirmed or refused (by a person), accepted, review or rejected (by the"
                                    + " method), none.")
                    .asRequired(),
            flag("is_match", "Given, confirmed or accepted: prices stand beside each other.")
                    .asRequired(),
            text("match", "How alike the two are: exact, equivalent or substitute.")
                    .oneOf("exact", "equivalent", "substitute"),
            number("match_confidence", "How sure the match is: by the source, else by the method; of a person's 1.")
                    .in("fraction 0 to 1"),
            text("agree", "In what the two agree, where the method has compared them."),
            text("differ", "In what they differ."),
            integer("period_count", "Observations of the competitor's price on days with an own price.")
                    .in("observations"),
            integer("copied_count", "Of them, own prices copied.").in("observations"),
            integer("tied_count", "Of them, equal to the own price, perhaps by chance; they stay in.")
                    .in("observations"),
            number("median_gap_log", "Median logarithm of own over competitor's price where it is not copied.")
                    .in("log ratio"),
            text(
                            "verdict",
                            "like (prices are compared) or why they are not: unmatched, substitute, unsure, far (prices more"
                                    + " than twice or less than half), copied (no price of their own).")
                    .asRequired());

    public static final TableSpec COPIED_PRICES = TableSpec.of(
            "forecast",
            "copied_prices",
            "An observed price of a competitor that is our own of that day, copied, and so no evidence of what others ask: equal"
                    + " to the cent, and so at two own prices or more, or having jumped there from afar, or of a competitor"
                    + " who copies a tenth of his prices.",
            List.of("competitor_product_id", "observed_on"),
            reference("competitor_product_id", "competitor_products", "The competitor's product.")
                    .asRequired(),
            date("observed_on", "Day of the observation.").asRequired(),
            reference("product_id", "products", "The own product.").asRequired(),
            money("price", "The price of both.").asRequired());

    static final List<TableSpec> ALL = List.of(PRODUCT_MATCHES, COPIED_PRICES);

    private MatchTables() {}
}

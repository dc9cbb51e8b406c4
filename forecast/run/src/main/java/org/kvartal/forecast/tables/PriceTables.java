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

/** Prices over time: from when to when each was valid, and how they moved on the whole. */
public final class PriceTables {
    public static final TableSpec PRICE_VERSIONS = TableSpec.of(
            "forecast",
            "price_versions",
            "A price of an own product, or of a competitor's, with the days on which it was valid. On a day: valid_from <= day"
                    + " and coalesce(valid_to >= day, true). A competitor's price is valid until another is seen, but no"
                    + " longer than the maximum age after it was last seen; then it is not known.",
            List.of("product_id", "competitor_product_id", "valid_from"),
            reference("product_id", "products", "The own product; of a competitor's price the one it stands against."),
            reference(
                    "competitor_product_id", "competitor_products", "The competitor's product; empty for own prices."),
            reference("competitor_id", "competitors", "Who sells it; empty for own prices."),
            date("valid_from", "First day.").asRequired(),
            date("valid_to", "Last day; empty while no end is known."),
            date("last_seen_on", "Day it was last seen; empty for own prices."),
            money("price", "Price per unit, net of tax."),
            flag("promotion", "The price was part of a promotion; empty for own prices."),
            text("origin", "Where it was last seen; of own prices price_list, or products where that has none."),
            money("price_before", "The price before it; empty for the first."),
            flag("is_news", "The night before did not know it; false on the first night."));

    public static final TableSpec PRICE_INDICES = TableSpec.of(
            "forecast",
            "price_indices",
            "A price index in a month that is over. Its first month is 1, but for relative-price, which is the level of own"
                    + " prices where those of the competitor are 1.",
            List.of("scope", "competitor_id", "family", "index_name", "month"),
            text("scope", "sales (own prices as sold), list (own list prices), competitor, or market: all competitors.")
                    .asRequired(),
            reference("competitor_id", "competitors", "Of scope competitor: which."),
            text("family", "Family of own products; empty for all."),
            text("index_name", "Name of the index, as geks-tornqvist; see analyze price-index.")
                    .asRequired(),
            date("month", "First day of the month.").asRequired(),
            number("value", "The index; empty where nothing can be compared.").in("first month = 1"),
            number("round_trip", "The index times the direct way back to the first month: 1 without chain drift.")
                    .in("first month = 1"),
            integer("matched_items", "Products by which the month is compared.").in("products"),
            text("note", "What a reader must know."));

    static final List<TableSpec> ALL = List.of(PRICE_VERSIONS, PRICE_INDICES);

    private PriceTables() {}
}

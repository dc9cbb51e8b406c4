package org.kvartal.forecast.match;

import java.util.Map;

/**
 * A product of one of two lists.
 *
 * @param id its identity within the list
 * @param name as the list has it
 * @param category empty when unknown
 * @param brand empty when unknown
 * @param price of the pack, in the currency and with the taxes of the other list; 0 when unknown
 * @param pack pieces for that price; 0 when only the name may tell
 * @param unit content of one piece, as {@code 330 ml}; empty when only the name may tell
 * @param seller who sells it: of one seller a product has one partner at most where only one is asked for; empty for one
 * @param listing address or number of the offer in a marketplace; empty when unknown
 * @param attributes what else is known, by the names of columns
 */
public record MatchItem(
        String id,
        String name,
        String category,
        String brand,
        double price,
        int pack,
        String unit,
        String seller,
        String listing,
        Map<String, String> attributes) {
    public MatchItem {
        attributes = Map.copyOf(attributes);
    }

    /** A product of which only the name is known. */
    public static MatchItem named(String id, String name) {
        return new MatchItem(id, name, "", "", 0, 0, "", "", "", Map.of());
    }
}

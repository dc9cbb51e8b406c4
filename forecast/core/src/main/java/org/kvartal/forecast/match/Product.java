package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An item with its texts read: what columns say of brand, pack and size goes before what the name says. */
final class Product {
    private final MatchItem item;
    private final List<String> words;
    private final Set<String> codes;
    private final Map<Dimension, Measure> sizes;
    private final int pack;
    private final String run;
    private final String brand;
    private final String category;
    private final Map<String, String> attributes = new HashMap<>();

    Product(MatchItem item) {
        this.item = item;
        ProductName name = ProductName.of(item.name());
        ProductName content = ProductName.of(item.unit());
        brand = PlainText.words(item.brand());
        category = PlainText.words(item.category());
        Set<String> all = new LinkedHashSet<>(name.words());
        if (!brand.isEmpty() && !name.run().contains(brand.replace(" ", ""))) {
            all.addAll(ProductName.of(item.brand()).words());
        }
        words = new ArrayList<>(all);
        codes = name.codes();
        sizes = new EnumMap<>(Dimension.class);
        sizes.putAll(name.sizes());
        sizes.putAll(content.sizes());
        pack = item.pack() > 0 ? item.pack() : content.pack().orElse(name.pack().orElse(0));
        run = name.run() + brand.replace(" ", "");
        item.attributes().forEach((column, value) -> attributes.put(column, PlainText.words(value)));
    }

    static List<Product> of(Collection<MatchItem> items) {
        return items.stream().map(Product::new).toList();
    }

    MatchItem item() {
        return item;
    }

    List<String> words() {
        return words;
    }

    Set<String> codes() {
        return codes;
    }

    Map<Dimension, Measure> sizes() {
        return sizes;
    }

    /** Pieces; 0 when nothing is said. */
    int pack() {
        return pack;
    }

    /** All letters and digits of name and brand without those of sizes. */
    String run() {
        return run;
    }

    String brand() {
        return brand;
    }

    String category() {
        return category;
    }

    /** An attribute as it is compared; empty when unknown. */
    String attribute(String column) {
        return attributes.getOrDefault(column, "");
    }
}

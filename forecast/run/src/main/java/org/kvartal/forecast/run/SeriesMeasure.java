package org.kvartal.forecast.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is forecast month by month, and by whose members it adds up; see {@code series/monthly_series.sql}. */
enum SeriesMeasure {
    BOOKINGS("project currency", "product", "region", "team", "segment"),
    ORDERS("project currency", "region", "team"),
    ORDER_COUNT("orders", "region", "team"),
    REVENUE("project currency", "region", "team"),
    REQUESTS("requests", "team", "category"),
    DEMAND("units", "product");

    private final String unit;
    private final List<String> scopes;

    SeriesMeasure(String unit, String... scopes) {
        this.unit = unit;
        this.scopes = List.of(scopes);
    }

    static SeriesMeasure of(String label) {
        return Arrays.stream(values())
                .filter(measure -> measure.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Invalid measure: " + label));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String unit() {
        return unit;
    }

    /** What a value is known by: one member of each. */
    List<String> scopes() {
        return scopes;
    }

    /** Units of different products do not add up. */
    boolean hasTotal() {
        return this != DEMAND;
    }
}

package org.kvartal.forecast.match;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A size in the unit of its dimension: 0.25 kW is 250 W, 1.5 l are 1500 ml, 2 lb are 907.18 g. Memory counts in thousands,
 * as it is sold. An ounce is one of mass; of fluid it is written {@code fl oz} (US).
 *
 * @param dimension what is measured
 * @param amount in the unit of the dimension
 */
public record Measure(Dimension dimension, double amount) {
    /** Sizes that differ by less are one: memory in steps of 1024, rounded ounces. */
    private static final double ROUNDING = 0.03;

    private static final Map<String, Measure> UNITS = units();

    private static Map<String, Measure> units() {
        Map<String, Measure> units = new HashMap<>();
        add(units, Dimension.MASS, 0.001, "mg");
        add(units, Dimension.MASS, 1, "g gr gram grams gramm");
        add(units, Dimension.MASS, 1000, "kg kgs kilo kilos kilogram kilograms");
        add(units, Dimension.MASS, 453.59237, "lb lbs pound pounds");
        add(units, Dimension.MASS, 28.349523125, "oz ounce ounces");
        add(units, Dimension.VOLUME, 1, "ml");
        add(units, Dimension.VOLUME, 10, "cl");
        add(units, Dimension.VOLUME, 100, "dl");
        add(units, Dimension.VOLUME, 1000, "l lt ltr liter liters litre litres");
        add(units, Dimension.VOLUME, 29.5735295625, "floz");
        add(units, Dimension.LENGTH, 1, "mm");
        add(units, Dimension.LENGTH, 10, "cm");
        add(units, Dimension.LENGTH, 1000, "m meter meters metre metres");
        add(units, Dimension.LENGTH, 25.4, "in inch inches zoll \"");
        add(units, Dimension.LENGTH, 304.8, "ft feet foot");
        add(units, Dimension.POWER, 1, "w watt watts");
        add(units, Dimension.POWER, 1000, "kw kilowatt kilowatts");
        add(units, Dimension.VOLTAGE, 1, "v volt volts");
        add(units, Dimension.CHARGE, 1, "mah");
        add(units, Dimension.CHARGE, 1000, "ah");
        add(units, Dimension.MEMORY, 0.001, "kb");
        add(units, Dimension.MEMORY, 1, "mb");
        add(units, Dimension.MEMORY, 1000, "gb gig");
        add(units, Dimension.MEMORY, 1e6, "tb");
        add(units, Dimension.FREQUENCY, 1, "hz");
        add(units, Dimension.FREQUENCY, 1e3, "khz");
        add(units, Dimension.FREQUENCY, 1e6, "mhz");
        add(units, Dimension.FREQUENCY, 1e9, "ghz");
        return Map.copyOf(units);
    }

    private static void add(Map<String, Measure> units, Dimension dimension, double factor, String spellings) {
        for (String spelling : spellings.split(" ")) {
            units.put(spelling, new Measure(dimension, factor));
        }
    }

    /** @param unit in lower case without blanks; empty result when there is no such unit */
    static Optional<Measure> of(double number, String unit) {
        Measure one = UNITS.get(unit);
        return one == null ? Optional.empty() : Optional.of(new Measure(one.dimension, number * one.amount));
    }

    /** The spellings of units, for a pattern, the longer first. */
    static String spellings() {
        return UNITS.keySet().stream()
                .filter(unit -> !unit.equals("floz"))
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                .reduce("fl\\.? ?oz", (all, unit) -> all + "|" + unit);
    }

    /** Whether both are one size but for rounding. */
    boolean isAbout(Measure other) {
        return dimension == other.dimension && Math.abs(Math.log(amount / other.amount)) < ROUNDING;
    }
}

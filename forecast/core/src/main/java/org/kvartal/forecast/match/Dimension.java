package org.kvartal.forecast.match;

/** What a size in a product's name measures, and the unit in which sizes are compared. */
public enum Dimension {
    MASS("g"),
    VOLUME("ml"),
    LENGTH("mm"),
    POWER("W"),
    VOLTAGE("V"),
    CHARGE("mAh"),
    MEMORY("MB"),
    FREQUENCY("Hz");

    private final String unit;

    Dimension(String unit) {
        this.unit = unit;
    }

    /** The unit of amounts here. */
    public String unit() {
        return unit;
    }

    /** Whether a pack holds so much of it that a price per unit makes sense. */
    boolean isContent() {
        return this == MASS || this == VOLUME;
    }
}

package org.kvartal.forecast.effect.inference;

/** The range of an estimate at a confidence of 95 %. */
public record Interval(double low, double high) {
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}

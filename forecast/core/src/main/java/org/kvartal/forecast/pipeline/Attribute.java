package org.kvartal.forecast.pipeline;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.kvartal.forecast.regression.SparseRow;

/** A column that may tell how a deal ends: by its values, when they are names, or by their size. */
sealed interface Attribute {
    String name();

    /** Number of effects. */
    int size();

    /** What is kept of a deal's value; an empty text is an unknown value. */
    double reading(String value);

    void add(SparseRow row, int offset, double reading);

    /** Names: one effect each; rare ones share one, and so do the unknown. */
    record Names(String name, Map<String, Integer> places) implements Attribute {
        private static final int MIN_DEALS = 5;
        private static final int MAX_NAMES = 200;

        /** @param counts number of deals by value, in the order of the values */
        static Names of(String name, Map<String, Integer> counts) {
            Map<String, Integer> places = new TreeMap<>();
            counts.entrySet().stream()
                    .filter(entry -> entry.getValue() >= MIN_DEALS)
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(MAX_NAMES)
                    .forEach(entry -> places.put(entry.getKey(), 1 + places.size()));
            return new Names(name, places);
        }

        @Override
        public int size() {
            return places.size() + 1;
        }

        @Override
        public double reading(String value) {
            return places.getOrDefault(value, 0);
        }

        @Override
        public void add(SparseRow row, int offset, double reading) {
            row.add(offset + (int) reading, 1);
        }
    }

    /** Numbers: a piecewise linear effect, and one of not being known. */
    record Numbers(String name, Spline spline) implements Attribute {
        private static final double[] KNOTS = {0.02, 0.2, 0.4, 0.6, 0.8, 0.98};

        /** @param counts number of deals by value */
        static Numbers of(String name, Map<String, Integer> counts) {
            double[] sorted = counts.entrySet().stream()
                    .filter(entry -> !entry.getKey().isEmpty())
                    .flatMapToDouble(entry -> repeated(Double.parseDouble(entry.getKey()), entry.getValue()))
                    .toArray();
            Arrays.sort(sorted);
            return new Numbers(name, Spline.atQuantiles(sorted, KNOTS));
        }

        private static DoubleStream repeated(double value, int count) {
            double[] values = new double[count];
            Arrays.fill(values, value);
            return Arrays.stream(values);
        }

        @Override
        public int size() {
            return spline.size() + 1;
        }

        @Override
        public double reading(String value) {
            return Attributes.isNumber(value) ? Double.parseDouble(value) : Double.NaN;
        }

        @Override
        public void add(SparseRow row, int offset, double reading) {
            if (Double.isNaN(reading)) {
                row.add(offset + spline.size(), 1);
            } else {
                spline.add(row, offset, reading);
            }
        }
    }
}

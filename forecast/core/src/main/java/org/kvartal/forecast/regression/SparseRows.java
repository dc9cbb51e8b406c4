package org.kvartal.forecast.regression;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Rows of counts with their exposure and weight, and sparse regressors. */
public final class SparseRows {
    private int[] starts = new int[1025];
    private int[] columns = new int[16_384];
    private float[] values = new float[16_384];
    private double[] events = new double[1024];
    private double[] exposures = new double[1024];
    private double[] weights = new double[1024];
    private int size;

    /**
     * Adds a row.
     *
     * @param events what was counted
     * @param exposure time at risk in which it was counted, above 0
     * @param weight how much the row counts, above 0
     */
    public void add(SparseRow row, double events, double exposure, double weight) {
        if (size == this.events.length) {
            growRows();
        }
        int start = starts[size];
        int end = start + row.size();
        while (end > columns.length) {
            columns = Arrays.copyOf(columns, 2 * columns.length);
            values = Arrays.copyOf(values, 2 * values.length);
        }
        for (int i = 0; i < row.size(); i++) {
            insert(start, start + i, row.column(i), (float) row.value(i));
        }
        this.events[size] = events;
        exposures[size] = exposure;
        weights[size] = weight;
        starts[++size] = end;
    }

    /** Keeps the entries of a row in the order of their columns, so that half a product is enough. */
    private void insert(int start, int end, int column, float value) {
        int place = end;
        while (place > start && columns[place - 1] > column) {
            columns[place] = columns[place - 1];
            values[place] = values[place - 1];
            place--;
        }
        columns[place] = column;
        values[place] = value;
    }

    private void growRows() {
        int capacity = 2 * size;
        starts = Arrays.copyOf(starts, capacity + 1);
        events = Arrays.copyOf(events, capacity);
        exposures = Arrays.copyOf(exposures, capacity);
        weights = Arrays.copyOf(weights, capacity);
    }

    public int size() {
        return size;
    }

    public double event(int row) {
        return events[row];
    }

    double exposure(int row) {
        return exposures[row];
    }

    public double weight(int row) {
        return weights[row];
    }

    /** Gives every row another exposure. */
    public void expose(IntToDoubleFunction exposure) {
        for (int row = 0; row < size; row++) {
            exposures[row] = exposure.applyAsDouble(row);
        }
    }

    /** Gives every row the same weight. */
    public void weigh(double weight) {
        Arrays.fill(weights, 0, size, weight);
    }

    /** Logarithm of the rate of a row by a model. */
    public double logRate(int row, RateModel model) {
        return times(row, model.coefficients());
    }

    /** Weighted events per weighted exposure. */
    double rate() {
        double counted = 0;
        double exposed = 0;
        for (int row = 0; row < size; row++) {
            counted += weights[row] * events[row];
            exposed += weights[row] * exposures[row];
        }
        return exposed > 0 ? counted / exposed : 0;
    }

    double times(int row, double[] coefficients) {
        double sum = 0;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sum += values[i] * coefficients[columns[i]];
        }
        return sum;
    }

    /** Adds a multiple of the row to a vector. */
    void addTo(double[] vector, int row, double factor) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            vector[columns[i]] += factor * values[i];
        }
    }

    /** Adds a multiple of the product of the row with itself to the lower triangle of a matrix. */
    void addSquareTo(double[][] matrix, int row, double factor) {
        int from = starts[row];
        int to = starts[row + 1];
        for (int i = from; i < to; i++) {
            double scaled = factor * values[i];
            double[] line = matrix[columns[i]];
            for (int j = from; j <= i; j++) {
                line[columns[j]] += scaled * values[j];
            }
        }
    }
}

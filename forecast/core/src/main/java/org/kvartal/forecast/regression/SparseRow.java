package org.kvartal.forecast.regression;

import java.util.Arrays;

/** A row of a design matrix as its entries other than zero. Reused from row to row, so that a fit allocates little. */
public final class SparseRow {
    private int[] columns = new int[64];
    private double[] values = new double[64];
    private int size;

    /** Adds an entry; zeros are left out. */
    public void add(int column, double value) {
        if (value == 0) {
            return;
        }
        if (size == columns.length) {
            columns = Arrays.copyOf(columns, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        columns[size] = column;
        values[size++] = value;
    }

    /** Number of entries. */
    public int size() {
        return size;
    }

    /** Keeps the first entries and forgets the others. */
    public void truncate(int entries) {
        size = entries;
    }

    int column(int entry) {
        return columns[entry];
    }

    double value(int entry) {
        return values[entry];
    }

    /** Adds a multiple of the row to a vector. */
    public void addTo(double[] vector, double factor) {
        for (int i = 0; i < size; i++) {
            vector[columns[i]] += factor * values[i];
        }
    }

    /** Sum of the products with the coefficients of the columns. */
    public double times(double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i] * coefficients[columns[i]];
        }
        return sum;
    }
}

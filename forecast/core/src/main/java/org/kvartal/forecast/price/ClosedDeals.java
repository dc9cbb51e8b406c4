package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Closed deals with their price gap, what else is known of them, and what moves their price. */
public final class ClosedDeals {
    private final List<String> controlNames;
    private final List<String> instrumentNames;
    private final List<double[]> rows = new ArrayList<>();

    public ClosedDeals(List<String> controlNames, List<String> instrumentNames) {
        this.controlNames = List.copyOf(controlNames);
        this.instrumentNames = List.copyOf(instrumentNames);
    }

    /**
     * @param won 1 of a deal won, 0 of one lost
     * @param gap price beside the competitors', in any unit; effects are per unit of it
     */
    public void add(int won, double gap, double[] controls, double[] instruments) {
        double[] row = new double[2 + controlNames.size() + instrumentNames.size()];
        row[0] = won;
        row[1] = gap;
        System.arraycopy(controls, 0, row, 2, controlNames.size());
        System.arraycopy(instruments, 0, row, 2 + controlNames.size(), instrumentNames.size());
        rows.add(row);
    }

    public int size() {
        return rows.size();
    }

    public int won() {
        return (int) rows.stream().mapToDouble(row -> row[0]).sum();
    }

    boolean hasInstruments() {
        return !instrumentNames.isEmpty();
    }

    List<String> instrumentNames() {
        return instrumentNames;
    }

    List<String> controlNames() {
        return controlNames;
    }

    int[] outcomes() {
        return rows.stream().mapToInt(row -> (int) row[0]).toArray();
    }

    double[] gaps() {
        return column(1);
    }

    double[] control(int k) {
        return column(2 + k);
    }

    double[] instrument(int k) {
        return column(2 + controlNames.size() + k);
    }

    private double[] column(int place) {
        return rows.stream().mapToDouble(row -> row[place]).toArray();
    }

    /** A constant and the given columns, row by row. */
    static double[][] table(List<double[]> columns, int size) {
        double[][] table = new double[size][columns.size() + 1];
        for (int i = 0; i < size; i++) {
            table[i][0] = 1;
            for (int k = 0; k < columns.size(); k++) {
                table[i][k + 1] = columns.get(k)[i];
            }
        }
        return table;
    }

    /** Rows without their constant. */
    static double[][] withoutConstant(double[][] table) {
        return Arrays.stream(table)
                .map(row -> Arrays.copyOfRange(row, 1, row.length))
                .toArray(double[][]::new);
    }
}

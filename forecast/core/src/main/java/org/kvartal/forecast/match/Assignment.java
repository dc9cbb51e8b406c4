package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Pairs up rows and columns, each with at most one other, so that the sum of the gains is greatest.
 *
 * <p>Row after row finds its place by the shortest way over rows that make room (Dijkstra on reduced costs); a row may also
 * stay alone for a gain of 0. Only pairs that are given can be taken, so that long lists with few candidates each are solved
 * in a moment. Sources: Kuhn (1955), The Hungarian method for the assignment problem, Naval Research Logistics Quarterly 2;
 * Jonker and Volgenant (1987), A shortest augmenting path algorithm for dense and sparse linear assignment problems,
 * Computing 38, 325-340.
 */
final class Assignment {
    /** Nothing is assigned. */
    static final int NONE = -1;

    /**
     * A pair that may be taken.
     *
     * @param row from 0
     * @param column from 0
     * @param gain what it adds when it is taken; pairs without a gain never are
     */
    record Edge(int row, int column, double gain) {}

    private record Reached(double distance, int column) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            int nearer = Double.compare(distance, other.distance);
            return nearer != 0 ? nearer : Integer.compare(column, other.column);
        }
    }

    private final List<List<Edge>> ofRows = new ArrayList<>();
    private final int[] columnOf;
    private final int[] rowOf;
    private final double[] price;
    private final double[] distance;
    private final int[] from;
    private final boolean[] isSettled;
    private final double[] settledAt;

    private Assignment(int rows, int columns, List<Edge> edges) {
        int all = columns + rows;
        for (int row = 0; row < rows; row++) {
            ofRows.add(new ArrayList<>(List.of(new Edge(row, columns + row, 0))));
        }
        edges.stream()
                .filter(edge -> edge.gain() > 0)
                .forEach(edge -> ofRows.get(edge.row()).add(edge));
        columnOf = new int[rows];
        rowOf = new int[all];
        price = new double[all];
        distance = new double[all];
        from = new int[all];
        isSettled = new boolean[all];
        settledAt = new double[all];
        Arrays.fill(columnOf, NONE);
        Arrays.fill(rowOf, NONE);
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
    }

    /** The column of each row, or {@link #NONE}. */
    static int[] best(int rows, int columns, List<Edge> edges) {
        Assignment assignment = new Assignment(rows, columns, edges);
        for (int row = 0; row < rows; row++) {
            assignment.place(row);
        }
        return Arrays.stream(assignment.columnOf)
                .map(column -> column < columns ? column : NONE)
                .toArray();
    }

    /** Prices of columns keep every reduced cost price[column] - gain + (cost of its row) from falling below zero. */
    private void place(int row) {
        PriorityQueue<Reached> reached = new PriorityQueue<>();
        List<Integer> seen = new ArrayList<>();
        List<Integer> settled = new ArrayList<>();
        int current = row;
        double so = 0;
        double base = -best(row);
        while (true) {
            for (Edge edge : ofRows.get(current)) {
                int column = edge.column();
                double way = so + price[column] - edge.gain() - base;
                if (!isSettled[column] && way < distance[column]) {
                    if (distance[column] == Double.POSITIVE_INFINITY) {
                        seen.add(column);
                    }
                    distance[column] = way;
                    from[column] = current;
                    reached.add(new Reached(way, column));
                }
            }
            Reached next = reached.remove();
            while (isSettled[next.column()]) {
                next = reached.remove();
            }
            int column = next.column();
            isSettled[column] = true;
            settledAt[column] = next.distance();
            settled.add(column);
            so = next.distance();
            if (rowOf[column] == NONE) {
                augment(column, row);
                break;
            }
            current = rowOf[column];
            base = price[column] - gain(current, column);
        }
        for (int column : settled) {
            price[column] += so - settledAt[column];
        }
        for (int column : seen) {
            distance[column] = Double.POSITIVE_INFINITY;
            isSettled[column] = false;
        }
    }

    /** What the row would have at best for its money. */
    private double best(int row) {
        return ofRows.get(row).stream()
                .mapToDouble(edge -> edge.gain() - price[edge.column()])
                .max()
                .orElseThrow();
    }

    private double gain(int row, int column) {
        return ofRows.get(row).stream()
                .filter(edge -> edge.column() == column)
                .mapToDouble(Edge::gain)
                .max()
                .orElseThrow();
    }

    private void augment(int free, int row) {
        int column = free;
        while (true) {
            int taker = from[column];
            int left = columnOf[taker];
            columnOf[taker] = column;
            rowOf[column] = taker;
            if (taker == row) {
                return;
            }
            column = left;
        }
    }
}

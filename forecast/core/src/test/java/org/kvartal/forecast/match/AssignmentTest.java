package org.kvartal.forecast.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AssignmentTest {
    /**
     * Four persons qualify for the jobs 1, 2, 3; 3, 4; 4; and 4: at most three of them have one. Source: Kuhn (1955), The
     * Hungarian method for the assignment problem, section 2.
     */
    @Test
    void placesAsManyAsKuhnDid() {
        int[][] qualified = {{0, 1, 2}, {2, 3}, {3}, {3}};
        List<Assignment.Edge> edges = new ArrayList<>();
        for (int row = 0; row < qualified.length; row++) {
            for (int column : qualified[row]) {
                edges.add(new Assignment.Edge(row, column, 1));
            }
        }
        int[] columns = Assignment.best(4, 4, edges);
        assertThat(columns).satisfies(all -> assertThat(gain(edges, all)).isEqualTo(3));
    }

    @Test
    void findsTheGreatestSumThatTryingAllFinds() {
        Random random = new Random(7);
        for (int trial = 0; trial < 300; trial++) {
            int rows = 1 + random.nextInt(6);
            int columns = 1 + random.nextInt(6);
            List<Assignment.Edge> edges = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    if (random.nextInt(3) > 0) {
                        edges.add(new Assignment.Edge(row, column, random.nextInt(20) - 4));
                    }
                }
            }
            int[] found = Assignment.best(rows, columns, edges);
            assertThat(gain(edges, found)).isCloseTo(tried(edges, rows, 0, 0), within(1e-9));
        }
    }

    @Test
    void leavesARowAloneWhereNothingIsGained() {
        assertThat(Assignment.best(2, 1, List.of(new Assignment.Edge(0, 0, -1), new Assignment.Edge(1, 0, 0))))
                .containsExactly(Assignment.NONE, Assignment.NONE);
    }

    private static double gain(List<Assignment.Edge> edges, int[] columns) {
        double sum = 0;
        for (int row = 0; row < columns.length; row++) {
            int of = row;
            if (columns[row] != Assignment.NONE) {
                sum += edges.stream()
                        .filter(edge -> edge.row() == of && edge.column() == columns[of])
                        .mapToDouble(Assignment.Edge::gain)
                        .sum();
            }
        }
        return sum;
    }

    private static double tried(List<Assignment.Edge> edges, int rows, int row, int taken) {
        if (row == rows) {
            return 0;
        }
        double best = tried(edges, rows, row + 1, taken);
        for (Assignment.Edge edge : edges) {
            if (edge.row() == row && (taken >> edge.column() & 1) == 0) {
                best = Math.max(best, edge.gain() + tried(edges, rows, row + 1, taken | 1 << edge.column()));
            }
        }
        return best;
    }
}

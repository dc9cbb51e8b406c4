package org.kvartal.forecast.timeseries.hierarchy;

/**
 * A system solved by conjugate gradients with the diagonal as preconditioner; the matrix is never written out.
 *
 * <pre>
 *   stops when r' D^-1 r &lt;= TOLERANCE^2 b' D^-1 b      r: what is left of the right side b, D: the diagonal
 * </pre>
 *
 * Source: Golub and Van Loan (2013), Matrix Computations, 4th ed., section 11.5.2. It ends after at most
 * {@value #ITERATIONS} steps with the best it has.
 */
final class ConjugateGradients implements LinearSystem {
    private static final double TOLERANCE = 1e-11;
    private static final int ITERATIONS = 2000;

    private final Matrix matrix;
    private final double[] diagonal;

    private ConjugateGradients(Matrix matrix, double[] diagonal) {
        this.matrix = matrix;
        this.diagonal = diagonal;
    }

    static ConjugateGradients of(Matrix matrix) {
        return new ConjugateGradients(matrix, matrix.diagonal());
    }

    @Override
    public double[] solve(double[] right) {
        int n = right.length;
        double[] x = new double[n];
        double[] rest = right.clone();
        double[] direction = new double[n];
        double[] product = new double[n];
        double size = scaledSquare(rest);
        double enough = TOLERANCE * TOLERANCE * size;
        double previous = Double.POSITIVE_INFINITY;
        for (int step = 0; step < ITERATIONS && size > enough; step++) {
            double kept = size / previous;
            for (int i = 0; i < n; i++) {
                direction[i] = rest[i] / diagonal[i] + kept * direction[i];
            }
            matrix.multiply(direction, product);
            double length = size / dot(direction, product);
            for (int i = 0; i < n; i++) {
                x[i] += length * direction[i];
                rest[i] -= length * product[i];
            }
            previous = size;
            size = scaledSquare(rest);
        }
        return x;
    }

    private double scaledSquare(double[] rest) {
        double sum = 0;
        for (int i = 0; i < rest.length; i++) {
            sum += rest[i] * rest[i] / diagonal[i];
        }
        return sum;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}

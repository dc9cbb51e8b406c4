package org.kvartal.forecast.timeseries.hierarchy;

/** A symmetric positive definite system, made ready for many right sides. */
interface LinearSystem {
    double[] solve(double[] right);

    /** A matrix known by its products. */
    interface Matrix {
        int size();

        void multiply(double[] x, double[] product);

        /** The rows, written out; only the part up to the diagonal is meant. */
        double[][] rows();

        /** A copy of the diagonal. */
        double[] diagonal();
    }
}

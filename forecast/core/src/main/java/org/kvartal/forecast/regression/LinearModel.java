package org.kvartal.forecast.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Rows for linear regressions: least squares, and two-stage least squares where a column is not given from outside.
 *
 * <pre>
 *   ordinary    b = (X'X)^-1 X'y
 *   two-stage   b = (X'P X)^-1 X'P y        P: projection on the instruments and the columns that are their own
 * </pre>
 *
 * Effects that were taken out of the columns before (see {@link TwoWayWithin}) count as parameters. Source: Wooldridge
 * (2010), Econometric Analysis of Cross Section and Panel Data, chapters 4 and 5.
 */
public final class LinearModel {
    private static final double LEAST_OWN_SHARE = 1e-10;

    private final double[] y;
    private final int absorbed;
    private final Optional<int[]> clusters;
    private final Map<String, double[]> columns = new TreeMap<>();

    private LinearModel(double[] y, int absorbed, Optional<int[]> clusters) {
        this.y = y;
        this.absorbed = absorbed;
        this.clusters = clusters;
    }

    /** @param absorbed parameters taken out of all columns before, the constant among them */
    public static LinearModel of(double[] y, int absorbed) {
        return new LinearModel(y.clone(), absorbed, Optional.empty());
    }

    /** @param clusters of the rows; effects absorbed that lie within clusters are not to be counted again */
    public static LinearModel clustered(double[] y, int absorbed, int[] clusters) {
        return new LinearModel(y.clone(), absorbed, Optional.of(clusters.clone()));
    }

    public LinearModel column(String name, double[] values) {
        columns.put(name, values.clone());
        return this;
    }

    public int rows() {
        return y.length;
    }

    public LinearFit ordinary(List<String> regressors) {
        return fitted(regressors, matrix(regressors));
    }

    /**
     * @param regressors columns of interest, {@code endogenous} among them
     * @param endogenous the column that the instruments stand for
     */
    public LinearFit twoStage(List<String> regressors, String endogenous, List<String> instruments) {
        LinearFit first = ordinary(withInstruments(regressors, endogenous, instruments));
        RealMatrix predicted = matrix(regressors);
        int place = regressors.indexOf(endogenous);
        double[] residuals = first(endogenous, first);
        for (int i = 0; i < y.length; i++) {
            predicted.addToEntry(i, place, -residuals[i]);
        }
        return fitted(regressors, predicted);
    }

    /** The regression of the endogenous column on the instruments and the other regressors. */
    public LinearFit firstStage(List<String> regressors, String endogenous, List<String> instruments) {
        return of(columns.get(endogenous)).ordinary(withInstruments(regressors, endogenous, instruments));
    }

    /** The same rows and columns with another left side. */
    public LinearModel of(double[] left) {
        LinearModel other = new LinearModel(left.clone(), absorbed, clusters);
        other.columns.putAll(columns);
        return other;
    }

    private double[] first(String endogenous, LinearFit sameColumns) {
        return of(columns.get(endogenous)).ordinary(sameColumns.names()).residuals();
    }

    private static List<String> withInstruments(List<String> regressors, String endogenous, List<String> instruments) {
        List<String> all = new ArrayList<>(instruments);
        regressors.stream().filter(name -> !name.equals(endogenous)).forEach(all::add);
        return all;
    }

    private RealMatrix matrix(List<String> names) {
        RealMatrix matrix = new Array2DRowRealMatrix(y.length, names.size());
        for (int k = 0; k < names.size(); k++) {
            double[] values = columns.get(names.get(k));
            if (values == null || values.length != y.length) {
                throw new IllegalArgumentException(
                        "Invalid column %s: it must have %d rows".formatted(names.get(k), y.length));
            }
            matrix.setColumn(k, values);
        }
        return matrix;
    }

    /** @param predicted the regressors, the endogenous one by its first stage */
    private LinearFit fitted(List<String> names, RealMatrix predicted) {
        int n = y.length;
        int k = names.size() + absorbed;
        if (n <= k) {
            throw new NotEstimable("%d rows for %d coefficients and effects".formatted(n, k));
        }
        RealMatrix bread = inverse(names, predicted.transpose().multiply(predicted));
        double[] b = bread.operate(predicted.transpose().operate(y));
        double[] fit = matrix(names).operate(b);
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            residuals[i] = y[i] - fit[i];
        }
        RealMatrix scores = predicted.copy();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < names.size(); j++) {
                scores.multiplyEntry(i, j, residuals[i]);
            }
        }
        double scale = (double) n / (n - k);
        double freedom = n - k;
        if (clusters.isPresent()) {
            scores = summed(scores, clusters.get());
            int g = scores.getRowDimension();
            if (g < 2) {
                throw new NotEstimable("one cluster only");
            }
            scale = (double) g / (g - 1) * (n - 1) / (n - k);
            freedom = g - 1;
        }
        RealMatrix meat = scores.transpose().multiply(scores).scalarMultiply(scale);
        return new LinearFit(names, b, bread.multiply(meat).multiply(bread), freedom, residuals);
    }

    private static RealMatrix summed(RealMatrix scores, int[] clusters) {
        int[] distinct = Arrays.stream(clusters).sorted().distinct().toArray();
        RealMatrix sums = new Array2DRowRealMatrix(distinct.length, scores.getColumnDimension());
        for (int i = 0; i < clusters.length; i++) {
            int g = Arrays.binarySearch(distinct, clusters[i]);
            for (int j = 0; j < scores.getColumnDimension(); j++) {
                sums.addToEntry(g, j, scores.getEntry(i, j));
            }
        }
        return sums;
    }

    private static RealMatrix inverse(List<String> names, RealMatrix products) {
        try {
            return ScaledInverse.of(products, LEAST_OWN_SHARE);
        } catch (NonPositiveDefiniteMatrixException e) {
            boolean isVarying = products.getEntry(e.getRow(), e.getRow()) > 0;
            String reason = isVarying ? "says nothing that the columns before it do not say" : "does not vary";
            throw new NotEstimable("%s %s".formatted(names.get(e.getRow()), reason));
        }
    }
}

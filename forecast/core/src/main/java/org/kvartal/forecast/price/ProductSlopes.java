package org.kvartal.forecast.price;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The slope of each product and how well it is known when products and periods have effects of their own.
 *
 * <pre>
 *   G(a, b) = diag(sum a b) - A' N^-1 B          a, b: columns less their means by product; A[t][i], B[t][i]: their values
 *   N = diag(rows of t) - sum over products of (1/n) 1[t] 1[s] + 1/T        periods, once products are taken out
 *   slopes = G(z, x)^-1 g        g: as G(z, y), over all products
 *   V = G(z, x)^-1 G(z, z) G(z, x)'^-1           by the variance of an error; x: price, z: predicted price
 * </pre>
 *
 * Prices that all move in the same periods leave little to tell the slopes by, which errors of single products would not
 * show. Source: the partitioned inverse of the normal equations (Frisch and Waugh 1933, Econometrica 1).
 */
final class ProductSlopes {
    private final int[] periods;
    private final int periodCount;
    private final List<int[]> rowsOf;
    private final RealMatrix ofPeriods;

    /** @param rowsOf rows of each product */
    ProductSlopes(int[] periods, int periodCount, List<int[]> rowsOf) {
        this.periods = periods;
        this.periodCount = periodCount;
        this.rowsOf = rowsOf;
        RealMatrix n = new Array2DRowRealMatrix(periodCount, periodCount);
        for (int t = 0; t < periodCount; t++) {
            for (int s = 0; s < periodCount; s++) {
                n.setEntry(t, s, 1.0 / periodCount);
            }
        }
        for (int[] rows : rowsOf) {
            for (int row : rows) {
                n.addToEntry(periods[row], periods[row], 1);
                for (int other : rows) {
                    n.addToEntry(periods[row], periods[other], -1.0 / rows.length);
                }
            }
        }
        ofPeriods = new LUDecomposition(n, Double.MIN_NORMAL).getSolver().getInverse();
    }

    /**
     * The variance of each slope where that of an error is 1.
     *
     * @param products places in {@code rowsOf} of those that have a slope
     */
    double[] variances(List<Integer> products, double[] x, double[] z) {
        RealMatrix xs = centred(products, x);
        RealMatrix zs = centred(products, z);
        RealMatrix bread = new LUDecomposition(partialled(zs, xs), Double.MIN_NORMAL)
                .getSolver()
                .getInverse();
        RealMatrix variance = bread.multiply(partialled(zs, zs)).multiply(bread.transpose());
        double[] variances = new double[products.size()];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = variance.getEntry(i, i);
        }
        return variances;
    }

    /** The slopes themselves, of y by x with z in its stead; all products tell the periods. */
    double[] slopes(List<Integer> products, double[] x, double[] z, double[] y) {
        List<Integer> all = IntStream.range(0, rowsOf.size()).boxed().toList();
        RealMatrix zs = centred(products, z);
        RealMatrix ys = centred(all, y);
        double[] sums = new double[periodCount];
        for (int t = 0; t < periodCount; t++) {
            sums[t] = Arrays.stream(ys.getRow(t)).sum();
        }
        double[] right = zs.transpose().operate(ofPeriods.operate(sums));
        for (int i = 0; i < right.length; i++) {
            right[i] = zs.getColumnVector(i).dotProduct(ys.getColumnVector(products.get(i))) - right[i];
        }
        return new LUDecomposition(partialled(zs, centred(products, x)), Double.MIN_NORMAL)
                .getSolver()
                .solve(new ArrayRealVector(right))
                .toArray();
    }

    /** By period and product. */
    private RealMatrix centred(List<Integer> products, double[] column) {
        RealMatrix centred = new Array2DRowRealMatrix(periodCount, products.size());
        for (int i = 0; i < products.size(); i++) {
            int[] rows = rowsOf.get(products.get(i));
            double sum = 0;
            for (int row : rows) {
                sum += column[row];
            }
            for (int row : rows) {
                centred.addToEntry(periods[row], i, column[row] - sum / rows.length);
            }
        }
        return centred;
    }

    private RealMatrix partialled(RealMatrix a, RealMatrix b) {
        RealMatrix all = a.transpose().multiply(ofPeriods).multiply(b).scalarMultiply(-1);
        for (int i = 0; i < a.getColumnDimension(); i++) {
            double own = 0;
            for (int t = 0; t < periodCount; t++) {
                own += a.getEntry(t, i) * b.getEntry(t, i);
            }
            all.addToEntry(i, i, own);
        }
        return all;
    }
}

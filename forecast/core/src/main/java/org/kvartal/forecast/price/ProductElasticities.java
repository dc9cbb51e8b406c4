package org.kvartal.forecast.price;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kvartal.forecast.regression.LinearFit;
import org.kvartal.forecast.regression.NotEstimable;

/**
 * The elasticity of each product, with the periods and the other columns in common.
 *
 * <pre>
 *   y = ln q - k x                                    k: the common coefficients of the other columns
 *   y[i][t] = a[i] + d[t] + e[i] ln p[i][t] + error   by turns: e and a of each product, d of each period, until e stays
 * </pre>
 *
 * With instruments the slope of a product is that of y by the price which the common first stage predicts. A product needs
 * eight periods and a price that changes. Errors are of the product's own residuals; that periods are estimated too is left
 * out, which matters with few products. One product's estimate is noise, so that each is drawn to the mean of all
 * ({@link EmpiricalBayes}).
 */
public final class ProductElasticities {
    private static final int FEWEST_ROWS = 8;
    private static final int MOST_ROUNDS = 2_000;
    private static final double STAYS = 1e-9;
    private static final double NORMAL = 1.959963984540054;

    private final ElasticityTable table;
    private final int[] products;
    private final int[] periods;
    private final double[] left;
    private final double[] price;
    private final double[] predicted;
    private final List<int[]> rowsOf;
    private final double[] slopes;
    private final double[] ofPeriod;

    private ProductElasticities(ElasticityTable table) {
        this.table = table;
        products = table.products();
        periods = table.periods();
        Elasticity common = new Elasticity(table);
        left = left(table, common.best());
        price = table.logPrice();
        predicted = common.predictedPrice(price);
        rowsOf = table.rowsOf();
        slopes = new double[rowsOf.size()];
        ofPeriod = new double[Arrays.stream(periods).max().orElse(-1) + 1];
    }

    /** One row per product, in the order in which they came; none of a table that does not give a common elasticity. */
    public static List<ProductElasticity> of(ElasticityTable table) {
        try {
            ProductElasticities each = new ProductElasticities(table);
            each.settle();
            return each.shrunk();
        } catch (NotEstimable e) {
            return List.of();
        }
    }

    private static double[] left(ElasticityTable table, LinearFit fit) {
        double[] left = table.logQuantity();
        for (Map.Entry<String, double[]> other : table.others().entrySet()) {
            double k = fit.coefficient(other.getKey());
            for (int row = 0; row < left.length; row++) {
                left[row] -= k * other.getValue()[row];
            }
        }
        return left;
    }

    private double mean(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).average().orElse(0);
    }

    /** Sum of the products of two columns, each less its mean over the rows. */
    private double moment(double[] one, double[] other, int[] rows) {
        double mean = mean(one, rows);
        double otherMean = mean(other, rows);
        return Arrays.stream(rows)
                .mapToDouble(row -> (one[row] - mean) * (other[row] - otherMean))
                .sum();
    }

    private boolean isTelling(int product) {
        int[] rows = rowsOf.get(product);
        return rows.length >= FEWEST_ROWS && moment(predicted, price, rows) > STAYS;
    }

    private void settle() {
        double moved = 1;
        for (int round = 0; round < MOST_ROUNDS && moved > STAYS; round++) {
            double[] rest = rest();
            moved = 0;
            for (int i = 0; i < slopes.length; i++) {
                int[] rows = rowsOf.get(i);
                double slope =
                        isTelling(i) ? moment(predicted, rest, rows) / moment(predicted, price, rows) : slopes[i];
                moved = Math.max(moved, Math.abs(slope - slopes[i]));
                slopes[i] = slope;
            }
            takePeriods(residuals());
        }
    }

    /** What products must explain: without the effects of periods. */
    private double[] rest() {
        return IntStream.range(0, left.length)
                .mapToDouble(row -> left[row] - ofPeriod[periods[row]])
                .toArray();
    }

    private double[] residuals() {
        double[] rest = rest();
        double[] residuals = new double[rest.length];
        for (int i = 0; i < slopes.length; i++) {
            int[] rows = rowsOf.get(i);
            double constant = mean(rest, rows) - slopes[i] * mean(price, rows);
            for (int row : rows) {
                residuals[row] = rest[row] - constant - slopes[i] * price[row];
            }
        }
        return residuals;
    }

    private void takePeriods(double[] residuals) {
        double[] sums = new double[ofPeriod.length];
        int[] counts = new int[ofPeriod.length];
        for (int row = 0; row < residuals.length; row++) {
            sums[periods[row]] += residuals[row];
            counts[periods[row]]++;
        }
        for (int t = 0; t < sums.length; t++) {
            ofPeriod[t] += sums[t] / Math.max(1, counts[t]);
        }
    }

    private double error(int product, double[] residuals) {
        int[] rows = rowsOf.get(product);
        double squares = Arrays.stream(rows)
                .mapToDouble(row -> residuals[row] * residuals[row])
                .sum();
        double periodsTaken = rows.length * (double) ofPeriod.length / left.length;
        double variance = squares / Math.max(1, rows.length - 2 - periodsTaken);
        return Math.sqrt(variance * moment(predicted, predicted, rows)) / Math.abs(moment(predicted, price, rows));
    }

    private List<ProductElasticity> shrunk() {
        double[] residuals = residuals();
        double[] raw = new double[slopes.length];
        double[] errors = new double[slopes.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = isTelling(i) ? slopes[i] : Double.NaN;
            errors[i] = isTelling(i) ? error(i, residuals) : Double.NaN;
        }
        EmpiricalBayes all = new EmpiricalBayes(raw, errors);
        return IntStream.range(0, raw.length)
                .mapToObj(i -> product(i, raw[i], errors[i], all))
                .toList();
    }

    private ProductElasticity product(int i, double raw, double error, EmpiricalBayes all) {
        boolean hasMean = all.isEstimable();
        double shrunk = hasMean ? all.shrunk(i) : Double.NaN;
        double margin = hasMean ? NORMAL * all.standardError(i) : Double.NaN;
        String note = !hasMean
                ? "Cannot shrink: fewer than %d products have an elasticity of their own"
                        .formatted(EmpiricalBayes.FEWEST)
                : Double.isNaN(raw)
                        ? "the mean of all: fewer than %d periods, or one price".formatted(FEWEST_ROWS)
                        : "";
        return new ProductElasticity(
                table.productNames().get(i),
                rowsOf.get(i).length,
                table.changes(price, rowsOf.get(i)),
                raw,
                error,
                shrunk,
                shrunk - margin,
                shrunk + margin,
                note);
    }
}

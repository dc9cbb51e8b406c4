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
 *   y[i][t] = a[i] + d[t] + e[i] ln p[i][t] + error   at once, or beyond 500 products by turns until they stay
 * </pre>
 *
 * With instruments the slope of a product is that of y by the price which the common first stage predicts. A product needs
 * eight periods and a price that changes. Errors are of the product's own residuals, and know that the periods are estimated
 * too ({@link ProductSlopes}); beyond 500 products that hardly matters, and is left out. One product's estimate is noise, so
 * that each is drawn to the mean of all ({@link EmpiricalBayes}).
 */
public final class ProductElasticities {
    private static final int FEWEST_ROWS = 8;
    private static final int MOST_ROUNDS = 2_000;
    private static final double STAYS = 1e-9;
    private static final int MOST_JOINT = 500;
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

    private List<Integer> telling() {
        return IntStream.range(0, slopes.length).filter(this::isTelling).boxed().toList();
    }

    /** By turns: the slopes, where they are not known yet, and the periods. */
    private void settle() {
        boolean areKnown = solve();
        double moved = 1;
        for (int round = 0; round < MOST_ROUNDS && moved > STAYS; round++) {
            moved = areKnown ? 0 : turn(rest());
            moved = Math.max(moved, takePeriods(residuals()));
        }
    }

    /** All slopes at once; beyond some hundred products that takes too long. */
    private boolean solve() {
        List<Integer> telling = telling();
        if (telling.isEmpty() || telling.size() > MOST_JOINT) {
            return false;
        }
        double[] solved = new ProductSlopes(periods, ofPeriod.length, rowsOf).slopes(telling, price, predicted, left);
        for (int k = 0; k < solved.length; k++) {
            slopes[telling.get(k)] = solved[k];
        }
        return true;
    }

    private double turn(double[] rest) {
        double moved = 0;
        for (int i : telling()) {
            int[] rows = rowsOf.get(i);
            double slope = moment(predicted, rest, rows) / moment(predicted, price, rows);
            moved = Math.max(moved, Math.abs(slope - slopes[i]));
            slopes[i] = slope;
        }
        return moved;
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

    /** How far the effect of a period moved at most. */
    private double takePeriods(double[] residuals) {
        double[] sums = new double[ofPeriod.length];
        int[] counts = new int[ofPeriod.length];
        for (int row = 0; row < residuals.length; row++) {
            sums[periods[row]] += residuals[row];
            counts[periods[row]]++;
        }
        double moved = 0;
        for (int t = 0; t < sums.length; t++) {
            ofPeriod[t] += sums[t] / Math.max(1, counts[t]);
            moved = Math.max(moved, Math.abs(sums[t] / Math.max(1, counts[t])));
        }
        return moved;
    }

    /** NaN of a product that does not tell. */
    private double[] errors(double[] residuals) {
        List<Integer> telling = telling();
        double[] errors = new double[slopes.length];
        Arrays.fill(errors, Double.NaN);
        if (telling.size() > MOST_JOINT) {
            telling.forEach(i -> errors[i] = Math.sqrt(variance(i, residuals) * alone(i)));
        } else if (!telling.isEmpty()) {
            double[] variances =
                    new ProductSlopes(periods, ofPeriod.length, rowsOf).variances(telling, price, predicted);
            for (int k = 0; k < variances.length; k++) {
                int i = telling.get(k);
                errors[i] = Math.sqrt(variance(i, residuals) * variances[k]);
            }
        }
        return errors;
    }

    /** The variance of an error of a product. */
    private double variance(int product, double[] residuals) {
        int[] rows = rowsOf.get(product);
        double squares = Arrays.stream(rows)
                .mapToDouble(row -> residuals[row] * residuals[row])
                .sum();
        double periodsTaken = rows.length * (double) ofPeriod.length / left.length;
        return squares / Math.max(1, rows.length - 2 - periodsTaken);
    }

    /** The variance of a slope where that of an error is 1, as if periods were known. */
    private double alone(int product) {
        int[] rows = rowsOf.get(product);
        return moment(predicted, predicted, rows) / Math.pow(moment(predicted, price, rows), 2);
    }

    private List<ProductElasticity> shrunk() {
        double[] residuals = residuals();
        double[] raw = new double[slopes.length];
        double[] errors = errors(residuals);
        for (int i = 0; i < raw.length; i++) {
            raw[i] = isTelling(i) ? slopes[i] : Double.NaN;
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

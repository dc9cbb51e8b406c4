package org.kvartal.forecast.price;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.kvartal.forecast.regression.LinearFit;
import org.kvartal.forecast.regression.LinearModel;
import org.kvartal.forecast.regression.NotEstimable;
import org.kvartal.forecast.regression.TwoWayWithin;

/**
 * How the quantity sold answers to the price.
 *
 * <pre>
 *   ln q[i][t] = a[i] + d[t] + e ln p[i][t] + k x[i][t] + error       i: product, t: period
 * </pre>
 *
 * e is the own-price elasticity; x are competitors' prices (in logarithms: k is a cross-price elasticity), promotions and
 * other columns. Ordinary least squares mixes what the price does to sales with what sales do to the price; two-stage least
 * squares does not, if the instruments move the price and nothing else. Errors are clustered by product where at least ten
 * products are seen twice or more, else robust (HC1); products each seen once have no effects of their own.
 *
 * <p>Beside the estimates stand the strength of the instruments (F of the first stage, below ten weak), the interval of
 * Anderson and Rubin, which holds with weak instruments too, Sargan's J where there are more instruments than needed, and the
 * test of Durbin, Wu and Hausman whether instruments change the answer. Source: Stock and Watson, Introduction to
 * Econometrics, chapter 12; Wooldridge (2010), sections 6.2 and 6.3.
 */
public final class Elasticity {
    /** The name of the own-price elasticity among the terms. */
    public static final String OWN_PRICE = "own_price";

    private static final int FEWEST_CLUSTERS = 10;
    private static final double WEAK = 10;
    private static final int ENOUGH_CHANGES = 100;
    private static final String RIVAL_PRICE = "competitor_price";

    private final int rows;
    private final List<String> regressors;
    private final List<String> instruments;
    private final Map<String, double[]> within = new LinkedHashMap<>();
    private final double[] quantity;
    private final int[] products;
    private final int effects;
    private final int absorbed;
    private final boolean isClustered;
    private final Map<String, Integer> changesOfRivals = new HashMap<>();

    Elasticity(ElasticityTable table) {
        rows = table.size();
        products = table.products();
        int[] periods = table.periods();
        int productCount = distinct(products);
        int periodCount = distinct(periods);
        boolean areRepeated = rows > productCount;
        isClustered = areRepeated && productCount >= FEWEST_CLUSTERS;
        effects = areRepeated ? productCount + periodCount - 1 : periodCount;
        absorbed = isClustered ? periodCount : effects; // effects within clusters are not counted again
        TwoWayWithin taken = new TwoWayWithin(areRepeated ? products : new int[rows], periods);
        quantity = taken.of(table.logQuantity());
        within.put(OWN_PRICE, taken.of(table.logPrice()));
        table.others().forEach((name, values) -> within.put(name, taken.of(values)));
        table.instruments().forEach((name, values) -> within.put(name, taken.of(values)));
        table.others().keySet().stream()
                .filter(name -> name.startsWith(RIVAL_PRICE))
                .forEach(name -> changesOfRivals.put(name, table.changes(name)));
        regressors = new ArrayList<>(List.of(OWN_PRICE));
        regressors.addAll(table.others().keySet());
        instruments = List.copyOf(table.instruments().keySet());
    }

    private static int distinct(int[] values) {
        return (int) Arrays.stream(values).distinct().count();
    }

    /** All estimates that the table allows; one that it does not is a row without a number, saying why. */
    public static List<PriceEstimate> of(ElasticityTable table) {
        Elasticity elasticity = new Elasticity(table);
        List<PriceEstimate> estimates = new ArrayList<>(elasticity.ordinary());
        if (!elasticity.instruments.isEmpty()) {
            estimates.addAll(elasticity.twoStage());
        }
        return estimates;
    }

    private LinearModel model(double[] left) {
        LinearModel model =
                isClustered ? LinearModel.clustered(left, absorbed, products) : LinearModel.of(left, absorbed);
        within.forEach(model::column);
        return model;
    }

    int rows() {
        return rows;
    }

    /** By two stages where there are instruments. */
    LinearFit best() {
        LinearModel model = model(quantity);
        return instruments.isEmpty() ? model.ordinary(regressors) : model.twoStage(regressors, OWN_PRICE, instruments);
    }

    /** The price as the first stage has it; without instruments as it is. */
    double[] predictedPrice(double[] price) {
        double[] predicted = price.clone();
        if (!instruments.isEmpty()) {
            double[] residuals = model(quantity)
                    .firstStage(regressors, OWN_PRICE, instruments)
                    .residuals();
            for (int row = 0; row < predicted.length; row++) {
                predicted[row] -= residuals[row];
            }
        }
        return predicted;
    }

    /** What a reader must know of the strength of the instruments; empty when they are strong, or none are needed. */
    String weakness() {
        if (instruments.isEmpty()) {
            return "";
        }
        LinearFit first = model(quantity).firstStage(regressors, OWN_PRICE, instruments);
        return WaldTest.of(first, instruments) / instruments.size() < WEAK ? "; weak instruments" : "";
    }

    String errors() {
        return isClustered ? "errors clustered by product" : "robust errors (HC1)";
    }

    private List<PriceEstimate> ordinary() {
        try {
            return estimates("ols", model(quantity).ordinary(regressors), "association; " + errors());
        } catch (NotEstimable e) {
            return List.of(PriceEstimate.none("ols", OWN_PRICE, rows, e.getMessage()));
        }
    }

    private List<PriceEstimate> estimates(String method, LinearFit fit, String note) {
        return fit.names().stream()
                .map(name -> PriceEstimate.of(
                        method,
                        name,
                        fit.coefficient(name),
                        fit.standardError(name),
                        fit.margin(name),
                        rows,
                        note + promotion(name, fit) + fewChanges(name)))
                .toList();
    }

    private String fewChanges(String name) {
        int changes = changesOfRivals.getOrDefault(name, ENOUGH_CHANGES);
        return changes < ENOUGH_CHANGES
                ? "; only %d price changes: below %d its sign is not to be relied on".formatted(changes, ENOUGH_CHANGES)
                : "";
    }

    private static String promotion(String name, LinearFit fit) {
        return name.startsWith("promotion")
                ? String.format(
                        Locale.ROOT,
                        "; %+.1f %% of quantity at the same price",
                        100 * Math.expm1(fit.coefficient(name)))
                : "";
    }

    private List<PriceEstimate> twoStage() {
        try {
            LinearModel model = model(quantity);
            LinearFit fit = model.twoStage(regressors, OWN_PRICE, instruments);
            LinearFit first = model.firstStage(regressors, OWN_PRICE, instruments);
            double strength = WaldTest.of(first, instruments) / instruments.size();
            String warning = strength < WEAK ? "; weak instruments: read the Anderson-Rubin interval" : "";
            List<PriceEstimate> all = new ArrayList<>(estimates("2sls", fit, errors() + warning));
            all.add(PriceEstimate.statistic(
                    "2sls", "first_stage_F", strength, rows, "F of the instruments in the first stage" + warning));
            all.add(new AndersonRubin(model, quantity, within.get(OWN_PRICE), reduced(), instruments)
                    .interval(fit, OWN_PRICE, rows));
            all.add(endogeneity(first));
            if (instruments.size() > 1) {
                all.add(overidentification(fit));
            }
            return all;
        } catch (NotEstimable e) {
            return List.of(PriceEstimate.none("2sls", OWN_PRICE, rows, e.getMessage()));
        }
    }

    /** The instruments, and the columns that are their own. */
    private List<String> reduced() {
        List<String> columns = new ArrayList<>(instruments);
        columns.addAll(regressors.subList(1, regressors.size()));
        return columns;
    }

    private PriceEstimate endogeneity(LinearFit first) {
        List<String> columns = new ArrayList<>(regressors);
        columns.add("first stage");
        LinearFit fit = model(quantity).column("first stage", first.residuals()).ordinary(columns);
        double wald = WaldTest.of(fit, List.of("first stage"));
        return PriceEstimate.statistic(
                "2sls",
                "endogeneity_F",
                wald,
                rows,
                String.format(
                        Locale.ROOT,
                        "Durbin-Wu-Hausman, p = %.4f that instruments change nothing",
                        WaldTest.p(wald, 1, fit.degreesOfFreedom())));
    }

    /** J = m F, F for equal variances of the instruments in the regression of the residuals of 2SLS. */
    private PriceEstimate overidentification(LinearFit fit) {
        double[] residuals = fit.residuals();
        List<String> columns = reduced();
        double unexplained = squares(model(residuals).ordinary(columns).residuals());
        double withoutInstruments = squares(
                columns.size() == instruments.size()
                        ? residuals
                        : model(residuals)
                                .ordinary(regressors.subList(1, regressors.size()))
                                .residuals());
        double j = (withoutInstruments - unexplained) / (unexplained / (rows - effects - columns.size()));
        int degrees = instruments.size() - 1;
        double p = 1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(j);
        return PriceEstimate.statistic(
                "2sls",
                "overidentification_J",
                j,
                rows,
                String.format(
                        Locale.ROOT, "p = %.4f that all instruments are valid, %d degrees of freedom", p, degrees));
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }
}

package org.kvartal.forecast.price;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.regression.LinearFit;
import org.kvartal.forecast.regression.LinearModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ElasticityTest {
    private static final double FIVE_DECIMALS = 1e-5;

    /** One state of the United States in 1985 or 1995: packs, real price, real income, real taxes. */
    private record Cigarettes(
            String state, String year, double packs, double price, double income, double salesTax, double tax) {}

    private static List<Cigarettes> cigarettes() throws IOException {
        String setting = Optional.ofNullable(System.getProperty("KVARTAL_SHARED"))
                .or(() -> Optional.ofNullable(System.getenv("KVARTAL_SHARED")))
                .orElse("../../../shared");
        Path file = Path.of(setting, "data/methods/elasticity_cigarettes_iv/cigarettes.csv");
        assumeTrue(Files.exists(file), () -> "the cigarettes are not at " + file.toAbsolutePath());
        List<String> lines = Files.readAllLines(file);
        List<String> names = List.of(lines.get(0).replace("\"", "").split(","));
        List<Cigarettes> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            String[] cells = line.replace("\"", "").split(",");
            for (int i = 0; i < cells.length; i++) {
                row.put(names.get(i), cells[i]);
            }
            double cpi = number(row, "cpi");
            rows.add(new Cigarettes(
                    row.get("state"),
                    row.get("year"),
                    number(row, "packs"),
                    number(row, "price") / cpi,
                    number(row, "income") / number(row, "population") / cpi,
                    (number(row, "taxs") - number(row, "tax")) / cpi,
                    number(row, "tax") / cpi));
        }
        return rows;
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(row.get(name));
    }

    private static List<PriceEstimate> in1995(List<String> others, List<String> instruments) throws IOException {
        ElasticityTable table = new ElasticityTable(others, instruments);
        cigarettes().stream()
                .filter(row -> row.year().equals("1995"))
                .forEach(row -> table.add(
                        row.state(),
                        row.year(),
                        row.packs(),
                        row.price(),
                        others.isEmpty() ? new double[0] : new double[] {Math.log(row.income())},
                        instruments.size() == 2
                                ? new double[] {row.salesTax(), row.tax()}
                                : new double[] {row.salesTax()}));
        return Elasticity.of(table);
    }

    private static PriceEstimate find(List<PriceEstimate> estimates, String method, String term) {
        return estimates.stream()
                .filter(one -> one.method().equals(method) && one.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    private static void expect(PriceEstimate estimate, double value, double error) {
        assertThat(estimate.estimate()).isCloseTo(value, within(FIVE_DECIMALS));
        assertThat(estimate.standardError()).isCloseTo(error, within(FIVE_DECIMALS));
    }

    /** Stock and Watson, equations 12.11, 12.15 and 12.16 with five decimals more; HC1. */
    @Test
    void estimatesTheDemandForCigarettesIn1995AsPublished() throws IOException {
        expect(find(in1995(List.of("income"), List.of("sales tax")), "ols", "own_price"), -1.4065, 0.260921);
        expect(find(in1995(List.of(), List.of("sales tax")), "2sls", "own_price"), -1.083587, 0.318918);
        expect(find(in1995(List.of("income"), List.of("sales tax")), "2sls", "own_price"), -1.143375, 0.372303);
        List<PriceEstimate> both = in1995(List.of("income"), List.of("sales tax", "tax"));
        expect(find(both, "2sls", "own_price"), -1.277424, 0.24961);
        expect(find(both, "2sls", "income"), 0.280405, 0.25389);
        assertThat(find(both, "2sls", "own_price").note()).isEqualTo("robust errors (HC1)");
    }

    /** Stock and Watson, table 12.1: differences of ten years. Columns: instruments; price, income, F; J. */
    @Test
    void estimatesTheChangeOfTenYearsAsPublished() throws IOException {
        Map<String, List<Cigarettes>> states = new HashMap<>();
        cigarettes()
                .forEach(row -> states.computeIfAbsent(row.state(), name -> new ArrayList<>())
                        .add(row));
        List<List<Cigarettes>> pairs = new ArrayList<>(states.values());
        double[] y = pairs.stream()
                .mapToDouble(p -> Math.log(p.get(1).packs() / p.get(0).packs()))
                .toArray();
        LinearModel model = LinearModel.of(y, 0)
                .column("one", pairs.stream().mapToDouble(p -> 1).toArray())
                .column(
                        "price",
                        pairs.stream()
                                .mapToDouble(p ->
                                        Math.log(p.get(1).price() / p.get(0).price()))
                                .toArray())
                .column(
                        "income",
                        pairs.stream()
                                .mapToDouble(p ->
                                        Math.log(p.get(1).income() / p.get(0).income()))
                                .toArray())
                .column(
                        "sales tax",
                        pairs.stream()
                                .mapToDouble(p -> p.get(1).salesTax() - p.get(0).salesTax())
                                .toArray())
                .column(
                        "tax",
                        pairs.stream()
                                .mapToDouble(p -> p.get(1).tax() - p.get(0).tax())
                                .toArray());
        expectDifferences(model, List.of("sales tax"), -0.938014, 0.207502, 33.674);
        expectDifferences(model, List.of("tax"), -1.342515, 0.228661, 107.183);
        expectDifferences(model, List.of("sales tax", "tax"), -1.202403, 0.196943, 88.616);
        LinearFit both = model.twoStage(List.of("one", "price", "income"), "price", List.of("sales tax", "tax"));
        assertThat(both.coefficient("income")).isCloseTo(0.46203, within(FIVE_DECIMALS));
        assertThat(both.standardError("income")).isCloseTo(0.309341, within(FIVE_DECIMALS));
    }

    private static void expectDifferences(LinearModel model, List<String> instruments, double b, double se, double f) {
        List<String> regressors = List.of("one", "price", "income");
        LinearFit fit = model.twoStage(regressors, "price", instruments);
        assertThat(fit.coefficient("price")).isCloseTo(b, within(FIVE_DECIMALS));
        assertThat(fit.standardError("price")).isCloseTo(se, within(FIVE_DECIMALS));
        double wald = WaldTest.of(model.firstStage(regressors, "price", instruments), instruments);
        assertThat(wald / instruments.size()).isCloseTo(f, within(0.01));
    }

    /** The same as a panel with effects of state and year: the same estimates, errors clustered by state, and J. */
    @Test
    void estimatesAPanelAsItsDifferences() throws IOException {
        ElasticityTable table = new ElasticityTable(List.of("income"), List.of("sales tax", "tax"));
        cigarettes()
                .forEach(row -> table.add(
                        row.state(),
                        row.year(),
                        row.packs(),
                        row.price(),
                        new double[] {Math.log(row.income())},
                        new double[] {row.salesTax(), row.tax()}));
        List<PriceEstimate> estimates = Elasticity.of(table);
        PriceEstimate price = find(estimates, "2sls", "own_price");
        assertThat(price.estimate()).isCloseTo(-1.202403, within(FIVE_DECIMALS));
        double correction = Math.sqrt(48.0 / 47 * 95 / 92 / (48.0 / 45));
        assertThat(price.standardError()).isCloseTo(0.196943 * correction, within(FIVE_DECIMALS));
        assertThat(price.note()).isEqualTo("errors clustered by product");
        assertThat(find(estimates, "2sls", "overidentification_J").estimate()).isCloseTo(4.932, within(0.001));
        PriceEstimate interval = find(estimates, "2sls", "anderson_rubin");
        assertThat(interval.lower95()).isLessThan(price.estimate());
        assertThat(interval.upper95()).isGreaterThan(price.estimate());
    }

    /** Stock and Watson give no such interval; these ends are those of the regression of ln q - e ln p, fitted for each e. */
    @Test
    void theIntervalThatHoldsWithWeakInstrumentsEndsWhereRefusalBegins() throws IOException {
        PriceEstimate interval = find(in1995(List.of("income"), List.of("sales tax", "tax")), "2sls", "anderson_rubin");
        for (double end : new double[] {interval.lower95(), interval.upper95()}) {
            assertThat(pOfInstruments(end)).isCloseTo(0.05, within(1e-6));
        }
        assertThat(pOfInstruments(-1.277424)).isGreaterThan(0.05);
    }

    /** The p value of both taxes in the regression of ln q - e ln p of 1995 on them and income. */
    private static double pOfInstruments(double e) throws IOException {
        List<Cigarettes> rows =
                cigarettes().stream().filter(row -> row.year().equals("1995")).toList();
        List<String> taxes = List.of("sales tax", "tax");
        LinearFit fit = LinearModel.of(column(rows, row -> Math.log(row.packs()) - e * Math.log(row.price())), 0)
                .column("one", column(rows, row -> 1))
                .column("income", column(rows, row -> Math.log(row.income())))
                .column("sales tax", column(rows, Cigarettes::salesTax))
                .column("tax", column(rows, Cigarettes::tax))
                .ordinary(List.of("one", "income", "sales tax", "tax"));
        return WaldTest.p(WaldTest.of(fit, taxes), taxes.size(), fit.degreesOfFreedom());
    }

    private static double[] column(List<Cigarettes> rows, ToDoubleFunction<Cigarettes> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    /** Stock and Watson, table 12.1, column 3: F and J. */
    @Test
    void testsMoreInstrumentsThanNeeded() throws IOException {
        Map<String, Cigarettes> before = new HashMap<>();
        ElasticityTable table = new ElasticityTable(List.of("income"), List.of("sales tax", "tax"));
        for (Cigarettes row : cigarettes()) {
            Cigarettes first = before.putIfAbsent(row.state(), row);
            if (first != null) {
                table.add(
                        row.state(),
                        "change",
                        row.packs() / first.packs(),
                        row.price() / first.price(),
                        new double[] {Math.log(row.income() / first.income())},
                        new double[] {row.salesTax() - first.salesTax(), row.tax() - first.tax()});
            }
        }
        List<PriceEstimate> estimates = Elasticity.of(table);
        assertThat(find(estimates, "2sls", "overidentification_J").estimate()).isCloseTo(4.932, within(0.001));
        assertThat(find(estimates, "2sls", "overidentification_J").note()).startsWith("p = 0.026");
        assertThat(find(estimates, "2sls", "first_stage_F").estimate()).isCloseTo(88.616, within(0.01));
    }

    /** A market in which a shock to demand raises the price: the plain estimate is too small, the instrumented is not. */
    @Test
    void findsThePlantedElasticityWherePricesFollowDemand() {
        Random random = new Random(3);
        ElasticityTable table = new ElasticityTable(List.of("promotion"), List.of("cost"));
        for (int product = 0; product < 40; product++) {
            double liking = random.nextGaussian();
            for (int period = 0; period < 30; period++) {
                double demand = 0.3 * random.nextGaussian();
                double cost = 0.2 * random.nextGaussian();
                double promotion = random.nextInt(6) == 0 ? 1 : 0;
                double price = 0.1 * product + cost + 0.5 * demand;
                double quantity =
                        liking + 0.02 * period - 2 * price + 0.4 * promotion + demand + 0.1 * random.nextGaussian();
                table.add(
                        "p" + product,
                        "t" + period,
                        Math.exp(quantity),
                        Math.exp(price),
                        new double[] {promotion},
                        new double[] {cost});
            }
        }
        List<PriceEstimate> estimates = Elasticity.of(table);
        PriceEstimate plain = find(estimates, "ols", "own_price");
        PriceEstimate instrumented = find(estimates, "2sls", "own_price");
        assertThat(plain.upper95()).isGreaterThan(-1.6);
        assertThat(instrumented.estimate()).isCloseTo(-2, within(3 * instrumented.standardError()));
        assertThat(instrumented.standardError()).isLessThan(0.1);
        assertThat(find(estimates, "2sls", "promotion").estimate()).isCloseTo(0.4, within(0.1));
        assertThat(find(estimates, "2sls", "promotion").note()).contains("% of quantity at the same price");
        assertThat(find(estimates, "2sls", "endogeneity_F").note()).contains("p = 0.0000 ");
    }

    @Test
    void saysWhyThereIsNoEstimate() {
        ElasticityTable constant = new ElasticityTable(List.of(), List.of());
        for (int i = 0; i < 20; i++) {
            constant.add("p" + i % 4, "t" + i / 4, 1 + i, 5, new double[0], new double[0]);
        }
        PriceEstimate none = Elasticity.of(constant).get(0);
        assertThat(none.estimate()).isNaN();
        assertThat(none.note()).isEqualTo("Cannot estimate: own_price does not vary");
    }
}

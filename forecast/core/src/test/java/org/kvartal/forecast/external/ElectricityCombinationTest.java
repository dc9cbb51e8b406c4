package org.kvartal.forecast.external;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.PublishedAnswers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

/**
 * Five one-month-ahead forecasts of the electricity supply of the United Kingdom in GWh (data electricity of the R
 * package ForecastComb 1.3.1). Weights from the first 84 months, errors on the last 39; expected numbers computed with R
 * 4.2, lm and forecast::dm.test.
 */
class ElectricityCombinationTest {
    private static final int TRAINING = 84;
    private static final int MEMBERS = 5;
    private static final Percentage PRINTED = withPercentage(1e-4);

    private static MemberForecasts past;
    private static MemberForecasts later;

    @BeforeAll
    static void read() throws IOException {
        List<String[]> rows = PublishedAnswers.rows("forecast_combination_electricity/electricity.csv");
        List<double[]> columns = new ArrayList<>();
        for (int column = 1; column <= MEMBERS + 1; column++) {
            int cell = column;
            columns.add(rows.stream()
                    .mapToDouble(row -> Double.parseDouble(row[cell]))
                    .toArray());
        }
        MemberForecasts all = new MemberForecasts(columns.subList(0, MEMBERS), columns.get(MEMBERS));
        past = all.between(0, TRAINING);
        later = all.between(TRAINING, all.periods());
    }

    @Test
    void weightsByInverseErrors() {
        assertThat(later.periods()).isEqualTo(39);
        expect(
                BatesGranger.inverseErrors(past).weights(),
                0.1767702757,
                0.1999616615,
                0.1708378617,
                0.1981160211,
                0.25431418);
    }

    @Test
    void regressesWithoutConstraint() {
        Combination free = GrangerRamanathan.free(past);
        assertThat(free.intercept()).isCloseTo(962.32291697, PRINTED);
        expect(free.weights(), 0.02152868747, -0.2064626618, 0.2099279177, -1.04349857721, 1.97991049279);
    }

    @Test
    void weightsByTheCovarianceOfErrors() {
        expect(
                BatesGranger.minimumVariance(past).weights(),
                0.08173134,
                -0.48278985,
                0.20624364,
                -0.82356859,
                2.01838345);
    }

    @Test
    void errsAsMuchAsPublishedInLaterMonths() {
        double[][] members = new double[MEMBERS][];
        Arrays.setAll(members, later::errors);
        expect(
                each(members, ElectricityCombinationTest::rmse),
                990.1261244,
                867.6495556,
                981.6180524,
                920.136674,
                770.9043586);
        expect(
                each(members, ElectricityCombinationTest::mae),
                770.3195685,
                615.8811602,
                730.3451944,
                660.0813116,
                540.2418178);
        expectErrors(Combination.average(MEMBERS), 782.2552718, 573.3871869);
        expectErrors(BatesGranger.inverseErrors(past), 780.4403251, 568.2897609);
        expectErrors(GrangerRamanathan.free(past), 671.5214286, 536.0331057);
        assertThat(rmse(later.errors(BatesGranger.minimumVariance(past)))).isCloseTo(680.7280287, PRINTED);
    }

    @Test
    void tellsWhichMemberIsWorseThanTheAverage() {
        double[] average = later.errors(Combination.average(MEMBERS));
        DieboldMariano arima = DieboldMariano.of(later.errors(0), average, 1);
        assertThat(arima.statistic()).isCloseTo(2.1601874, PRINTED);
        assertThat(arima.pValue()).isCloseTo(0.03713059, PRINTED);
        assertThat(arima.firstWorse()).isCloseTo(0.03713059 / 2, PRINTED);
        DieboldMariano nnet = DieboldMariano.of(later.errors(2), average, 1);
        assertThat(nnet.statistic()).isCloseTo(1.5571906, PRINTED);
        assertThat(nnet.pValue()).isCloseTo(0.1277156, PRINTED);
    }

    @Test
    void findsNoBetterConvexWeightsThanThoseOfTheRegression() {
        Combination convex = GrangerRamanathan.convex(past);
        assertThat(convex.weights()).allMatch(weight -> weight >= 0);
        assertThat(convex.weights().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
        double best = rmse(past.errors(convex));
        for (int to = 0; to < MEMBERS; to++) {
            List<Double> moved = new ArrayList<>(convex.weights());
            moved.replaceAll(weight -> weight * 0.99);
            moved.set(to, moved.get(to) + 0.01);
            assertThat(rmse(past.errors(new Combination(0, moved)))).isGreaterThanOrEqualTo(best - 1e-9);
        }
    }

    private static void expect(List<Double> weights, double... expected) {
        assertThat(weights).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(weights.get(i)).isCloseTo(expected[i], PRINTED);
        }
    }

    private static List<Double> each(double[][] errors, ToDoubleFunction<double[]> score) {
        return Arrays.stream(errors).mapToDouble(score).boxed().toList();
    }

    private static void expectErrors(Combination combination, double rmse, double mae) {
        assertThat(rmse(later.errors(combination))).isCloseTo(rmse, PRINTED);
        assertThat(mae(later.errors(combination))).isCloseTo(mae, PRINTED);
    }

    private static double rmse(double[] errors) {
        return Math.sqrt(Arrays.stream(errors).map(e -> e * e).average().orElseThrow());
    }

    private static double mae(double[] errors) {
        return Arrays.stream(errors).map(Math::abs).average().orElseThrow();
    }
}

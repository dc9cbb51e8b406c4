package org.kvartal.forecast.regression;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.PublishedAnswers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LogisticRegressionTest {
    private static final double PRINTED = 1e-6;

    /**
     * Hosmer and Lemeshow, Applied Logistic Regression, 2nd ed., 2000, tables 2.2 and 2.3: low birth weight, 189 births
     * (data set birthwt of R's package MASS), to six digits as Stata's logit prints them.
     */
    @Test
    void givesTheCoefficientsAndStandardErrorsOfHosmerAndLemeshow() throws IOException {
        LogisticFit.Estimated large = births(List.of("age", "lwt", "race2", "race3", "ftv"), birth ->
                new double[] {birth[1], birth[2], is(birth, 2), is(birth, 3), birth[8]});
        assertCoefficients(large, 1.295366, -0.023823, -0.014245, 1.003898, 0.433108, -0.049308);
        assertErrors(large, 1.071443, 0.03373, 0.006541, 0.497859, 0.36224, 0.167239);
        assertThat(large.logLikelihood()).isCloseTo(-111.28645, within(1e-5));

        LogisticFit.Estimated small =
                births(List.of("lwt", "race2", "race3"), birth -> new double[] {birth[2], is(birth, 2), is(birth, 3)});
        assertCoefficients(small, 0.805753, -0.015223, 1.081066, 0.480603);
        assertErrors(small, 0.845167, 0.006439, 0.488052, 0.356674);
        assertThat(small.logLikelihood()).isCloseTo(-111.62955, within(1e-5));

        assertThat(small.deviance() - large.deviance()).isCloseTo(0.6862, within(1e-4));
        assertThat(large.aic()).isCloseTo(2 * 111.28645 + 12, within(1e-4));
        // 59 of 189 births were of low weight.
        assertThat(large.nullDeviance())
                .isCloseTo(-2 * (59 * Math.log(59.0 / 189) + 130 * Math.log(130.0 / 189)), within(1e-9));
    }

    private static LogisticFit.Estimated births(List<String> names, Function<double[], double[]> columns)
            throws IOException {
        List<double[]> births = PublishedAnswers.rows("logit_birthwt/birthwt.csv").stream()
                .map(cells ->
                        List.of(cells).stream().mapToDouble(Double::parseDouble).toArray())
                .toList();
        return (LogisticFit.Estimated) LogisticRegression.fit(
                names,
                births.stream().map(columns).toArray(double[][]::new),
                births.stream().mapToInt(birth -> (int) birth[0]).toArray());
    }

    private static double is(double[] birth, int race) {
        return birth[3] == race ? 1 : 0;
    }

    private static void assertCoefficients(LogisticFit.Estimated fit, double... expected) {
        for (int place = 0; place < expected.length; place++) {
            assertThat(fit.coefficient(place)).as("coefficient %d", place).isCloseTo(expected[place], within(PRINTED));
        }
    }

    private static void assertErrors(LogisticFit.Estimated fit, double... expected) {
        for (int place = 0; place < expected.length; place++) {
            assertThat(fit.standardError(place)).as("error %d", place).isCloseTo(expected[place], within(PRINTED));
        }
    }

    /** Of a table of four fields the estimates have closed forms: the log odds ratio and the roots of 1/a + 1/b + .. */
    @Test
    void givesTheLogOddsRatioOfATableOfFourFields() {
        double[][] rows = new double[100][1];
        int[] events = new int[100];
        fill(rows, events, 0, 30, 1, 1);
        fill(rows, events, 30, 50, 1, 0);
        fill(rows, events, 50, 60, 0, 1);
        fill(rows, events, 60, 100, 0, 0);
        LogisticFit.Estimated fit = (LogisticFit.Estimated) LogisticRegression.fit(List.of("discount"), rows, events);

        double error = Math.sqrt(1.0 / 30 + 1.0 / 20 + 1.0 / 10 + 1.0 / 40);
        assertThat(fit.coefficient(0)).isCloseTo(Math.log(10.0 / 40), within(1e-9));
        assertThat(fit.coefficient(1)).isCloseTo(Math.log(30.0 * 40 / (20 * 10)), within(1e-9));
        assertThat(fit.standardError(0)).isCloseTo(Math.sqrt(1.0 / 10 + 1.0 / 40), within(1e-9));
        assertThat(fit.standardError(1)).isCloseTo(error, within(1e-9));
        assertThat(fit.z(1)).isCloseTo(Math.log(6) / error, within(1e-9));
        assertThat(fit.probability(1)).isCloseTo(0.6, within(1e-9));
        assertThat(fit.probability(0)).isCloseTo(0.2, within(1e-9));
    }

    private static void fill(double[][] rows, int[] events, int from, int to, double value, int event) {
        for (int row = from; row < to; row++) {
            rows[row][0] = value;
            events[row] = event;
        }
    }

    @Test
    void doesNotMindTheUnitOfAColumn() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] euros = new double[400][1];
        double[][] billions = new double[400][1];
        int[] events = new int[400];
        for (int row = 0; row < events.length; row++) {
            double size = random.nextGaussian();
            euros[row][0] = 1e7 * size;
            billions[row][0] = 1e-2 * size;
            events[row] = random.nextDouble() < 1 / (1 + Math.exp(3 - size)) ? 1 : 0;
        }
        LogisticFit.Estimated inEuros = (LogisticFit.Estimated) LogisticRegression.fit(List.of("a"), euros, events);
        LogisticFit.Estimated inBillions =
                (LogisticFit.Estimated) LogisticRegression.fit(List.of("a"), billions, events);

        assertThat(inEuros.z(1)).isCloseTo(inBillions.z(1), within(1e-9)).isGreaterThan(2);
        assertThat(inEuros.coefficient(1) * 1e9).isCloseTo(inBillions.coefficient(1), within(1e-6));
    }

    @Test
    void refusesAColumnThatPartsEventsFromTheOthers() {
        double[][] rows = new double[40][2];
        int[] events = new int[40];
        for (int row = 0; row < 40; row++) {
            rows[row] = new double[] {row, row % 3};
            events[row] = row < 15 ? 0 : 1;
        }

        assertThat(LogisticRegression.fit(List.of("score", "noise"), rows, events))
                .isEqualTo(new LogisticFit.Refused(
                        "The column score parts events from the others: its coefficient has no finite estimate."));
    }

    /** Among the cases with a lost reason there is no event; without one there are both. */
    @Test
    void refusesAColumnThatPartsSomeOfTheCases() {
        double[][] rows = new double[60][1];
        int[] events = new int[60];
        fill(rows, events, 0, 20, 1, 0);
        fill(rows, events, 20, 40, 0, 0);
        fill(rows, events, 40, 60, 0, 1);

        assertThat(LogisticRegression.fit(List.of("has lost reason"), rows, events))
                .isEqualTo(new LogisticFit.Refused("The column has lost reason parts events from the others: its"
                        + " coefficient has no finite estimate."));
    }

    @Test
    void refusesColumnsThatAddUp() {
        double[][] rows = new double[30][2];
        int[] events = new int[30];
        for (int row = 0; row < 30; row++) {
            rows[row] = new double[] {row % 2, 1 - row % 2};
            events[row] = row % 3 == 0 ? 1 : 0;
        }

        assertThat(LogisticRegression.fit(List.of("old", "new"), rows, events))
                .isEqualTo(new LogisticFit.Refused("The column new says nothing that the others do not say."));
    }

    @Test
    void refusesTooLittleToLearnFrom() {
        assertThat(LogisticRegression.fit(List.of("a"), new double[][] {{1}, {2}, {3}}, new int[] {1, 1, 1}))
                .isEqualTo(
                        new LogisticFit.Refused("Not enough data: 3 of 3 cases are events; some and not all must be."));
        assertThat(LogisticRegression.fit(
                        List.of("a", "b"), new double[][] {{1, 2}, {2, 1}, {3, 5}}, new int[] {1, 0, 1}))
                .isEqualTo(new LogisticFit.Refused("Not enough data: 3 cases for 3 coefficients."));
    }
}

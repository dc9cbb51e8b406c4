package org.kvartal.forecast.timeseries.hierarchy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.GoldenFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Source, command and version of the expected numbers: reconciliation.txt. */
class ReconciliationTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(ReconciliationTest.class, "reconciliation.txt");
    /** The reference prints 6 decimals; it adds 2e-8 to variances of about 1 to 1000 and centres errors. */
    private static final double PRINTED = 2e-6;

    private static Grouping crossed() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (int b = 0; b < 12; b++) {
            groups.put("series " + b, List.of(group("state", b), group("region", b), group("purpose", b)));
        }
        return Grouping.of(List.of("state", "region", "purpose"), groups);
    }

    private static Grouping nested() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (int b = 0; b < 12; b++) {
            groups.put("series " + b, List.of(group("state", b), group("region", b)));
        }
        return Grouping.of(List.of("state", "region"), groups);
    }

    private static String group(String column, int series) {
        return String.valueOf((int) GOLDEN.row(column)[series]);
    }

    private static NodeErrors errors(Grouping grouping) {
        double[][] moments = "abcdefghijklmnopqrstuvwxyzABCD"
                .chars()
                .mapToObj(letter -> GOLDEN.row("errors" + (char) letter))
                .toArray(double[][]::new);
        return NodeErrors.of(grouping, moments);
    }

    @ParameterizedTest
    @EnumSource(names = {"BOTTOM_UP", "OLS", "WLS_STRUCT", "WLS_VAR", "MINT_SHRINK"})
    void agreesWithTheReference(ReconciliationMethod method) {
        Grouping grouping = crossed();
        double[] coherent =
                Reconciliation.of(method, grouping, errors(grouping)).apply(GOLDEN.row("base"));
        assertThat(coherent).containsExactly(GOLDEN.row(method.label()), within(PRINTED));
    }

    @Test
    void shrinksAsTheReference() {
        assertThat(Shrinkage.intensity(errors(crossed()).standardised()))
                .isCloseTo(GOLDEN.number("lambda"), within(1e-7));
    }

    /** The reference solves the bounded problem in single precision. */
    @ParameterizedTest
    @EnumSource(names = {"OLS", "MINT_SHRINK"})
    void holdsSeriesAtZeroAsTheReference(ReconciliationMethod method) {
        Grouping grouping = crossed();
        BitSet all = new BitSet();
        all.set(0, 12);
        Reconciliation reconciliation = Reconciliation.of(method, grouping, errors(grouping));
        double[] expected = GOLDEN.row(method.label() + "-non-negative");
        assertThat(reconciliation.apply(GOLDEN.row("base-low"), all)).containsExactly(expected, within(2e-3));
        assertThat(Arrays.stream(reconciliation.apply(GOLDEN.row("base-low")))).anyMatch(value -> value < -1);
    }

    @Test
    void sharesTheTotalOutAsTheReference() {
        Grouping grouping = nested();
        double[] base = GOLDEN.row("nested base");
        assertThat(Reconciliation.of(ReconciliationMethod.TOP_DOWN, grouping, NodeErrors.of(grouping, new double[0][]))
                        .apply(base))
                .containsExactly(GOLDEN.row("nested top-down"), within(PRINTED));
        assertThat(TopDown.byHistory(grouping, GOLDEN.row("nested means")).apply(base))
                .containsExactly(GOLDEN.row("nested top-down-history"), within(2e-5));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AUTO", "TOP_DOWN_HISTORY"})
    void leavesCoherentValuesOfFixedPointMethodsAsTheyAre(ReconciliationMethod method) {
        Grouping grouping = crossed();
        double[] coherent = GOLDEN.row("bottom-up");
        grouping.summing().addUp(coherent);
        assertThat(Reconciliation.of(method, grouping, errors(grouping)).apply(coherent))
                .containsExactly(coherent, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void solvesLargeSystemsByConjugateGradientsAsByCholesky(int zeros) {
        Grouping grouping = crossed();
        NodeErrors errors = errors(grouping);
        int[] held = IntStream.range(0, zeros).toArray();
        double[] variances =
                Damping.STURDY.variances(errors.variances(), grouping.summing().sizes());
        ErrorCovariance covariance = ErrorCovariance.withFactors(variances, errors.standardised());
        double[] direct =
                Projection.withZeros(grouping.summing(), covariance, held).apply(GOLDEN.row("base"));
        double[] iterated =
                Projection.iterated(grouping.summing(), covariance, held).apply(GOLDEN.row("base"));
        assertThat(iterated).containsExactly(direct, within(1e-7));
    }

    @Test
    void reconcilesFiveThousandSeries() {
        Random random = new Random(3);
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (int b = 0; b < 5000; b++) {
            groups.put("series " + b, List.of("shop " + b % 50, "kind " + b / 50 % 10, "product " + b / 50));
        }
        Grouping grouping = Grouping.of(List.of("shop", "kind", "product"), groups);
        double[][] moments = new double[20][grouping.nodeCount()];
        for (double[] moment : moments) {
            for (int i = 0; i < moment.length; i++) {
                moment[i] = random.nextGaussian() * (i < grouping.aggregateCount() ? 20 : 1);
            }
        }
        double[] truth = new double[grouping.nodeCount()];
        for (int i = grouping.aggregateCount(); i < truth.length; i++) {
            truth[i] = 10 * random.nextDouble();
        }
        grouping.summing().addUp(truth);
        double[] base = truth.clone();
        for (int i = 0; i < base.length; i++) {
            base[i] += random.nextGaussian() * (i < grouping.aggregateCount() ? 20 : 1);
        }
        double[] coherent = Reconciliation.of(
                        ReconciliationMethod.MINT_SHRINK, grouping, NodeErrors.of(grouping, moments))
                .apply(base);
        double[] sums = coherent.clone();
        grouping.summing().addUp(sums);
        assertThat(grouping.aggregateCount()).isEqualTo(661);
        assertThat(coherent).containsExactly(sums, within(1e-9));
        assertThat(squares(coherent, truth)).isLessThan(0.5 * squares(base, truth));
    }

    private static double squares(double[] values, double[] truth) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> Math.pow(values[i] - truth[i], 2))
                .sum();
    }
}

package org.kvartal.forecast.match;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FellegiSunterTest {
    private static final double DIGITS = 2e-6;

    /** Source: ECMClassifier(init="jaro", max_iter=2000, atol=1e-12) of recordlinkage 0.16 (Python) on the same patterns. */
    @Test
    void estimatesWhatTheRecordLinkageToolkitDoes() throws IOException {
        double[][] m = start(6, 0.1, 0.9);
        double[][] u = start(6, 0.9, 0.1);
        FellegiSunter fit = new FellegiSunter(m, u, 0.1).fitted(febrl());
        assertThat(fit.share()).isCloseTo(0.0478762, within(DIGITS));
        double[] expectedM = {0.7971744, 0.8550323, 0.8975914, 0.7472696, 0.9415313, 0.8604329};
        double[] expectedU = {0.7485454, 0.0057152, 0.0064970, 0.0008421, 0.2192131, 0.0003989};
        for (int field = 0; field < expectedM.length; field++) {
            assertThat(fit.m(field, 1)).isCloseTo(expectedM[field], within(DIGITS));
            assertThat(fit.u(field, 1)).isCloseTo(expectedU[field], within(DIGITS));
        }
    }

    @Test
    void findsTheProbabilitiesThatPairsWereDrawnFrom() {
        double[][] m = {{0.1, 0.2, 0.7}, {0.05, 0.95}, {0.3, 0.7}, {0.2, 0.8}};
        double[][] u = {{0.7, 0.2, 0.1}, {0.6, 0.4}, {0.8, 0.2}, {0.9, 0.1}};
        Random random = new Random(3);
        List<int[]> pairs = new ArrayList<>();
        for (int pair = 0; pair < 60_000; pair++) {
            double[][] from = random.nextDouble() < 0.2 ? m : u;
            pairs.add(Arrays.stream(from)
                    .mapToInt(levels -> drawn(levels, random))
                    .toArray());
        }
        FellegiSunter fit = new FellegiSunter(
                        new double[][] {{0.2, 0.3, 0.5}, {0.3, 0.7}, {0.3, 0.7}, {0.3, 0.7}},
                        new double[][] {{0.5, 0.3, 0.2}, {0.7, 0.3}, {0.7, 0.3}, {0.7, 0.3}},
                        0.5)
                .fitted(FellegiSunter.patterns(pairs));
        assertThat(fit.share()).isCloseTo(0.2, within(0.01));
        for (int field = 0; field < m.length; field++) {
            for (int level = 0; level < m[field].length; level++) {
                assertThat(fit.m(field, level)).isCloseTo(m[field][level], within(0.02));
                assertThat(fit.u(field, level)).isCloseTo(u[field][level], within(0.02));
            }
        }
    }

    /** A third of the levels is unknown at random. */
    private static int drawn(double[] levels, Random random) {
        if (random.nextInt(3) == 0) {
            return Agreement.UNKNOWN;
        }
        double left = random.nextDouble();
        int level = 0;
        while (level < levels.length - 1 && left >= levels[level]) {
            left -= levels[level];
            level++;
        }
        return level;
    }

    @Test
    void addsNothingForAFieldThatIsUnknown() {
        FellegiSunter model = new FellegiSunter(
                new double[][] {{0.1, 0.9}, {0.2, 0.8}}, new double[][] {{0.9, 0.1}, {0.6, 0.4}}, 0.5);
        assertThat(model.logOdds(new int[] {1, Agreement.UNKNOWN})).isCloseTo(Math.log(9), within(1e-12));
        assertThat(model.logOdds(new int[] {1, 1})).isCloseTo(Math.log(18), within(1e-12));
        assertThat(model.logOdds(new int[] {Agreement.UNKNOWN, Agreement.UNKNOWN}))
                .isZero();
    }

    private static double[][] start(int fields, double... levels) {
        double[][] all = new double[fields][];
        Arrays.fill(all, levels);
        return all;
    }

    private static Map<List<Integer>, Long> febrl() throws IOException {
        Map<List<Integer>, Long> patterns = new LinkedHashMap<>();
        try (InputStream in =
                Objects.requireNonNull(FellegiSunterTest.class.getResourceAsStream("febrl4_patterns.csv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.matches("[01],.*"))
                    .forEach(line -> {
                        List<Integer> cells = Arrays.stream(line.split(","))
                                .map(Integer::valueOf)
                                .toList();
                        patterns.put(cells.subList(0, 6), (long) cells.get(6));
                    });
        }
        return patterns;
    }
}

package org.kvartal.forecast.anomaly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.forecast.PublishedAnswers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Published examples: EWMA of the NIST/SEMATECH e-Handbook, section 6.3.2.4; the 15 p-values of Benjamini and Hochberg
 * (1995), section 3.2; the revenue drop of Bhagwan et al. (2014), Adtributor.
 */
class PublishedAnomaliesTest {
    @Test
    void averagesAsTheHandbookOfNist() throws IOException {
        EwmaChart chart = new EwmaChart(0.3, 50, 2.0539, 3);
        double[] observations = column("anomaly_examples/ewma.csv", 1);
        assertThat(chart.upperLimit()).isCloseTo(52.5884, within(0.005));
        assertThat(chart.lowerLimit()).isCloseTo(47.4115, within(0.005));
        expect(
                chart.averages(observations),
                0.0051,
                50.6,
                49.52,
                50.56,
                50.18,
                50.16,
                49.21,
                49.75,
                49.85,
                50.26,
                50.33,
                50.11,
                49.36,
                49.52,
                50.05,
                49.38,
                49.92,
                50.73,
                51.23,
                51.94,
                51.99);
        assertThat(chart.alarms(observations)).isEmpty();
    }

    /** Limits by run length: Lucas and Saccucci (1990), table 3; METHODS gives 2.86 at 0.2 for 370. */
    @ParameterizedTest
    @CsvSource({"0.2, 370, 2.86", "0.1, 500, 2.814", "0.2, 500, 2.962", "0.25, 500, 2.998", "0.4, 500, 3.054"})
    void calibratesTheLimitsByTheRunLength(double lambda, double runLength, double width) {
        assertThat(EwmaChart.ofRunLength(lambda, runLength).width()).isCloseTo(width, within(0.005));
    }

    @Test
    void rejectsFourOfFifteenHypothesesWhereBonferroniRejectsThree() throws IOException {
        double[] p = column("anomaly_examples/bh_pvalues.csv", 0);
        double[] adjusted = FalseDiscovery.benjaminiHochberg(p);
        expect(
                Arrays.stream(adjusted).boxed().toList(),
                1e-6,
                0.0015,
                0.003,
                0.0095,
                0.035625,
                0.0603,
                0.063857,
                0.063857,
                0.0645,
                0.0765,
                0.486,
                0.581182,
                0.714875,
                0.753231,
                0.813214,
                1.0);
        assertThat(Arrays.stream(adjusted).filter(q -> q <= 0.05)).hasSize(4);
        assertThat(Arrays.stream(FalseDiscovery.bonferroni(p)).filter(q -> q <= 0.05))
                .hasSize(3);
        double harmonic = 3.3182289932289932;
        assertThat(FalseDiscovery.benjaminiYekutieli(p)[3]).isCloseTo(0.035625 * harmonic, within(1e-9));
    }

    @Test
    void findsTheDeviceBehindTheDropOfRevenue() throws IOException {
        Map<String, List<Element>> dimensions = new LinkedHashMap<>();
        for (String[] row : PublishedAnswers.rows("anomaly_examples/attribution.csv")) {
            dimensions
                    .computeIfAbsent(row[0], dimension -> new ArrayList<>())
                    .add(new Element(row[1], Double.parseDouble(row[2]), Double.parseDouble(row[3])));
        }
        expectContributions(dimensions.get("data center"), 0.94, 0.0, 0.06, 0.0);
        expectContributions(
                dimensions.get("advertiser"), 0.52, 0.000102, -0.02, 0.019948, 0.32, 0.013283, 0.18, 0.014555);
        expectContributions(dimensions.get("device"), 0.02, 0.039632, 0.48, 0.057928, 0.5, 0.086643);
        RootCause cause = RootCause.among(dimensions).orElseThrow();
        assertThat(cause.dimension()).isEqualTo("device");
        assertThat(cause.elements()).containsExactlyInAnyOrder("Mobile", "Tablet");
        assertThat(cause.explained()).isCloseTo(0.98, within(1e-9));
    }

    private static void expectContributions(List<Element> elements, double... explainedAndSurprise) {
        List<Contribution> contributions = Contribution.of(elements);
        for (int i = 0; i < contributions.size(); i++) {
            assertThat(contributions.get(i).explained()).isCloseTo(explainedAndSurprise[2 * i], within(1e-6));
            assertThat(contributions.get(i).surprise()).isCloseTo(explainedAndSurprise[2 * i + 1], within(1e-6));
        }
    }

    private static void expect(List<Double> values, double tolerance, double... expected) {
        assertThat(values).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(values.get(i)).isCloseTo(expected[i], within(tolerance));
        }
    }

    private static double[] column(String file, int cell) throws IOException {
        return PublishedAnswers.rows(file).stream()
                .mapToDouble(row -> Double.parseDouble(row[cell]))
                .toArray();
    }
}

package org.kvartal.forecast.timeseries.decomposition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

public class DecompositionTest {
    private static final double NA = Double.NaN;
    private static final GoldenFile GOLDEN = GoldenFile.read(DecompositionTest.class, "stl.txt");

    /** The reference places windows of even share slightly differently at the ends: a tenth of the remainder. */
    @ParameterizedTest
    @CsvSource({"nottem, 0.02", "air, 0.0005"})
    void stlAgreesWithTheReference(String key, double tolerance) {
        Stl stl = Stl.of(GOLDEN.row(key + " series"), 12, 11);
        assertThat(stl.trend()).containsExactly(GOLDEN.row(key + " trend"), offset(tolerance));
        assertThat(stl.season()).containsExactly(GOLDEN.row(key + " season"), offset(tolerance));
    }

    @Test
    void mstlAgreesWithTheReference() {
        Mstl mstl = Mstl.of(GOLDEN.row("two series"), 30, 7);
        assertThat(mstl.seasons()).containsExactly(7, 30);
        assertThat(mstl.component(0)).containsExactly(GOLDEN.row("two season7"), offset(0.02));
        assertThat(mstl.component(1)).containsExactly(GOLDEN.row("two season30"), offset(0.02));
    }

    @Test
    void mstlCarriesEachSeasonForward() {
        Mstl mstl = Mstl.of(GOLDEN.row("two series"), 7, 30);
        double[] short7 = mstl.component(0);
        double[] long30 = mstl.component(1);
        assertThat(mstl.seasonAhead(1)).isEqualTo(short7[293] + long30[270]);
        assertThat(mstl.seasonAhead(8)).isEqualTo(short7[293] + long30[277]);
    }

    @Test
    void refusesASeasonThatIsNotThereTwice() {
        assertThatThrownBy(() -> Stl.of(new double[5], 3, 7)).hasMessage("Invalid season length: 3 for 5 values");
    }

    /** Trend 1, 2, 3, ... times season 0.5, 1.5: by hand. */
    @Test
    void classicalIndicesRecoverAnExactSeason() {
        double[] y = new double[24];
        for (int t = 0; t < y.length; t++) {
            y[t] = t + 10 + (t % 2 == 0 ? -4 : 4);
        }
        assertThat(ClassicalDecomposition.additiveIndices(y, 2)).containsExactly(new double[] {-4, 4}, offset(1e-12));
    }

    @Test
    void fillsGapsAlongTheLineAndTheSeason() {
        assertThat(Gaps.filled(TimeSeries.of(NA, 2, NA, NA, 5, NA))).containsExactly(2, 2, 3, 4, 5, 5);
        double[] y = new double[24];
        for (int t = 0; t < y.length; t++) {
            y[t] = 100 + t + (t % 4 == 0 ? 30 : -10);
        }
        double expected = y[12];
        y[12] = NA;
        double[] filled = Gaps.filled(TimeSeries.seasonal(y, 4));
        // The straight line through the neighbours would give 102.
        assertThat(filled[12]).isBetween(expected - 11, expected + 1);
        assertThatThrownBy(() -> Gaps.filled(TimeSeries.of(NA)))
                .hasMessage("Cannot fill gaps: no observed value among 1");
    }
}

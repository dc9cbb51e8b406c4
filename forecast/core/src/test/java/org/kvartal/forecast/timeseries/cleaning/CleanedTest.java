package org.kvartal.forecast.timeseries.cleaning;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.ets.Ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

class CleanedTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(CleanedTest.class, "outliers.txt");

    /** The typing error in R's gold and single spikes: the reference's index, and its replacement within 1 percent. */
    @ParameterizedTest
    @ValueSource(strings = {"gold", "nilespike", "logairspikes"})
    void findsWhatTheReferenceFinds(String name) {
        double[] outliers = GOLDEN.row(name + " outliers");
        double[] replacements = GOLDEN.row(name + " replacements");
        Cleaned cleaned = Cleaned.of(series(name));
        for (int i = 0; i < outliers.length; i++) {
            int index = (int) outliers[i] - 1;
            assertThat(cleaned.replacements()).anyMatch(found -> found.index() == index);
            assertThat(cleaned.series().value(index)).isCloseTo(replacements[i], withinPercentage(1));
        }
    }

    /** The reference replaces seven values of the clean passengers and eight of those with three spikes. */
    @Test
    void takesGrowingSeasonsForWhatTheyAre() {
        assertThat(Cleaned.of(series("air")).replacements()).isEmpty();
        assertThat(Cleaned.of(series("airspikes")).replacements())
                .extracting(Replacement::index)
                .containsExactly(29, 76, 119);
    }

    @ParameterizedTest
    @ValueSource(strings = {"air", "nile", "wine"})
    void leavesCleanSeriesUntouched(String name) {
        TimeSeries series = series(name);
        assertThat(Cleaned.of(series).series().toArray()).containsExactly(series.toArray());
        assertThat(Cleaned.of(series).describe()).isEmpty();
    }

    @Test
    void leavesTheEndAlone() {
        double[] nile = GOLDEN.row("nile series");
        nile[98] = 5000;
        assertThat(Cleaned.of(TimeSeries.of(nile)).replacements()).isEmpty();
    }

    @Test
    void tellsALevelShiftFromAnOutlier() {
        double[] values = new double[60];
        Random random = new Random(5);
        for (int t = 0; t < values.length; t++) {
            values[t] = (t < 35 ? 100 : 160) + 3 * random.nextGaussian();
        }
        values[20] = 400;
        values[50] = Double.NaN;
        Cleaned cleaned = Cleaned.of(TimeSeries.of(values));
        assertThat(cleaned.describe()).isEqualTo("1 outlier replaced, 1 gap filled, 1 level shift");
        assertThat(cleaned.replacements().get(0))
                .satisfies(found -> assertThat(found.old()).isEqualTo(400))
                .satisfies(found -> assertThat(found.replacement()).isCloseTo(100, within(8.0)));
        LevelShift shift = cleaned.shifts().get(0);
        assertThat(shift.index()).isEqualTo(35);
        assertThat(shift.size()).isCloseTo(60, within(5.0));
    }

    @Test
    void letsAMethodSayWhatWasReplaced() {
        TimeSeries spiked = series("nilespike");
        Forecasts cleaned = (Forecasts) new OnCleaned(Ets.automatic()).forecast(spiked, 3, Levels.of(0.95));
        Forecasts plain = (Forecasts) Ets.automatic().forecast(spiked, 3, Levels.of(0.95));
        assertThat(cleaned.reason()).endsWith("; 1 outlier replaced");
        assertThat(cleaned.interval(1, 0.95).width())
                .isLessThan(0.8 * plain.interval(1, 0.95).width());
    }

    @Test
    void searchesNothingWhereThereIsNothingToCompareWith() {
        assertThat(Cleaned.of(TimeSeries.of(1, 2, 900, 3)).replacements()).isEmpty();
        assertThat(Cleaned.of(TimeSeries.of(0, 0, 0, 9, 0, 0, 7, 0, 0, 0, 0, 5, 0, 0))
                        .replacements())
                .isEmpty();
        assertThat(Cleaned.of(TimeSeries.of(new double[40])).replacements()).isEmpty();
        assertThat(new OnCleaned(Ets.automatic()).forecast(TimeSeries.of(Double.NaN), 1, Levels.none()))
                .isEqualTo(new NotForecastable("ets", "no observed value"));
    }

    private static TimeSeries series(String name) {
        return TimeSeries.seasonal(GOLDEN.row(name + " series"), (int) GOLDEN.number(name + " season"));
    }
}

package org.kvartal.forecast.timeseries.ces;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.References;

import static org.assertj.core.api.Assertions.assertThat;

/** Against StatsForecast's AutoCES: see the head of references/statsforecast.txt. */
class CesReferenceTest {
    private static final GoldenFile STATS_FORECAST = References.read("statsforecast.txt");

    /**
     * Ours draws the parameters towards customary ones, and sees the season by a test first; the reference stops its
     * simplex early. So the forecasts are near, and no more.
     */
    @Test
    void forecastsAreNearTheReferencesOnAverage() {
        double[] distances = References.names().stream()
                .mapToDouble(name -> {
                    double[] means = STATS_FORECAST.row(name + " AutoCES mean");
                    Forecasts ours =
                            (Forecasts) Ces.automatic().forecast(References.history(name), means.length, Levels.none());
                    return References.distance(name, ours.means(), means);
                })
                .sorted()
                .toArray();
        assertThat(distances[distances.length / 2]).isLessThan(0.035);
        assertThat(Arrays.stream(distances).average().orElseThrow()).isLessThan(0.08);
    }
}

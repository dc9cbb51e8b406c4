package org.kvartal.forecast.timeseries.theta;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.References;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Against StatsForecast's DynamicOptimizedTheta and R's thetaf: see the heads of the files in references. */
class ThetaReferenceTest {
    private static final GoldenFile STATS_FORECAST = References.read("statsforecast.txt");
    private static final GoldenFile R = References.read("theta.txt");
    private static final String DYNAMIC = " DynamicOptimizedTheta ";

    static List<String> withoutSeason() {
        return References.names().stream()
                .filter(name -> STATS_FORECAST.number(name + DYNAMIC + "season") == 0)
                .toList();
    }

    /** No optimiser between: seven digits of the forecasts are stored. */
    @ParameterizedTest
    @MethodSource("withoutSeason")
    void forecastsAtTheReferencesParametersAreTheReferences(String name) {
        double[] p = STATS_FORECAST.row(name + DYNAMIC + "parameters");
        double[] means = STATS_FORECAST.row(name + DYNAMIC + "mean");
        ThetaRecursion recursion =
                ThetaRecursion.dynamic(References.history(name).toArray());
        double[] ours = recursion.path(p[0], p[1], p[2], means.length, 0, 0);
        assertThat(ours).containsExactly(means, within(1e-6 * means[0]));
    }

    /** A lower sum of squares is agreement: the reference may stop early. Its theta has no bound, ours has 50. */
    @ParameterizedTest
    @MethodSource("withoutSeason")
    void fitsAtLeastAsWellAsTheReference(String name) {
        double[] y = References.history(name).toArray();
        double[] p = STATS_FORECAST.row(name + DYNAMIC + "parameters");
        double reference = ThetaRecursion.dynamic(y).squaredErrors(p[0], p[1], p[2]);
        ThetaFit fit = Theta.of(Theta.Variant.DYNAMIC_OPTIMISED).fit(y);
        double ours = ThetaRecursion.dynamic(y).squaredErrors(fit.initialLevel(), fit.alpha(), fit.theta());
        assertThat(ours).isLessThan((p[2] <= 50 ? 1.001 : 1.01) * reference);
    }

    @Test
    void forecastsAreNearTheReferencesOnAverage() {
        double[] dynamic = References.names().stream()
                .mapToDouble(name ->
                        distance(name, Theta.Variant.DYNAMIC_OPTIMISED, STATS_FORECAST.row(name + DYNAMIC + "mean")))
                .sorted()
                .toArray();
        // Ours draws the factors of the season towards 1, the references do not.
        assertThat(dynamic[dynamic.length / 2]).isLessThan(0.01);
        assertThat(Arrays.stream(dynamic).average().orElseThrow()).isLessThan(0.02);
        double[] standard = References.names().stream()
                .mapToDouble(name -> distance(name, Theta.Variant.STANDARD, R.row(name + " thetaf mean")))
                .sorted()
                .toArray();
        assertThat(standard[standard.length / 2]).isLessThan(0.01);
        assertThat(Arrays.stream(standard).average().orElseThrow()).isLessThan(0.02);
    }

    private static double distance(String name, Theta.Variant variant, double[] means) {
        Forecasts ours = (Forecasts) Theta.of(variant).forecast(References.history(name), means.length, Levels.none());
        return References.distance(name, ours.means(), means);
    }
}

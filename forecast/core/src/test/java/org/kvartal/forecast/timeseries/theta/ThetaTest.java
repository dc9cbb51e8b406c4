package org.kvartal.forecast.timeseries.theta;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.GoldenFile;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

class ThetaTest {
    private static final GoldenFile GOLDEN = GoldenFile.read(ThetaTest.class, "theta.txt");

    /** The reference's own parameters, run through our recursion, must give its forecasts: no optimiser between. */
    @ParameterizedTest
    @CsvSource({
        "nile theta", "nile optimised-theta", "nile dynamic-theta", "nile dynamic-optimised-theta",
        "huron theta", "huron optimised-theta", "huron dynamic-theta", "huron dynamic-optimised-theta",
        "web theta", "web optimised-theta", "web dynamic-theta", "web dynamic-optimised-theta"
    })
    void recursionAgreesWithTheReference(String key) {
        double[] y = GOLDEN.row(key.substring(0, key.indexOf(' ')) + " series");
        double[] p = GOLDEN.row(key + " parameters");
        ThetaRecursion recursion = key.contains("dynamic") ? ThetaRecursion.dynamic(y) : ThetaRecursion.fixed(y);
        // Eight digits of the parameters carry over to about six of the forecasts.
        assertThat(recursion.path(p[0], p[1], p[2], 6, 0, 0)).containsExactly(GOLDEN.row(key + " mean"), offset(2e-3));
    }

    @ParameterizedTest
    @EnumSource
    void fitsAtLeastAsWellAsTheReferenceWithinItsBounds(Theta.Variant variant) {
        Theta theta = Theta.of(variant);
        for (String series : new String[] {"nile", "huron", "web"}) {
            double[] y = GOLDEN.row(series + " series");
            double[] p = GOLDEN.row(series + " " + theta.name() + " parameters");
            if (p[2] <= 50) {
                ThetaRecursion recursion =
                        theta.name().contains("dynamic") ? ThetaRecursion.dynamic(y) : ThetaRecursion.fixed(y);
                double reference = recursion.squaredErrors(p[0], p[1], p[2]);
                assertThat(theta.fit(y).sigma2() * (y.length - 2)).isLessThan(reference * 1.001);
            }
        }
    }

    @Test
    void spreadOfTheStandardMethodIsThatOfSimpleSmoothing() {
        ThetaFit fit = Theta.of(Theta.Variant.STANDARD).fit(GOLDEN.row("nile series"));
        double sigma = Math.sqrt(fit.sigma2());
        double[] deviations = fit.standardDeviations(3);
        assertThat(deviations[0]).isCloseTo(sigma, withinPercentage(1e-6));
        assertThat(deviations[2])
                .isCloseTo(sigma * Math.sqrt(1 + 2 * fit.alpha() * fit.alpha()), withinPercentage(1e-6));
    }

    @Test
    void carriesTheSeasonThroughTheForecast() {
        double[] y = new double[48];
        for (int t = 0; t < y.length; t++) {
            y[t] = (100 + t) * (t % 4 == 0 ? 1.5 : 0.8);
        }
        Forecasts forecasts = (Forecasts)
                Theta.of(Theta.Variant.DYNAMIC_OPTIMISED).forecast(TimeSeries.seasonal(y, 4), 4, Levels.of(0.95));
        assertThat(forecasts.reason()).endsWith("season taken out");
        for (int h = 1; h <= 4; h++) {
            assertThat(forecasts.mean(h)).isCloseTo((100 + 47 + h) * (h == 1 ? 1.5 : 0.8), withinPercentage(2));
        }
    }

    @Test
    void saysWhyThereIsNoModel() {
        assertThat(Theta.of(Theta.Variant.STANDARD).forecast(TimeSeries.of(1, 2, 3), 2, Levels.none()))
                .isEqualTo(new NotForecastable("theta", "3 observed values, needs 4"));
    }
}

package org.kvartal.forecast.timeseries;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BaselinesTest {
    private static final double NA = Double.NaN;
    private static final Levels LEVELS = Levels.of(0.80, 0.95);
    private static final GoldenFile GOLDEN = GoldenFile.read(BaselinesTest.class, "baselines.txt");

    static Stream<Forecaster> methods() {
        return Stream.of(new Naive(), new SeasonalNaive(), new RandomWalkWithDrift(), new HistoricMean());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void agreesWithTheReferenceOnAirPassengers(Forecaster method) {
        TimeSeries history = TimeSeries.seasonal(GOLDEN.row("series"), 12);
        Forecasts forecasts = forecasts(method.forecast(history, 14, LEVELS));
        assertClose(forecasts.means(), GOLDEN.row(method.name() + " mean"));
        assertClose(forecasts.lower(0.80), GOLDEN.row(method.name() + " lo80"));
        assertClose(forecasts.upper(0.80), GOLDEN.row(method.name() + " hi80"));
        assertClose(forecasts.lower(0.95), GOLDEN.row(method.name() + " lo95"));
        assertClose(forecasts.upper(0.95), GOLDEN.row(method.name() + " hi95"));
    }

    @Test
    void naiveSpreadsAGapOverTheStepsItSpans() {
        // One change of 4 over 2 steps: sigma^2 = 16 / 2; the last value is missing, so step 1 is 2 steps away.
        Forecasts forecasts = forecasts(new Naive().forecast(TimeSeries.of(1, NA, 5, NA), 1, Levels.of(0.95)));
        assertThat(forecasts.mean(1)).isEqualTo(5);
        assertThat(forecasts.interval(1, 0.95).width()).isCloseTo(2 * 1.959964 * Math.sqrt(8 * 2), within(1e-5));
    }

    @Test
    void seasonalNaiveLooksFurtherBackWhereAValueIsMissing() {
        TimeSeries history = TimeSeries.seasonal(new double[] {1, 2, 3, 5, NA, 9}, 2);
        Forecasts forecasts = forecasts(new SeasonalNaive().forecast(history, 3, Levels.of(0.95)));
        assertThat(forecasts.means()).containsExactly(3, 9, 3);
        // Changes over a season: 2, 3, 4; two seasons back for step 1, one for step 2, three for step 3.
        double sigma = Math.sqrt((4 + 9 + 16) / 3.0);
        assertThat(forecasts.interval(1, 0.95).upper()).isCloseTo(3 + 1.959964 * sigma * Math.sqrt(2), within(1e-5));
        assertThat(forecasts.interval(2, 0.95).upper()).isCloseTo(9 + 1.959964 * sigma, within(1e-5));
        assertThat(forecasts.interval(3, 0.95).upper()).isCloseTo(3 + 1.959964 * sigma * Math.sqrt(3), within(1e-5));
    }

    @Test
    void baselineClimbsItsLadderByLengthAndSeason() {
        assertThat(chosen(new double[] {7}, 12)).isEqualTo("naive | one value: last observed value");
        assertThat(chosen(new double[] {0, 0, 0, 0, NA}, 12)).isEqualTo("naive | constant series: last observed value");
        assertThat(chosen(new double[] {1, 2, 3}, 1))
                .isEqualTo("mean | fewer than 4 values: mean of 3 observed values");
        assertThat(chosen(new double[] {1, 2, 3, 5}, 1)).isEqualTo("naive | no season: last observed value");
        assertThat(chosen(new double[] {1, 2, 3, 5}, 12))
                .isEqualTo("naive | less than a season of 12: last observed value");
        assertThat(chosen(new double[] {1, 2, 3, 5, 6, 7}, 4))
                .isEqualTo("mean | fewer than 2 seasons of 4: mean of 6 observed values");
        assertThat(chosen(new double[] {1, 2, 3, 5, 6, 7, 8, 9}, 4))
                .isEqualTo("seasonal-naive | at least 2 seasons of 4: last value of the same season of 4");
        assertThat(chosen(new double[] {1, NA, 3, 5, 6, NA, 8, 9}, 4))
                .isEqualTo("mean | a season of the cycle of 4 was never observed: mean of 6 observed values");
    }

    @Test
    void baselineIsFiniteForWhateverHasOneValue() {
        double[][] histories = {{3}, {0}, {-2, NA}, {NA, 4, NA}, {0, 0}, {5, 5, 5}, {1, -1}, {1e12, 1e-12, 3}};
        for (double[] history : histories) {
            for (int season : new int[] {1, 2, 12}) {
                ForecastResult result =
                        new SeasonalBaseline().forecast(TimeSeries.seasonal(history, season), 30, LEVELS);
                assertThat(forecasts(result).isFinite())
                        .as(Arrays.toString(history))
                        .isTrue();
            }
        }
    }

    @Test
    void aSeriesWithoutAnyValueIsAResultWithAReason() {
        assertThat(new SeasonalBaseline().forecast(TimeSeries.of(NA, NA), 2, LEVELS))
                .isEqualTo(new NotForecastable("seasonal-baseline", "no observed value"));
        assertThat(new RandomWalkWithDrift().forecast(TimeSeries.of(1, 2), 2, LEVELS))
                .isEqualTo(new NotForecastable("drift", "2 observed values, needs 3"));
        assertThat(new SeasonalNaive().forecast(TimeSeries.seasonal(new double[] {1, 2}, 4), 2, LEVELS))
                .isEqualTo(new NotForecastable("seasonal-naive", "no two values one season of 4 apart"));
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertThatThrownBy(() -> new Naive().forecast(TimeSeries.of(1), 0, LEVELS))
                .hasMessage("Invalid horizon: 0, must be at least 1");
        assertThatThrownBy(() -> Levels.of(95)).hasMessage("Invalid interval level: 95.0, must be a fraction, as 0.95");
        assertThatThrownBy(() -> LEVELS.indexOf(0.9))
                .hasMessage("Invalid interval level: 0.9, the forecast has [0.8, 0.95]");
        assertThatThrownBy(() -> TimeSeries.of(1, Double.POSITIVE_INFINITY))
                .hasMessage("Invalid value 2 of the series: Infinity");
        assertThatThrownBy(() -> TimeSeries.seasonal(new double[] {1}, 0))
                .hasMessage("Invalid season length: 0, must be at least 1");
    }

    private static String chosen(double[] history, int season) {
        ForecastResult result = new SeasonalBaseline().forecast(TimeSeries.seasonal(history, season), 5, LEVELS);
        return result.model() + " | " + result.reason();
    }

    private static Forecasts forecasts(ForecastResult result) {
        assertThat(result).isInstanceOf(Forecasts.class);
        return (Forecasts) result;
    }

    /** The reference has ten digits. */
    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-6));
        }
    }
}

package org.kvartal.forecast.timeseries.combination;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Interval;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.NotForecastable;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever has one observed value gets as many finite forecasts as asked for, with intervals in order. */
class OddSeriesTest {
    private static final double NA = Double.NaN;
    private static final int LONGEST = 30;
    private static final Levels LEVELS = Levels.of(0.01, 0.5, 0.8, 0.95, 0.999);
    private static final Auto AUTO = new Auto();

    /** Shapes of series; each is a value by its place, from 0. */
    private static Map<String, IntToDoubleFunction> shapes() {
        Random random = new Random(11);
        double[] noise = random.doubles(2000, -1, 1).toArray();
        double[] walk = noise.clone();
        for (int t = 1; t < walk.length; t++) {
            walk[t] += walk[t - 1];
        }
        Map<String, IntToDoubleFunction> shapes = new LinkedHashMap<>();
        shapes.put("constant", t -> 7);
        shapes.put("zeros", t -> 0);
        shapes.put("noise", t -> noise[t]);
        shapes.put("walk", t -> 50 + walk[t]);
        shapes.put("huge", t -> 1e15 * (2 + noise[t]));
        shapes.put("tiny", t -> 1e-12 * (2 + noise[t]));
        shapes.put("negative", t -> -100 + noise[t]);
        shapes.put("exponential", t -> Math.pow(1.5, Math.min(t, 80)));
        shapes.put("collapse", t -> Math.pow(0.3, Math.min(t, 60)));
        shapes.put("step", t -> t < 9 ? 5 + noise[t] : 500 + noise[t]);
        shapes.put("spike", t -> t == 6 ? 1e6 : 3 + noise[t]);
        shapes.put("last spike", t -> t % 10 == 9 ? 1e6 : 3 + noise[t]);
        shapes.put("alternating", t -> t % 2 == 0 ? 1e9 : 1);
        shapes.put("one demand", t -> t == 4 ? 3 : 0);
        shapes.put("rare parts", t -> t % 6 == 0 ? 0.25 * t : 0);
        shapes.put("nearly constant", t -> 1e8 + 1e-7 * noise[t]);
        shapes.put("half missing", t -> t % 2 == 0 ? NA : 4 + noise[t]);
        shapes.put("missing start", t -> t < 8 ? NA : 4 + noise[t]);
        shapes.put("missing middle", t -> t > 4 && t < 13 ? NA : 4 + noise[t]);
        shapes.put("missing end", t -> t > 5 ? NA : 4 + noise[t]);
        shapes.put("one value", t -> t == 3 ? 5 : NA);
        shapes.put("jumping zero", t -> t % 5 == 0 ? 0 : noise[t] * 100);
        return shapes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7, 12, 24, 52})
    void everyLengthUpToThirty(int season) {
        shapes().forEach((name, shape) -> {
            for (int n = 1; n <= LONGEST; n++) {
                double[] y = values(shape, n);
                check(name + " of " + n + ", season " + season, TimeSeries.seasonal(y, season), 13);
            }
        });
    }

    @Test
    void longerSeriesOfEveryShape() {
        shapes().forEach((name, shape) -> {
            check(name + ", months", TimeSeries.seasonal(values(shape, 96), 12), 30);
            check(name + ", weeks", TimeSeries.seasonal(values(shape, 157), 52), 30);
            check(name + ", weeks of a year and a quarter", TimeSeries.seasonal(values(shape, 120), 52, 13), 13);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"walk", "zeros", "half missing", "step", "rare parts", "negative"})
    void hoursAndDays(String name) {
        IntToDoubleFunction shape = shapes().get(name);
        check(name + ", hours", TimeSeries.seasonal(values(shape, 600), 24), 48);
        check(name + ", hours of few weeks", TimeSeries.seasonal(values(shape, 340), 24, 168), 48);
        check(name + ", days", TimeSeries.seasonal(values(shape, 1100), 7), 14);
    }

    @Test
    void aYearOfWeeksMayHaveALeapWeek() {
        double[] y = new double[53 * 4];
        for (int t = 0; t < y.length; t++) {
            y[t] = 100 + 30 * Math.sin(2 * Math.PI * t / 52.18) + t * 7919 % 11;
        }
        Forecasts forecasts = check("leap weeks", TimeSeries.seasonal(y, 52), 53);
        double error = 0;
        for (int h = 1; h <= 53; h++) {
            double truth = 105 + 30 * Math.sin(2 * Math.PI * (y.length - 1 + h) / 52.18);
            error += Math.abs(forecasts.mean(h) - truth) / 53;
        }
        assertThat(error).isLessThan(8);
    }

    @Test
    void forecastsStartAfterTheLastIndexAlsoWhenItsValueIsMissing() {
        double[] y = new double[48];
        for (int t = 0; t < y.length; t++) {
            y[t] = t % 12 == 0 ? 200 + t % 7 : 100 + t % 5;
        }
        double[] missing = y.clone();
        Arrays.fill(missing, 43, 48, NA);
        Forecasts known = check("known", TimeSeries.seasonal(y, 12), 12);
        Forecasts unknown = check("missing", TimeSeries.seasonal(missing, 12), 12);
        assertThat(known.mean(1)).isBetween(170.0, 230.0);
        assertThat(unknown.mean(1)).isBetween(170.0, 230.0);
        assertThat(unknown.mean(2)).isLessThan(140);
    }

    @Test
    void intervalsWithoutSeasonDoNotNarrowWithTheStep() {
        for (String name : new String[] {"noise", "walk", "step", "exponential", "collapse"}) {
            Forecasts forecasts = check(name, TimeSeries.of(values(shapes().get(name), 40)), 24);
            for (int h = 2; h <= 24; h++) {
                double width = forecasts.interval(h, 0.95).upper() - forecasts.mean(h);
                double before = forecasts.interval(h - 1, 0.95).upper() - forecasts.mean(h - 1);
                assertThat(width).as(name + " " + h).isGreaterThanOrEqualTo(before * (1 - 1e-9));
            }
        }
    }

    private static double[] values(IntToDoubleFunction shape, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, shape);
        return values;
    }

    private static Forecasts check(String name, TimeSeries history, int horizon) {
        ForecastResult result = AUTO.forecast(history, horizon, LEVELS);
        if (history.observedCount() == 0) {
            assertThat(result).isEqualTo(new NotForecastable("auto", "no observed value"));
            return (Forecasts) AUTO.forecast(TimeSeries.of(0), horizon, LEVELS);
        }
        assertThat(result).as(name).isInstanceOf(Forecasts.class);
        Forecasts forecasts = (Forecasts) result;
        assertThat(forecasts.horizon()).as(name).isEqualTo(horizon);
        assertThat(forecasts.isFinite()).as(name).isTrue();
        assertThat(forecasts.reason()).as(name).isNotBlank();
        boolean negative = Arrays.stream(history.observed()).anyMatch(value -> value < 0);
        for (int h = 1; h <= horizon; h++) {
            double inner = forecasts.mean(h);
            Interval before = new Interval(inner, inner);
            for (double level : LEVELS.fractions()) {
                Interval interval = forecasts.interval(h, level);
                assertThat(interval.lower()).as(name).isLessThanOrEqualTo(before.lower());
                assertThat(interval.upper()).as(name).isGreaterThanOrEqualTo(before.upper());
                assertThat(negative || interval.lower() >= 0).as(name).isTrue();
                before = interval;
            }
        }
        return forecasts;
    }
}

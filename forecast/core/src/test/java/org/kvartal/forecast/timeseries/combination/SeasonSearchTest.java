package org.kvartal.forecast.timeseries.combination;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;

class SeasonSearchTest {

    /** A walk whose changes come back after m values. */
    private static double[] walk(int n, int m, double height) {
        Random random = new Random(7);
        double[] level = {1000};
        return IntStream.range(0, n)
                .mapToDouble(t -> {
                    level[0] += random.nextGaussian();
                    return level[0] + height * Math.sin(2 * Math.PI * t / m);
                })
                .toArray();
    }

    @Test
    void theYearInWeeksIsFoundWhereNoSeasonIsNamed() {
        TimeSeries weekly = TimeSeries.of(walk(52 * 5, 52, 60));

        assertThat(SeasonSearch.shown(weekly).seasons()).containsExactly(1, 52);
        assertThat(SeasonSearch.shown(weekly.withOnlySeasons(1)).seasons()).containsExactly(1);
        assertThat(SeasonSearch.shown(TimeSeries.of(walk(52 * 5, 52, 0))).seasons())
                .containsExactly(1);
        assertThat(SeasonSearch.shown(TimeSeries.of(walk(100, 52, 60))).seasons())
                .containsExactly(1);
    }

    @Test
    void aShortSeasonBehindNoneIsTakenWhereItShows() {
        TimeSeries daily = TimeSeries.seasonal(walk(70, 7, 20), 1, 7);

        assertThat(SeasonSearch.shown(daily).seasons()).containsExactly(7);
        assertThat(SeasonSearch.shown(TimeSeries.seasonal(walk(70, 52, 60), 1, 7))
                        .seasons())
                .containsExactly(1);
        assertThat(SeasonSearch.shown(TimeSeries.seasonal(walk(70, 7, 20), 12, 7))
                        .seasons())
                .containsExactly(12, 7);
    }

    @Test
    void forecastsFollowASeasonThatOnlyScoresLack() {
        double[] values = walk(52 * 5, 52, 60);
        TimeSeries known = TimeSeries.of(
                IntStream.range(0, 52 * 4).mapToDouble(t -> values[t]).toArray());

        double searched = error(known, values);
        double without = error(known.withOnlySeasons(1), values);

        assertThat(searched).isLessThan(without / 2);
    }

    private static double error(TimeSeries known, double[] values) {
        Forecasts forecasts = (Forecasts) new Auto().forecast(known, 26, Levels.of(0.8));
        return IntStream.range(0, 26)
                .mapToDouble(h -> Math.abs(forecasts.means()[h] - values[known.length() + h]))
                .sum();
    }
}

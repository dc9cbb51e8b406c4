package org.kvartal.forecast.run;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.TimeSeries;

/** A series and the ends of months at which it is forecast: the last complete one and some before it. */
final class SeriesTrack {
    private final SeriesId id;
    private final TimeSeries values;
    private final YearMonth last;
    private final List<SeriesTask> tasks;

    private SeriesTrack(SeriesId id, TimeSeries values, YearMonth last, List<SeriesTask> tasks) {
        this.id = id;
        this.values = values;
        this.last = last;
        this.tasks = tasks;
    }

    /**
     * @param last the last complete month
     * @param origins how many ends of months before that of the last month, as far as the series reaches back
     */
    static SeriesTrack of(SeriesId id, MonthlySeries series, YearMonth last, int origins, int horizon, String engine) {
        TimeSeries values = series.until(last);
        List<SeriesTask> tasks = IntStream.rangeClosed(0, Math.min(origins, values.length() - 1))
                .mapToObj(back -> SeriesTask.of(values.first(values.length() - back), horizon, engine))
                .toList();
        return new SeriesTrack(id, values, last, tasks);
    }

    SeriesId id() {
        return id;
    }

    /** What is to be forecast, from the last complete month on and from one month earlier each. */
    List<SeriesTask> tasks() {
        return tasks;
    }

    /** The last month that is known so many months back. */
    YearMonth origin(int back) {
        return last.minusMonths(back);
    }

    TimeSeries known(int back) {
        return values.first(values.length() - back);
    }

    /** What came in the months after an origin; {@code NaN} for those that are not over. */
    double[] actuals(int back, int horizon) {
        double[] actuals = new double[horizon];
        Arrays.fill(actuals, Double.NaN);
        int first = values.length() - back;
        for (int step = 0; step < Math.min(back, horizon); step++) {
            actuals[step] = values.value(first + step);
        }
        return actuals;
    }
}

import java.util.Iterator;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.batch.NamedSeries;
import org.kvartal.forecast.timeseries.batch.SeriesBatch;
import org.kvartal.forecast.timeseries.combination.Auto;
import org.kvartal.forecast.timeseries.ets.Ets;
import org.kvartal.forecast.timeseries.theta.Theta;

/**
 * Forecasts series that are made while they are asked for: how long, how much memory, and what a second thread brings.
 *
 * usage: java -Xmx512m -cp CORE:COMMONS_MATH:JSPECIFY bench/forecast-million.java [SERIES [LENGTH [MODEL [THREADS...]]]]
 * Monthly series with trend, season and noise by a fixed formula, 12 values ahead with 80 and 95 % intervals; by default
 * 1,000,000 of 120 values by auto, on one thread and then on two. The check sum must be the same for any number of threads.
 */
class ForecastMillion {
    static final int MONTHS = 12;
    static final int WARM_UP = 2_000;

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int length = args.length > 1 ? Integer.parseInt(args[1]) : 120;
        Forecaster model = model(args.length > 2 ? args[2] : "auto");
        int[] threads = args.length > 3
                ? IntStream.range(3, args.length).map(i -> Integer.parseInt(args[i])).toArray()
                : new int[] {1, 2};
        run(model, Math.min(count, WARM_UP), length, 2);
        System.out.println("threads  series   seconds  series/s  heap MB  check sum");
        for (int number : threads) {
            long start = System.nanoTime();
            double[] result = run(model, count, length, number);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("%7d  %7d  %7.1f  %8.0f  %7.0f  %.6e%n",
                    number, count, seconds, count / seconds, result[1], result[0]);
        }
    }

    static Forecaster model(String name) {
        return switch (name) {
            case "auto" -> new Auto();
            case "ets" -> Ets.automatic();
            case "theta" -> Theta.of(Theta.Variant.STANDARD);
            default -> throw new IllegalArgumentException("Invalid model: " + name + ", there are auto, ets, theta");
        };
    }

    /** The sum of all means and ends, and the most memory seen in use, in megabytes. */
    static double[] run(Forecaster model, int count, int length, int threads) {
        double[] result = new double[2];
        int[] seen = {0};
        new SeriesBatch(model, MONTHS, Levels.of(0.8, 0.95), threads).run(series(count, length), one -> {
            for (int step = 1; step <= MONTHS; step++) {
                result[0] += one.forecasts().mean(step) + one.forecasts().interval(step, 0.95).width();
            }
            if (++seen[0] % 1_000 == 0) {
                Runtime runtime = Runtime.getRuntime();
                result[1] = Math.max(result[1], (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
            }
        });
        return result;
    }

    static Iterator<NamedSeries> series(int count, int length) {
        return IntStream.range(0, count).mapToObj(i -> new NamedSeries("s" + i, values(i, length))).iterator();
    }

    static TimeSeries values(int number, int length) {
        SplittableRandom random = new SplittableRandom(number);
        double level = Math.exp(random.nextDouble(3, 9));
        double slope = level * random.nextDouble(-0.004, 0.008);
        double season = level * random.nextDouble(0, 0.3);
        double noise = level * random.nextDouble(0.01, 0.2);
        double[] values = new double[length];
        for (int t = 0; t < length; t++) {
            values[t] = Math.max(0, level + slope * t + season * Math.sin(2 * Math.PI * (t + number) / MONTHS)
                    + noise * random.nextGaussian());
        }
        return TimeSeries.seasonal(values, MONTHS);
    }
}

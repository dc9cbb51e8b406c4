import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.accuracy.Naive2;
import org.kvartal.forecast.timeseries.accuracy.PointMeasures;
import org.kvartal.forecast.timeseries.combination.LongSeasons;
import org.kvartal.forecast.timeseries.combination.Pool;
import org.kvartal.forecast.timeseries.combination.SeriesFeatures;
import org.kvartal.forecast.timeseries.decomposition.Gaps;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;

/**
 * What each method of the pool forecasts for the ends of training series, for forecast-weights.py.
 *
 * usage: java -cp CLASSES bench/forecast-members.java DATA_FOLDER OUT.csv SET[:KEEP_ONE_IN] ...
 * Origins are h and 2 h values before the end of the training part; test files are never read. Lines of
 * set, series, origin, season, scale, kind and numbers; kind is actual, naive2, features, or a method with mean, below
 * or above (distances from the mean to the ends of its 95 % interval).
 */
class ForecastMembers {
    static final Levels LEVELS = Levels.of(0.95);
    static final Pool POOL = Pool.whole();
    static final LongSeasons LONG_SEASONS = new LongSeasons();

    public static void main(String[] args) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1])))) {
            for (String set : Arrays.asList(args).subList(2, args.length)) {
                String[] parts = set.split(":");
                dump(Path.of(args[0]), parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : 1, out);
            }
        }
    }

    static void dump(Path folder, String set, int keepOneIn, PrintWriter out) throws IOException {
        Path file = folder.resolve(set + "_train.csv.gz");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
            List<String> header = Arrays.asList(in.readLine().split(","));
            int n = 0;
            for (String line; (line = in.readLine()) != null; ) {
                if (n++ % keepOneIn == 0) {
                    String[] cells = line.split(",", -1);
                    int m = Integer.parseInt(cells[header.indexOf("m")]);
                    int h = Integer.parseInt(cells[header.indexOf("h")]);
                    double[] y = Arrays.stream(cells[header.indexOf("values")].split(" "))
                            .mapToDouble(v -> v.equals("NA") ? Double.NaN : Double.parseDouble(v)).toArray();
                    for (int origin = y.length - h; origin >= y.length - 2 * h && origin >= Math.max(8, 2 * m); origin -= h) {
                        dump(set + "," + cells[header.indexOf("series_id")], y, origin, m, h, out);
                    }
                }
            }
        }
    }

    static void dump(String key, double[] y, int origin, int m, int h, PrintWriter out) {
        TimeSeries given = TimeSeries.seasonal(Arrays.copyOf(y, origin), h == 13 && m == 1 ? new int[] {1, 52} : new int[] {m});
        if (given.observedCount() < 8) {
            return;
        }
        TimeSeries history = given.withValues(Gaps.filled(given));
        String start = key + "," + origin + "," + m + "," + PointMeasures.seasonalNaiveError(history) + ",";
        line(out, start + "actual", Arrays.copyOfRange(y, origin, origin + h));
        line(out, start + "naive2", ((Forecasts) new Naive2().forecast(history, h, LEVELS)).means());
        Map<String, Forecasts> found = new LinkedHashMap<>();
        if (LongSeasons.applyTo(history)) {
            found.put("long-seasons", LONG_SEASONS.forecast(history, h, LEVELS));
        } else {
            SeasonalAdjustment adjustment = SeasonalAdjustment.of(history.toArray(), m);
            line(out, start + "features", SeriesFeatures.of(adjustment, m, h));
            found.putAll(POOL.forecast(history, adjustment, h, LEVELS, new LinkedHashMap<>()));
        }
        found.forEach((name, forecasts) -> {
            double[] means = forecasts.means();
            double[] below = forecasts.lower(0.95);
            double[] above = forecasts.upper(0.95);
            for (int i = 0; i < h; i++) {
                below[i] = means[i] - below[i];
                above[i] -= means[i];
            }
            line(out, start + name + " mean", means);
            line(out, start + name + " below", below);
            line(out, start + name + " above", above);
        });
    }

    static void line(PrintWriter out, String start, double[] numbers) {
        out.println(start + "," + Arrays.stream(numbers).mapToObj(v -> "%.7g".formatted(v)).collect(Collectors.joining(" ")));
    }
}

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
import org.kvartal.forecast.timeseries.combination.Runaways;
import org.kvartal.forecast.timeseries.combination.SeriesFeatures;
import org.kvartal.forecast.timeseries.decomposition.Gaps;
import org.kvartal.forecast.timeseries.decomposition.SeasonalAdjustment;
import org.kvartal.forecast.timeseries.intermittent.DemandPattern;

/**
 * What each method of the pool forecasts for the ends of training series, for forecast-weights.py.
 *
 * usage: java -cp CLASSES bench/forecast-members.java DATA_FOLDER OUT.csv SET[:KEEP_ONE_IN] ...
 * Origins are h, 2 h, 3 h and 4 h values before the end of the training part; test files are never read. From the first of
 * them a series with a season is also forecast as if it had begun between one and two seasons before (cut 0). Series that
 * the pool does not forecast (constant, intermittent, of long seasons, with gaps in what is to come) are left out. Lines of
 * set, series, cut, season, scale, kind and numbers; kind is actual, naive2, features, or a method.
 */
class ForecastMembers {
    static final int CUTS = 4;
    static final int FEWEST = 8;
    static final Levels LEVELS = Levels.of(0.95);
    static final Pool WITH_SEASON = Pool.withSeason();
    static final Pool WITHOUT_SEASON = Pool.withoutSeason();

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
                    String key = set + "," + cells[header.indexOf("series_id")] + ",";
                    for (int cut = 1; cut <= CUTS && y.length - cut * h >= FEWEST; cut++) {
                        dump(key + cut, y, y.length - cut * h, m, h, out);
                    }
                    int kept = m + n % m + h;
                    if (m > 1 && kept - h >= FEWEST && kept < y.length) {
                        dump(key + 0, Arrays.copyOfRange(y, y.length - kept, y.length), kept - h, m, h, out);
                    }
                }
            }
        }
    }

    static void dump(String key, double[] y, int origin, int m, int h, PrintWriter out) {
        TimeSeries given = TimeSeries.seasonal(Arrays.copyOf(y, origin), h == 13 && m == 1 ? new int[] {1, 52} : new int[] {m});
        double[] actual = Arrays.copyOfRange(y, origin, origin + h);
        if (given.observedCount() < FEWEST || Arrays.stream(actual).anyMatch(Double::isNaN)) {
            return;
        }
        TimeSeries history = given.withValues(Gaps.filled(given));
        double scale = PointMeasures.seasonalNaiveError(history);
        if (!(scale > 0) || isIntermittent(given.observed()) || LongSeasons.applyTo(history)) {
            return;
        }
        String start = key + "," + m + "," + scale + ",";
        line(out, start + "actual", actual);
        line(out, start + "naive2", ((Forecasts) new Naive2().forecast(history, h, LEVELS)).means());
        SeasonalAdjustment adjustment = SeasonalAdjustment.of(history.toArray(), m);
        Map<String, Forecasts> found = Runaways.heldBack(
                (m == 1 ? WITHOUT_SEASON : WITH_SEASON).forecast(history, adjustment, h, LEVELS, new LinkedHashMap<>()),
                adjustment.adjusted());
        line(out, start + "features", SeriesFeatures.of(history, adjustment, h, found));
        boolean bounded = Arrays.stream(given.observed()).allMatch(v -> v >= 0);
        found.forEach((name, forecasts) -> line(out, start + name,
                Arrays.stream(forecasts.means()).map(v -> bounded ? Math.max(0, v) : v).toArray()));
    }

    static boolean isIntermittent(double[] observed) {
        DemandPattern.Kind kind = DemandPattern.of(observed).kind();
        return Arrays.stream(observed).min().orElseThrow() == 0
                && (kind == DemandPattern.Kind.INTERMITTENT || kind == DemandPattern.Kind.LUMPY);
    }

    static void line(PrintWriter out, String start, double[] numbers) {
        out.println(start + "," + Arrays.stream(numbers).mapToObj(v -> Float.toString((float) v)).collect(Collectors.joining(" ")));
    }
}

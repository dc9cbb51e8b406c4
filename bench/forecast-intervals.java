import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.accuracy.PointMeasures;
import org.kvartal.forecast.timeseries.combination.Auto;
import org.kvartal.forecast.timeseries.combination.IntervalFeatures;
import org.kvartal.forecast.timeseries.combination.IntervalFeatures.Side;
import org.kvartal.forecast.timeseries.combination.UnitForecast;
import org.kvartal.forecast.timeseries.decomposition.Gaps;
import org.kvartal.forecast.timeseries.intermittent.DemandPattern;

/**
 * The errors of the default combination at the ends of training series, for forecast-intervals.py.
 *
 * usage: java -cp CLASSES bench/forecast-intervals.java DATA_FOLDER OUT.bin SET[:KEEP_ONE_IN] ...
 * Origins are h, 2 h and 3 h values before the end of the training part; test files are never read. Rows of 4-byte
 * numbers, the highest byte first: place of the kind among KINDS, number of the set, season, number of the series, origin
 * from the end, step, scale, error, unit below and above, features below and above.
 */
class ForecastIntervals {
    static final List<String> KINDS = List.of("none", "short", "long", "long-seasons");
    static final int ORIGINS = 3;
    static final Auto AUTO = new Auto();

    public static void main(String[] args) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
            for (int set = 2; set < args.length; set++) {
                String[] parts = args[set].split(":");
                dump(Path.of(args[0], parts[0] + "_train.csv.gz"), set, parts.length > 1 ? Integer.parseInt(parts[1]) : 1, out);
            }
        }
    }

    static void dump(Path file, int set, int keepOneIn, DataOutputStream out) throws IOException {
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
                    for (int back = 1; back <= ORIGINS && y.length - back * h >= Math.max(8, 2 * m); back++) {
                        dump(new float[] {set, m, n, back}, y, y.length - back * h, h, out);
                    }
                }
            }
        }
    }

    static void dump(float[] key, double[] y, int origin, int h, DataOutputStream out) throws IOException {
        int m = (int) key[1];
        TimeSeries given = TimeSeries.seasonal(Arrays.copyOf(y, origin), h == 13 && m == 1 ? new int[] {1, 52} : new int[] {m});
        double[] observed = given.observed();
        double lowest = Arrays.stream(observed).min().orElse(0);
        if (observed.length < 8 || lowest == Arrays.stream(observed).max().getAsDouble()
                || lowest == 0 && DemandPattern.of(observed).interval() >= 1.32) {
            return; // not forecast by the combination
        }
        TimeSeries history = given.withValues(Gaps.filled(given));
        Optional<UnitForecast> unit = AUTO.beforeCalibration(history, h);
        double q = PointMeasures.seasonalNaiveError(history);
        if (unit.isPresent() && unit.get().unit().isFinite() && q > 0) {
            IntervalFeatures features = IntervalFeatures.of(unit.get());
            for (int step = 1; step <= h; step++) {
                double error = y[origin + step - 1] - unit.get().unit().mean(step);
                if (!Double.isNaN(error)) {
                    out.writeFloat(KINDS.indexOf(unit.get().kind()));
                    write(out, key[0], key[1], key[2], key[3], step, q, error, features.unit(step, Side.BELOW), features.unit(step, Side.ABOVE));
                    write(out, features.at(step, Side.BELOW));
                    write(out, features.at(step, Side.ABOVE));
                }
            }
        }
    }

    static void write(DataOutputStream out, double... numbers) throws IOException {
        for (double number : numbers) {
            out.writeFloat((float) number);
        }
    }
}

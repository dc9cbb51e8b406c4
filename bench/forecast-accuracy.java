import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.HistoricMean;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.SeasonalBaseline;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.accuracy.IntervalMeasures;
import org.kvartal.forecast.timeseries.arima.Arima;
import org.kvartal.forecast.timeseries.arima.Autoregression;
import org.kvartal.forecast.timeseries.ces.Ces;
import org.kvartal.forecast.timeseries.combination.Auto;
import org.kvartal.forecast.timeseries.ets.Ets;
import org.kvartal.forecast.timeseries.intermittent.Imapa;
import org.kvartal.forecast.timeseries.intermittent.IntermittentCombination;
import org.kvartal.forecast.timeseries.intermittent.SyntetosBoylan;
import org.kvartal.forecast.timeseries.intermittent.TeunterSyntetosBabai;
import org.kvartal.forecast.timeseries.theta.Theta;

/**
 * Forecasts a competition set and writes what its scorer reads; prints series per second.
 *
 * usage: java -cp CLASSES bench/forecast-accuracy.java DATA_FOLDER SET MODEL OUT.csv [KEEP_ONE_IN] [holdout|intervals]
 * Forecasts the test part; with the word holdout, the last h values of the training part (for development); with the word
 * intervals, the test part, and prints by season and step the coverage of the intervals and their MSIS.
 */
class ForecastAccuracy {
    static final Levels LEVELS = Levels.of(0.80, 0.95);

    static Forecaster model(String name) {
        return switch (name) {
            case "baseline" -> new SeasonalBaseline();
            case "ets" -> Ets.automatic();
            case "dotm" -> Theta.of(Theta.Variant.DYNAMIC_OPTIMISED);
            case "theta" -> Theta.of(Theta.Variant.STANDARD);
            case "otm" -> Theta.of(Theta.Variant.OPTIMISED);
            case "ces" -> Ces.automatic();
            case "cesN" -> Ces.of(Ces.Season.NONE);
            case "arima" -> Arima.automatic();
            case "ar" -> new Autoregression();
            case "auto" -> new Auto();
            case "tsb" -> new TeunterSyntetosBabai();
            case "imapa" -> new Imapa();
            case "sba" -> new SyntetosBoylan();
            case "mean" -> new HistoricMean();
            case "intermittent" -> new IntermittentCombination();
            default -> throw new IllegalArgumentException("Invalid model: " + name);
        };
    }

    record Row(String id, int m, int h, double[] values) {
        Row holdout() {
            return new Row(id, m, h, Arrays.copyOf(values, values.length - h));
        }
    }

    public static void main(String[] args) throws IOException {
        List<Row> rows = read(Path.of(args[0], args[1] + "_train.csv.gz"), args.length > 4 ? Integer.parseInt(args[4]) : 1);
        if (args.length > 5 && args[5].equals("holdout")) {
            rows = rows.stream().filter(row -> row.values.length - row.h >= Math.max(8, 2 * row.m)).map(Row::holdout).toList();
        }
        Forecaster model = model(args[2]);
        for (Row row : rows.subList(0, Math.min(rows.size(), 200))) {
            forecast(model, row); // warms the compiler up
        }
        List<Forecasts> results = new ArrayList<>();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        for (Row row : rows) {
            results.add(forecast(model, row));
        }
        double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        write(Path.of(args[3]), rows, results);
        if (args.length > 5 && args[5].equals("intervals")) {
            printIntervals(rows, results, tests(Path.of(args[0], args[1] + "_test.csv.gz")));
        }
        System.out.printf(Locale.ROOT, "%s %s: %d series, %.0f series a CPU second%n", args[1], args[2], rows.size(), rows.size() / seconds);
    }

    static Forecasts forecast(Forecaster model, Row row) {
        // M4 scores weekly series without season; what they have is the year.
        TimeSeries series = row.h == 13 && row.m == 1
                ? TimeSeries.seasonal(row.values, 1, 52)
                : TimeSeries.seasonal(row.values, row.m);
        ForecastResult result = model.forecast(series, row.h, LEVELS);
        if (result instanceof Forecasts forecasts) {
            return forecasts;
        }
        return (Forecasts) new SeasonalBaseline().forecast(series, row.h, LEVELS);
    }

    /** One line a season and step, then one of the whole season: coverage at 80 and 95 %, MSIS at 80 and 95 %. */
    static void printIntervals(List<Row> rows, List<Forecasts> results, Map<String, double[]> tests) {
        Map<Integer, Map<Integer, List<double[]>>> bySeason = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double[] actuals = tests.get(row.id);
            for (int step = 1; step <= row.h; step++) {
                double[] measures = measures(TimeSeries.seasonal(row.values, row.m), results.get(i), step, actuals[step - 1]);
                Map<Integer, List<double[]>> bySteps = bySeason.computeIfAbsent(row.m, m -> new TreeMap<>());
                bySteps.computeIfAbsent(step, s -> new ArrayList<>()).add(measures);
                bySteps.computeIfAbsent(Integer.MAX_VALUE, s -> new ArrayList<>()).add(measures);
            }
        }
        System.out.println("season step  cov80  cov95  MSIS80  MSIS95");
        bySeason.forEach((m, bySteps) -> bySteps.forEach((step, all) -> System.out.printf(Locale.ROOT,
                "%6d %4s  %.3f  %.3f  %6.2f  %6.2f%n", m, step == Integer.MAX_VALUE ? "all" : step,
                mean(all, 0), mean(all, 1), mean(all, 2), mean(all, 3))));
    }

    static double[] measures(TimeSeries history, Forecasts forecasts, int step, double actual) {
        double[] measures = new double[4];
        for (int i = 0; i < 2; i++) {
            double level = LEVELS.fraction(i);
            double[] actuals = {actual};
            double[] lower = {forecasts.interval(step, level).lower()};
            double[] upper = {forecasts.interval(step, level).upper()};
            measures[i] = IntervalMeasures.coverage(actuals, lower, upper);
            measures[2 + i] = IntervalMeasures.msis(history, actuals, lower, upper, level);
        }
        return measures;
    }

    static double mean(List<double[]> all, int column) {
        return all.stream().mapToDouble(v -> v[column]).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    static Map<String, double[]> tests(Path file) throws IOException {
        Map<String, double[]> tests = new HashMap<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
            List<String> header = Arrays.asList(in.readLine().split(","));
            for (String line; (line = in.readLine()) != null; ) {
                String[] cells = line.split(",", -1);
                tests.put(cells[header.indexOf("series_id")], Arrays.stream(cells[header.indexOf("values")].split(" "))
                        .mapToDouble(v -> v.equals("NA") ? Double.NaN : Double.parseDouble(v)).toArray());
            }
        }
        return tests;
    }

    static List<Row> read(Path file, int keepOneIn) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
            List<String> header = Arrays.asList(in.readLine().split(","));
            int n = 0;
            for (String line; (line = in.readLine()) != null; ) {
                if (n++ % keepOneIn == 0) {
                    String[] cells = line.split(",", -1);
                    double[] values = Arrays.stream(cells[header.indexOf("values")].split(" "))
                            .mapToDouble(v -> v.equals("NA") ? Double.NaN : Double.parseDouble(v)).toArray();
                    rows.add(new Row(cells[header.indexOf("series_id")], Integer.parseInt(cells[header.indexOf("m")]),
                            Integer.parseInt(cells[header.indexOf("h")]), values));
                }
            }
        }
        return rows;
    }

    static void write(Path file, List<Row> rows, List<Forecasts> results) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("series_id,values,lo95,hi95");
            for (int i = 0; i < rows.size(); i++) {
                Forecasts f = results.get(i);
                out.println(rows.get(i).id + "," + text(f.means()) + "," + text(f.lower(0.95)) + "," + text(f.upper(0.95)));
            }
        }
    }

    static String text(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }
}

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.ForecastResult;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.Levels;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.combination.Auto;
import org.kvartal.forecast.timeseries.hierarchy.Grouping;
import org.kvartal.forecast.timeseries.hierarchy.HierarchyForecast;
import org.kvartal.forecast.timeseries.hierarchy.HierarchyForecaster;
import org.kvartal.forecast.timeseries.hierarchy.ReconciliationMethod;

/**
 * Forecasts a panel at every level and writes base, coherent and actual values with the errors at rolling origins, which
 * bench/forecast-hierarchy.py scores beside other reconciliations.
 *
 * usage: java -cp CLASSES bench/forecast-hierarchy.java DATA_FOLDER PANEL SEASON HORIZON OUT_FOLDER [METHOD] [ORIGINS]
 */
class ForecastHierarchy {
    static final Levels LEVELS = Levels.of(0.8, 0.95);

    public static void main(String[] args) throws IOException {
        int season = Integer.parseInt(args[2]);
        int horizon = Integer.parseInt(args[3]);
        List<String> columns = new ArrayList<>();
        Map<List<String>, Map<String, Double>> rows = new LinkedHashMap<>();
        TreeSet<String> times = new TreeSet<>();
        for (String part : List.of("train", "test")) {
            read(Path.of(args[0], args[1] + "_" + part + ".csv.gz"), columns, rows, times);
        }
        Map<String, List<String>> groups = new LinkedHashMap<>();
        Map<String, TimeSeries> history = new LinkedHashMap<>();
        Map<String, double[]> whole = new LinkedHashMap<>();
        int length = times.size() - horizon;
        rows.forEach((keys, values) -> {
            String name = String.join(" | ", keys);
            double[] y = times.stream().mapToDouble(t -> values.getOrDefault(t, Double.NaN)).toArray();
            groups.put(name, keys);
            whole.put(name, y);
            history.put(name, TimeSeries.seasonal(Arrays.copyOf(y, length), season));
        });
        Grouping grouping = Grouping.of(columns, groups);
        HierarchyForecaster forecaster = HierarchyForecaster.of(new Auto(), 1);
        if (args.length > 5) {
            forecaster = forecaster.withMethod(ReconciliationMethod.labelled(args[5]));
        }
        if (args.length > 6) {
            forecaster = forecaster.withOrigins(Integer.parseInt(args[6]));
        }
        long start = System.nanoTime();
        HierarchyForecast result = forecaster.forecast(grouping, history, horizon, LEVELS);
        System.out.printf(Locale.ROOT, "%s: %d nodes, %.1f s, %s%n", args[1], grouping.nodeCount(),
                (System.nanoTime() - start) / 1e9, result.reason());
        result.choice().ifPresent(choice -> choice.trials().forEach(trial -> System.out.printf(Locale.ROOT,
                "  %-44s change %+.2f %%, loss %+.2f %%%n", trial.name(), 100 * trial.change(), 100 * trial.loss())));
        write(Path.of(args[4]), args[1], grouping, whole, result, season, horizon);
    }

    static void read(Path file, List<String> columns, Map<List<String>, Map<String, Double>> rows, TreeSet<String> times)
            throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
            List<String> header = cells(in.readLine());
            List<Integer> keys = IntStream.range(0, header.size() - 2).boxed().filter(i -> !header.get(i).equals("series_id")).toList();
            columns.clear();
            keys.forEach(i -> columns.add(header.get(i)));
            for (String line; (line = in.readLine()) != null; ) {
                List<String> row = cells(line);
                List<String> key = new ArrayList<>(keys.stream().map(row::get).toList());
                String time = row.get(row.size() - 2);
                rows.computeIfAbsent(key, k -> new LinkedHashMap<>()).merge(time, Double.parseDouble(row.get(row.size() - 1)), Double::sum);
                times.add(time);
            }
        }
    }

    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            cells.add(cell.replace("\"", ""));
        }
        return cells;
    }

    /** A line per node: level; members; values of the past and after; means; ends; coherent means; ends. */
    static void write(Path folder, String panel, Grouping grouping, Map<String, double[]> whole, HierarchyForecast result,
            int season, int horizon) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve(panel + ".txt")))) {
            out.println(season + ";" + horizon);
            for (int node = 0; node < grouping.nodeCount(); node++) {
                int[] members = grouping.members(node);
                double[] y = new double[whole.get(grouping.bottom().get(0)).length];
                int started = y.length;
                for (int member : members) {
                    double[] values = whole.get(grouping.bottom().get(member));
                    for (int t = 0; t < y.length; t++) {
                        if (!Double.isNaN(values[t])) {
                            y[t] += values[t];
                            started = Math.min(started, t);
                        }
                    }
                }
                for (int t = 0; t < started; t++) {
                    y[t] = Double.NaN;
                }
                Forecasts base = result.base().get(node);
                Forecasts coherent = result.forecasts().get(node);
                out.println(String.join(";", grouping.nodes().get(node), String.valueOf(grouping.levelOf(node)),
                        Arrays.stream(members).mapToObj(String::valueOf).collect(Collectors.joining(" ")), text(y),
                        text(base.means()), text(base.lower(0.95)), text(base.upper(0.95)),
                        text(coherent.means()), text(coherent.lower(0.95)), text(coherent.upper(0.95)),
                        text(base.lower(0.8)), text(base.upper(0.8)), text(coherent.lower(0.8)), text(coherent.upper(0.8)),
                        text(errors(result, node))));
            }
        }
    }

    /** Errors of the base forecasts at the rolling origins. */
    static double[] errors(HierarchyForecast result, int node) {
        return Arrays.stream(result.rolling().errors().toArray()).mapToDouble(moment -> moment[node]).toArray();
    }

    static String text(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }
}

package org.kvartal.jobs.analyze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kvartal.forecast.survival.AalenJohansen;
import org.kvartal.forecast.survival.IntervalScale;
import org.kvartal.forecast.survival.KaplanMeier;
import org.kvartal.forecast.survival.LogRank;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.forecast.survival.QuantileTime;

/** Writes how long things last. */
final class SurvivalTable {
    private static final double LEVEL = 0.95;
    private static final int MOST_TIMES = 2000;
    private static final List<String> COLUMNS =
            List.of("measure", "group", "end", "time", "estimate", "lo95", "hi95", "n", "events", "note");

    private final List<List<String>> rows = new ArrayList<>();

    private SurvivalTable() {}

    static void write(Path file, List<LogRank.Subject> subjects) {
        SurvivalTable table = new SurvivalTable();
        Map<String, List<Observation>> groups = subjects.stream()
                .collect(Collectors.groupingBy(
                        LogRank.Subject::group,
                        TreeMap::new,
                        Collectors.mapping(LogRank.Subject::observation, Collectors.toList())));
        if (groups.size() > 1) {
            table.addLogRank(LogRank.of(subjects), subjects.size());
        }
        groups.forEach(table::addQuantiles);
        groups.forEach(table::addCurves);
        OutputTable.write(file, COLUMNS, table.rows);
    }

    private void addLogRank(LogRank test, int subjects) {
        rows.add(List.of(
                "log-rank",
                "",
                "",
                "",
                Numerals.twelveDigits(test.chiSquare()),
                "",
                "",
                Integer.toString(subjects),
                Long.toString(Math.round(test.observed().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())),
                String.format(Locale.ROOT, "%d degrees of freedom, p %.6g", test.degreesOfFreedom(), test.p())));
    }

    private void addQuantiles(String group, List<Observation> observations) {
        KaplanMeier curve = KaplanMeier.of(observations);
        addQuantile("median", group, curve, 0.5);
        addQuantile("p90", group, curve, 0.9);
    }

    private void addQuantile(String measure, String group, KaplanMeier curve, double share) {
        QuantileTime time = curve.quantile(share, LEVEL, IntervalScale.LOG);
        rows.add(List.of(
                measure,
                group,
                "",
                "",
                Numerals.twelveDigits(time.time()),
                Numerals.twelveDigits(time.low()),
                Numerals.twelveDigits(time.high()),
                Long.toString(curve.subjects()),
                Long.toString(curve.ended()),
                time.isReached() ? "" : "not reached"));
    }

    private void addCurves(String group, List<Observation> observations) {
        KaplanMeier curve = KaplanMeier.of(observations);
        TreeSet<Double> times = new TreeSet<>();
        TreeSet<String> ends = new TreeSet<>();
        observations.stream().filter(one -> !one.isCensored()).forEach(one -> {
            times.add(one.exit());
            ends.add(one.end());
        });
        for (double time : times) {
            addPoint(
                    "survival",
                    group,
                    "",
                    time,
                    curve.survival(time),
                    curve.interval(time, LEVEL, IntervalScale.LOG),
                    curve);
        }
        for (String end : ends.size() > 1 ? ends : new TreeSet<String>()) {
            AalenJohansen incidence = AalenJohansen.of(observations, end);
            for (double time : thinned(times)) {
                addPoint(
                        "incidence",
                        group,
                        end,
                        time,
                        incidence.incidence(time),
                        incidence.interval(time, LEVEL),
                        curve);
            }
        }
    }

    /** The error at a time looks back at all times before: of very many, some are enough. */
    private static List<Double> thinned(TreeSet<Double> times) {
        List<Double> all = new ArrayList<>(times);
        int step = 1 + all.size() / MOST_TIMES;
        return IntStream.range(0, all.size())
                .filter(place -> (all.size() - 1 - place) % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private void addPoint(
            String measure,
            String group,
            String end,
            double time,
            double estimate,
            IntervalScale.Band band,
            KaplanMeier curve) {
        rows.add(List.of(
                measure,
                group,
                end,
                Numerals.twelveDigits(time),
                Numerals.twelveDigits(estimate),
                Numerals.twelveDigits(band.low()),
                Numerals.twelveDigits(band.high()),
                Long.toString(curve.subjects()),
                Long.toString(curve.ended()),
                ""));
    }
}

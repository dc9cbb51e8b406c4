package org.kvartal.jobs.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.forecast.timeseries.Forecaster;
import org.kvartal.forecast.timeseries.Forecasts;
import org.kvartal.forecast.timeseries.TimeSeries;
import org.kvartal.forecast.timeseries.accuracy.Backtest;
import org.kvartal.forecast.timeseries.accuracy.Comparison;
import org.kvartal.forecast.timeseries.accuracy.ScoredForecast;
import org.kvartal.forecast.timeseries.batch.SureForecaster;
import org.kvartal.forecast.timeseries.hierarchy.Grouping;
import org.kvartal.forecast.timeseries.hierarchy.HierarchyForecast;
import org.kvartal.forecast.timeseries.hierarchy.HierarchyForecaster;
import org.kvartal.ingest.source.InvalidInput;
import org.kvartal.jobs.series.FileSeries;

/**
 * What is to be found out about series and all groups of them, whose forecasts add up.
 *
 * @param columns the grouping columns
 * @param seed of the sample paths behind intervals
 */
record GroupQuestion(SeriesQuestion question, List<String> columns, int threads, long seed) {

    /** The series in their order, then the groups. */
    List<SeriesAnswer> answers(List<FileSeries> fileSeries) {
        List<FileSeries> aligned = FileSeries.aligned(fileSeries);
        Grouping grouping = grouping(aligned);
        List<FileSeries> nodes = nodes(grouping, aligned);
        List<Comparison> accuracy = new ArrayList<>();
        nodes.forEach(node -> accuracy.add(new Comparison(question.intervals().levels())));
        List<List<Forecasts>> byModel = new ArrayList<>();
        for (Forecaster model : question.models()) {
            byModel.add(coherent(model, grouping, aligned));
            question.backtest().ifPresent(origins -> score(model, grouping, nodes, origins, accuracy));
        }
        List<SeriesAnswer> answers = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int node = (grouping.aggregateCount() + i) % nodes.size();
            answers.add(new SeriesAnswer(
                    nodes.get(node),
                    byModel.stream().map(forecasts -> forecasts.get(node)).toList(),
                    question.backtest().map(origins -> accuracy.get(node))));
        }
        return answers;
    }

    private Grouping grouping(List<FileSeries> series) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        series.forEach(one -> groups.put(one.name(), one.groups()));
        try {
            return Grouping.of(columns, groups);
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput("Cannot group by " + String.join(", ", columns) + ": " + refused.getMessage());
        }
    }

    /** The groups, then the series, each with its values. */
    private static List<FileSeries> nodes(Grouping grouping, List<FileSeries> aligned) {
        FileSeries pattern = aligned.get(0);
        List<FileSeries> nodes = new ArrayList<>();
        for (int node = 0; node < grouping.aggregateCount(); node++) {
            double[] sums = sums(grouping.members(node), aligned);
            nodes.add(
                    pattern.sibling(grouping.nodes().get(node), pattern.values().withValues(sums)));
        }
        nodes.addAll(aligned);
        return nodes;
    }

    /** A series that has not begun adds nothing; any other missing value makes the sum missing. */
    private static double[] sums(int[] members, List<FileSeries> aligned) {
        double[] sums = new double[aligned.get(0).values().length()];
        int firstOfAny = sums.length;
        for (int member : members) {
            TimeSeries values = aligned.get(member).values();
            int first = 0;
            while (first < sums.length && Double.isNaN(values.value(first))) {
                first++;
            }
            for (int t = first; t < sums.length; t++) {
                sums[t] += values.value(t);
            }
            firstOfAny = Math.min(firstOfAny, first);
        }
        Arrays.fill(sums, 0, firstOfAny, Double.NaN);
        return sums;
    }

    private List<Forecasts> coherent(Forecaster model, Grouping grouping, List<FileSeries> aligned) {
        Map<String, TimeSeries> values = new LinkedHashMap<>();
        aligned.forEach(one -> values.put(one.name(), one.values()));
        return coherent(model, grouping, values);
    }

    private List<Forecasts> coherent(Forecaster model, Grouping grouping, Map<String, TimeSeries> values) {
        HierarchyForecast found = HierarchyForecaster.of(new SureForecaster(model), seed)
                .withThreads(threads)
                .forecast(
                        grouping,
                        values,
                        question.horizon(),
                        question.intervals().levels());
        List<Forecasts> named = new ArrayList<>();
        for (int node = 0; node < grouping.nodeCount(); node++) {
            Forecasts base = found.base().get(node);
            String reason = "made to add up by %s; alone %s: %s".formatted(found.reason(), base.model(), base.reason());
            named.add(found.forecasts().get(node).as(model.name(), reason));
        }
        return named;
    }

    /** Forecasts the whole hierarchy again from each earlier point. */
    private void score(
            Forecaster model, Grouping grouping, List<FileSeries> nodes, Backtest backtest, List<Comparison> accuracy) {
        for (int origin : backtest.origins(nodes.get(0).values().length())) {
            Map<String, TimeSeries> before = new LinkedHashMap<>();
            nodes.subList(grouping.aggregateCount(), nodes.size())
                    .forEach(one -> before.put(one.name(), one.values().first(origin)));
            List<Forecasts> found = coherent(model, grouping, before);
            for (int node = 0; node < nodes.size(); node++) {
                TimeSeries values = nodes.get(node).values();
                TimeSeries history = values.first(origin);
                double[] actuals =
                        values.between(origin, origin + question.horizon()).toArray();
                if (history.observedCount() > 0) {
                    accuracy.get(node).add(model.name(), new ScoredForecast(history, found.get(node), actuals));
                }
            }
        }
    }
}

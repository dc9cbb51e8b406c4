package org.kvartal.jobs.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.kvartal.jobs.run.PublishedRun;
import org.kvartal.reports.dictionary.PublishedDictionary;
import org.kvartal.reports.publish.Releases;

/**
 * What the steps of a night read and write, as the dictionary of a release tells it: tables by their names in the
 * namespace of the project, and what they were extracted from in a namespace for each source.
 */
final class LineageDatasets {
    private static final String LOAD = "load-tables";

    private final String project;
    private final Path release;
    private final Optional<PublishedDictionary> dictionary;

    LineageDatasets(String project, Path release) {
        this.project = project;
        this.release = release;
        this.dictionary = PublishedDictionary.in(release.resolve(Releases.DATA));
    }

    /** Datasets read by a step. */
    List<Map<String, Object>> inputs(String step) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        if (step.equals(LOAD)) {
            PublishedRun.of(release)
                    .extracts()
                    .forEach((source, extracts) -> new TreeSet<>(extracts)
                            .forEach(extract -> inputs.add(dataset(project + "/sources/" + source, extract))));
        }
        TreeSet<String> tables = new TreeSet<>();
        madeBy(step).forEach(table -> tables.addAll(dictionary.orElseThrow().inputs(table)));
        madeBy(step).forEach(tables::remove);
        tables.forEach(table -> inputs.add(described(table)));
        return inputs;
    }

    /** Datasets written by a step, with the number of their rows. */
    List<Map<String, Object>> outputs(String step) {
        List<Map<String, Object>> outputs = new ArrayList<>();
        for (String table : madeBy(step)) {
            Map<String, Object> output = described(table);
            Map<String, Object> rows = LineageEvent.facet("1-0-2", "OutputStatisticsOutputDatasetFacet");
            rows.put("rowCount", dictionary.orElseThrow().rowCount(table));
            output.put("outputFacets", Map.of("outputStatistics", rows));
            outputs.add(output);
        }
        return outputs;
    }

    private List<String> madeBy(String step) {
        return dictionary.stream()
                .flatMap(known -> known.tables().stream()
                        .filter(table -> known.madeBy(table).equals(step)))
                .sorted()
                .toList();
    }

    private Map<String, Object> described(String table) {
        Map<String, Object> dataset = dataset(project, table);
        if (dictionary.orElseThrow().has(table)) {
            dataset.put("facets", Map.of("schema", schema(dictionary.orElseThrow(), table)));
        }
        return dataset;
    }

    private static Map<String, Object> schema(PublishedDictionary dictionary, String table) {
        Map<String, Object> schema = LineageEvent.facet("1-2-0", "SchemaDatasetFacet");
        List<Map<String, String>> fields = new ArrayList<>();
        dictionary.columns(table).forEach((name, type) -> {
            Map<String, String> field = new LinkedHashMap<>();
            field.put("name", name);
            field.put("type", type);
            fields.add(field);
        });
        schema.put("fields", fields);
        return schema;
    }

    private static Map<String, Object> dataset(String namespace, String name) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("namespace", namespace);
        dataset.put("name", name);
        return dataset;
    }
}

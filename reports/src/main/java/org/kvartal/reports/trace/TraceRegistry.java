package org.kvartal.reports.trace;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.publish.Json;

/**
 * Every number that a release prints, in any language and format, by its code; how its measures are defined; and how its
 * tables lead to the rows of the source. Kept in the release itself, so that an old report is explained by what was true
 * then.
 */
public record TraceRegistry(List<Trace> traces, List<Definition> measures, List<TracedTable> tables) {
    private static final String FILE = "traces.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public TraceRegistry {
        traces = List.copyOf(traces);
        measures = List.copyOf(measures);
        tables = List.copyOf(tables);
    }

    /** @param release folder of the release */
    public static Path file(Path release) {
        return release.resolve("report").resolve(FILE);
    }

    public void write(Path release) {
        Json.write(file(release), this);
    }

    /** The registry of a release; empty when it was written before there were any. */
    public static Optional<TraceRegistry> read(Path release) {
        Path file = file(release);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(file.toFile(), TraceRegistry.class));
        } catch (JacksonException e) {
            throw new DataUnreadable("Cannot read " + file + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The numbers by their codes. */
    public Map<String, Trace> byCode() {
        return traces.stream().collect(Collectors.toMap(Trace::code, trace -> trace, (one, same) -> one, TreeMap::new));
    }

    /** The definition of each measure of a number. */
    public List<Definition> definitions(Trace trace) {
        return measures.stream()
                .filter(definition -> trace.measures().contains(definition.name()))
                .toList();
    }

    /** The table and those on the way from it to the source, in that order. */
    public List<TracedTable> way(String table) {
        Map<String, TracedTable> known = tables.stream().collect(Collectors.toMap(TracedTable::table, each -> each));
        Map<String, TracedTable> way = new LinkedHashMap<>();
        TracedTable next = known.get(table);
        while (next != null && way.putIfAbsent(next.table(), next) == null) {
            next = next.drill() == null ? null : known.get(next.drill().source());
        }
        return List.copyOf(way.values());
    }
}

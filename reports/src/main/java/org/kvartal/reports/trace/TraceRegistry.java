package org.kvartal.reports.trace;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvartal.ingest.sql.Drill;
import org.kvartal.reports.data.DataUnreadable;
import org.kvartal.reports.publish.Json;

/**
 * Every number that a release prints, in any language and format, by its code; how its measures are defined; and how its
 * tables lead to the rows of the source. Kept in the release itself, so that an old report is explained by what was true
 * then.
 */
public record TraceRegistry(List<Trace> traces, List<Definition> measures, List<TracedTable> tables) {
    private static final String FILE = "traces.json";
    private static final Pattern TABLE = Pattern.compile("\\b[a-z]\\w*\\.[a-z]\\w*\\b");
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
        Map<String, TracedTable> known = byName();
        Map<String, TracedTable> way = new LinkedHashMap<>();
        TracedTable next = known.containsKey(table) ? known.get(table) : joined(table, known);
        while (next != null && way.putIfAbsent(next.table(), next) == null) {
            next = next.drill() == null ? null : known.get(next.drill().source());
        }
        return List.copyOf(way.values());
    }

    /** The tables that a number rests on and that no statement of Kvartal makes of others, by name. */
    public Set<String> sources(String table) {
        Map<String, TracedTable> known = byName();
        Set<String> sources = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(known.containsKey(table) ? List.of(table) : named(table));
        while (!open.isEmpty()) {
            String next = open.pop();
            List<String> inputs = known.containsKey(next) ? known.get(next).inputs() : List.of();
            if (seen.add(next) && inputs.isEmpty()) {
                sources.add(next);
            }
            inputs.stream().filter(input -> !seen.contains(input)).forEach(open::push);
        }
        return sources;
    }

    /** Several tables in one expression lead where one of them has a row for each row of the source. */
    private static TracedTable joined(String expression, Map<String, TracedTable> known) {
        List<String> named = named(expression);
        Drill drill = named.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(TracedTable::drill)
                .filter(Objects::nonNull)
                .filter(Drill::leadsToTheSame)
                .findFirst()
                .orElse(null);
        return new TracedTable(expression, named, drill);
    }

    private static List<String> named(String expression) {
        return TABLE.matcher(expression)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private Map<String, TracedTable> byName() {
        return tables.stream().collect(Collectors.toMap(TracedTable::table, each -> each));
    }
}

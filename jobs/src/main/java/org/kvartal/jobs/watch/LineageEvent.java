package org.kvartal.jobs.watch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.ingest.model.Version;

/**
 * An OpenLineage run event, put together in the order of the specification. Source: OpenLineage specification 2-0-2,
 * RunEvent, and the facets named with each.
 */
final class LineageEvent {
    private static final String PRODUCER = "urn:kvartal:" + Version.NUMBER;
    private static final String SPECIFICATION = "https://openlineage.io/spec/";
    private static final String NAME = "name";

    private final Map<String, Object> event = new LinkedHashMap<>();
    private final Map<String, Object> runFacets = new LinkedHashMap<>();

    private LineageEvent(String type, Instant time, UUID run) {
        event.put("eventType", type);
        event.put("eventTime", time.toString());
        event.put("run", Map.of("runId", run.toString(), "facets", runFacets));
    }

    /** @param type START, COMPLETE or FAIL */
    static LineageEvent of(String type, Instant time, UUID run) {
        return new LineageEvent(type, time, run);
    }

    /** The same parts always give the same id. */
    static UUID id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** The beginnings of a facet; the specification tells what else it has. */
    static Map<String, Object> facet(String version, String name) {
        Map<String, Object> facet = new LinkedHashMap<>();
        facet.put("_producer", PRODUCER);
        facet.put("_schemaURL", SPECIFICATION + "facets/" + version + "/" + name + ".json#/$defs/" + name);
        return facet;
    }

    /** @param kind JOB for the night, TASK for a step */
    LineageEvent job(String namespace, String name, String kind) {
        Map<String, Object> type = facet("2-0-4", "JobTypeJobFacet");
        type.put("processingType", "BATCH");
        type.put("integration", "KVARTAL");
        type.put("jobType", kind);
        Map<String, Object> job = new LinkedHashMap<>();
        job.put("namespace", namespace);
        job.put(NAME, name);
        job.put("facets", Map.of("jobType", type));
        event.put("job", job);
        return this;
    }

    LineageEvent parent(UUID run, String namespace, String name) {
        Map<String, Object> parent = facet("1-2-0", "ParentRunFacet");
        parent.put("run", Map.of("runId", run.toString()));
        parent.put("job", Map.of("namespace", namespace, NAME, name));
        runFacets.put("parent", parent);
        return this;
    }

    /** The day that the night is about. */
    LineageEvent nominalTime(Instant begin, Instant end) {
        Map<String, Object> time = facet("1-0-1", "NominalTimeRunFacet");
        time.put("nominalStartTime", begin.toString());
        time.put("nominalEndTime", end.toString());
        runFacets.put("nominalTime", time);
        return this;
    }

    LineageEvent error(String message) {
        Map<String, Object> error = facet("1-0-1", "ErrorMessageRunFacet");
        error.put("message", message);
        error.put("programmingLanguage", "JAVA");
        runFacets.put("errorMessage", error);
        return this;
    }

    LineageEvent datasets(List<Map<String, Object>> inputs, List<Map<String, Object>> outputs) {
        event.put("inputs", inputs);
        event.put("outputs", outputs);
        return this;
    }

    Map<String, Object> json() {
        event.put("producer", PRODUCER);
        event.put("schemaURL", SPECIFICATION + "2-0-2/OpenLineage.json#/$defs/RunEvent");
        return event;
    }
}

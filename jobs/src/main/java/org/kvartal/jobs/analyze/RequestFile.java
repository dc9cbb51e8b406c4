package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;

/** Reads requests of customers. Times without a zone are those of the calendar. */
final class RequestFile {
    private static final Pattern HAS_OFFSET = Pattern.compile(".{11,}(Z|z|[+-]\\d{2}(:?\\d{2})?)");
    private static final List<String> KIND = List.of("category", "priority", "channel");

    private static final String ANSWERED = "first_response_at";
    private static final String RESOLVED = "resolved_at";
    private static final String SATISFACTION = "satisfaction";

    private final Path file;
    private final ZoneId zone;
    private final List<ServiceRequest> requests = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> columns = new HashSet<>();
    private long withoutAgent;

    RequestFile(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    /** @param required columns that must be there beside those of every request */
    List<ServiceRequest> read(List<String> required) {
        InputTable.of(
                        file,
                        Map.of(),
                        Stream.concat(Stream.of("request_id", "agent_id", "opened_at"), required.stream())
                                .toList(),
                        Stream.of(ANSWERED, RESOLVED, SATISFACTION, "team", "channel", "category", "priority")
                                .filter(column -> !required.contains(column))
                                .toList())
                .read(this::read);
        if (requests.isEmpty()) {
            throw new InvalidInput("Cannot measure a training by " + file + ": no request has an agent");
        }
        ids.clear();
        return requests;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** Requests that nobody has taken. */
    long withoutAgent() {
        return withoutAgent;
    }

    private void read(InputRow row) {
        if (columns.isEmpty()) {
            columns.addAll(row.columns());
        }
        String id = row.requiredText("request_id");
        if (!id.isEmpty() && !ids.add(id)) {
            row.refuse("request_id", "must be there once; keep one of the rows");
        }
        row.requiredText("opened_at");
        Optional<Instant> opened = instant(row, "opened_at", zone);
        Optional<Instant> answered = after(opened, row, ANSWERED);
        Optional<Instant> resolved = after(opened, row, RESOLVED);
        double mark = row.number(SATISFACTION).map(BigDecimal::doubleValue).orElse(Double.NaN);
        if (opened.isEmpty()) {
            return;
        }
        String agent = row.text("agent_id");
        if (agent.isEmpty()) {
            withoutAgent++;
            return;
        }
        String team = row.text("team");
        requests.add(new ServiceRequest(
                once(agent),
                once(team.isEmpty() ? agent : team),
                once(kind(row)),
                once(row.text("priority")),
                opened.get(),
                answered.orElse(null),
                resolved.orElse(null),
                mark));
    }

    private Optional<Instant> after(Optional<Instant> opened, InputRow row, String column) {
        Optional<Instant> time = instant(row, column, zone);
        if (time.isPresent() && opened.isPresent() && time.get().isBefore(opened.get())) {
            row.refuse(column, "must not be before opened_at, '%s'".formatted(row.text("opened_at")));
        }
        return time;
    }

    private static String kind(InputRow row) {
        return String.join("|", KIND.stream().map(row::text).toList());
    }

    /** The same text once: millions of requests have few agents and kinds. */
    private String once(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    static Optional<Instant> instant(InputRow row, String column, ZoneId zone) {
        return HAS_OFFSET.matcher(row.text(column)).matches()
                ? row.time(column, ZoneOffset.UTC).map(time -> time.toInstant(ZoneOffset.UTC))
                : row.time(column, zone).map(time -> time.atZone(zone).toInstant());
    }
}

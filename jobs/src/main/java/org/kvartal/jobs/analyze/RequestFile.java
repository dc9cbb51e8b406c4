package org.kvartal.jobs.analyze;

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
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;

/** Reads requests of customers. Times without a zone are those of the calendar. */
final class RequestFile {
    private static final Pattern HAS_OFFSET = Pattern.compile(".{11,}(Z|z|[+-]\\d{2}(:?\\d{2})?)");
    private static final List<String> KIND = List.of("category", "priority", "channel");

    private final Path file;
    private final ZoneId zone;
    private final String end;
    private final List<ServiceRequest> requests = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private long withoutAgent;

    /** @param end column of the time that ends what is measured */
    RequestFile(Path file, ZoneId zone, String end) {
        this.file = file;
        this.zone = zone;
        this.end = end;
    }

    List<ServiceRequest> read() {
        InputTable.of(
                        file,
                        Map.of(),
                        List.of("request_id", "agent_id", "opened_at", end),
                        List.of("team", "channel", "category", "priority"))
                .read(this::read);
        if (requests.isEmpty()) {
            throw new InvalidInput("Cannot measure a training by " + file + ": no request has an agent");
        }
        ids.clear();
        return requests;
    }

    /** Requests that nobody has taken. */
    long withoutAgent() {
        return withoutAgent;
    }

    private void read(InputRow row) {
        String id = row.requiredText("request_id");
        if (!id.isEmpty() && !ids.add(id)) {
            row.refuse("request_id", "must be there once; keep one of the rows");
        }
        row.requiredText("opened_at");
        Optional<Instant> opened = instant(row, "opened_at", zone);
        Optional<Instant> ended = instant(row, end, zone);
        if (opened.isEmpty()) {
            return;
        }
        if (ended.isPresent() && ended.get().isBefore(opened.get())) {
            row.refuse(end, "must not be before opened_at, '%s'".formatted(row.text("opened_at")));
        }
        String agent = row.text("agent_id");
        if (agent.isEmpty()) {
            withoutAgent++;
            return;
        }
        String team = row.text("team");
        requests.add(new ServiceRequest(
                once(agent), once(team.isEmpty() ? agent : team), once(kind(row)), opened.get(), ended.orElse(null)));
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

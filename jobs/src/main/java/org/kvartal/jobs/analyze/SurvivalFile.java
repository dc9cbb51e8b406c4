package org.kvartal.jobs.analyze;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kvartal.forecast.survival.LogRank;
import org.kvartal.forecast.survival.Observation;
import org.kvartal.ingest.source.InputRow;
import org.kvartal.ingest.source.InputTable;
import org.kvartal.ingest.source.InvalidInput;

/** Reads how long subjects lasted, and what ended them. */
final class SurvivalFile {
    static final String ENDED = "ended";

    private static final Set<String> GOING_ON = Set.of("", "0", "0.0", "false", "na");
    private static final Set<String> OVER = Set.of("1", "1.0", "true");
    private static final Set<String> OF_R = Set.of("1", "2");

    private final Path file;
    private final String time;
    private final String event;
    private final @Nullable String group;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> events = new TreeSet<>();

    private record Row(double time, String event, String group) {}

    SurvivalFile(Path file, String time, String event, @Nullable String group) {
        this.file = file;
        this.time = time;
        this.event = event;
        this.group = group;
    }

    List<LogRank.Subject> read() {
        List<String> columns = group == null ? List.of(time, event) : List.of(time, event, group);
        InputTable.of(file, Map.of(), columns, List.of()).read(this::read);
        if (rows.isEmpty()) {
            throw new InvalidInput("Cannot read " + file + ": it has no rows");
        }
        return rows.stream()
                .map(row -> new LogRank.Subject(observation(row), row.group()))
                .toList();
    }

    private void read(InputRow row) {
        row.requiredText(time);
        Optional<BigDecimal> lasted = row.number(time);
        if (lasted.isPresent() && lasted.get().signum() < 0) {
            row.refuse(time, "must be at least 0");
        } else if (lasted.isPresent()) {
            events.add(row.text(event));
            rows.add(
                    new Row(lasted.get().doubleValue(), row.text(event), group == null ? "" : row.requiredText(group)));
        }
    }

    private Observation observation(Row row) {
        String lower = row.event().toLowerCase(Locale.ROOT);
        if (events.equals(OF_R)) {
            return lower.equals("2") ? Observation.ended(row.time(), ENDED) : Observation.censored(row.time());
        }
        if (GOING_ON.contains(lower)) {
            return Observation.censored(row.time());
        }
        return Observation.ended(row.time(), OVER.contains(lower) ? ENDED : row.event());
    }

    /** How the events were read, where that is not obvious. */
    Optional<String> remark() {
        return events.equals(OF_R)
                ? Optional.of("%s holds 1 and 2 only: 2 is read as ended, 1 as still going on".formatted(event))
                : Optional.empty();
    }
}

package org.kvartal.reports.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells, in {@code stale.json} beside {@code latest}, that a night has failed and that what is shown is of an earlier one.
 * Gone as soon as that night or a later one is published.
 *
 * @param asOf the night that is not published
 * @param run names its run, as {@code 2026-03-31.1}
 * @param lastGood the date that {@code latest} shows; empty when nothing was ever published
 * @param step the step at which the night ended
 * @param reason why, in one sentence
 */
public record StaleMark(LocalDate asOf, String run, Optional<LocalDate> lastGood, String step, String reason) {
    private static final String FILE = "stale.json";

    static Optional<StaleMark> read(Path published) {
        Path file = published.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode mark = new ObjectMapper().readTree(file.toFile());
            return Optional.of(new StaleMark(
                    LocalDate.parse(mark.path("as_of").asText()),
                    mark.path("run_id").asText(),
                    Optional.of(mark.path("last_good").asText())
                            .filter(date -> !date.isEmpty())
                            .map(LocalDate::parse),
                    mark.path("step").asText(),
                    mark.path("reason").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Replaces an earlier mark, in one step. */
    void write(Path published) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("as_of", asOf.toString());
        content.put("run_id", run);
        content.put("last_good", lastGood.map(LocalDate::toString).orElse(""));
        content.put("step", step);
        content.put("reason", reason);
        Path fresh = published.resolve("." + FILE + ".new");
        Json.write(fresh, content);
        try {
            Files.move(fresh, published.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + published.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }

    static void remove(Path published) {
        try {
            Files.deleteIfExists(published.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + published.resolve(FILE) + ": " + e.getMessage(), e);
        }
    }
}

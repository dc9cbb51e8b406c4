package org.kvartal.jobs.notify;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.jobs.disk.WholeFile;

/**
 * The nights whose failure was told since the last good one; kept as {@code outbox/trouble.json}.
 *
 * @param number counts the troubles of the project, so that the failure of a date can be told again in a later one
 * @param nights oldest first, as text
 */
record Trouble(int number, List<String> nights) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Trouble {
        nights = List.copyOf(nights);
    }

    /** A file that is lost or damaged costs at most a message told twice. */
    static Trouble read(Outbox outbox) {
        Path file = file(outbox);
        if (!Files.isRegularFile(file)) {
            return new Trouble(1, List.of());
        }
        try {
            return MAPPER.readValue(file.toFile(), Trouble.class);
        } catch (JacksonException damaged) {
            return new Trouble(1, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    Trouble with(LocalDate night) {
        List<String> all = new ArrayList<>(nights);
        all.add(night.toString());
        return new Trouble(
                number, Stream.of(all).flatMap(List::stream).distinct().sorted().toList());
    }

    Trouble over() {
        return new Trouble(number + 1, List.of());
    }

    void write(Outbox outbox) {
        try {
            WholeFile.write(file(outbox), MAPPER.writeValueAsString(this), "rw-------");
        } catch (JacksonException e) {
            throw new IllegalStateException("Cannot write " + this + ": " + e.getMessage(), e);
        }
    }

    private static Path file(Outbox outbox) {
        return outbox.folder().resolve("trouble.json");
    }
}

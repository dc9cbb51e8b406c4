package org.kvartal.jobs.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every attempt at a run there ever was: {@code runs/history.jsonl} below the output folder, which is only ever added to.
 * An attempt has a line when it begins and another when it ends; one that was killed has the first alone. Deleting
 * releases leaves it as it is.
 */
public final class RunHistory {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;

    /** @param output the output folder of the project */
    public RunHistory(Path output) {
        this.file = output.resolve("runs").resolve("history.jsonl");
    }

    /** Adds a line, on disk before this returns. */
    void append(HistoryLine line) {
        try {
            Files.createDirectories(file.getParent());
            String text = (endsInsideLine() ? "\n" : "") + MAPPER.writeValueAsString(line.json()) + "\n";
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** A machine that lost power may have left half a line. */
    private boolean endsInsideLine() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }

    /** All attempts, oldest first. Lines that cannot be read are passed over. */
    public List<PastRun> runs() {
        List<PastRun> runs = new ArrayList<>();
        for (HistoryLine line : lines()) {
            int open = runs.size() - 1;
            if (line.ends() && open >= 0 && line.isEndOf(runs.get(open))) {
                runs.set(open, line.run());
            } else {
                runs.add(line.run());
            }
        }
        return runs;
    }

    private List<HistoryLine> lines() {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .flatMap(text -> parsed(text).flatMap(HistoryLine::of).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JsonProcessingException halfWritten) {
            return Optional.empty();
        }
    }
}

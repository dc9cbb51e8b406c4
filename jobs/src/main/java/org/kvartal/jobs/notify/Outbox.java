package org.kvartal.jobs.notify;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.jobs.disk.WholeFile;

/**
 * The messages of a project, one file each: {@code outbox/waiting} until they are sent, then {@code outbox/sent}, or
 * {@code outbox/given-up} when that took too long. So nothing is lost with a process or with a mail server that is down,
 * and nothing is told twice.
 */
public final class Outbox {
    private static final String PRIVATE = "rw-------";
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path folder;

    /** @param output the output folder of the project */
    public Outbox(Path output) {
        this.folder = output.resolve("outbox");
    }

    Path folder() {
        return folder;
    }

    /** Puts a message in, unless it is there already or was once. */
    boolean put(Message message) {
        boolean known = Stream.of("waiting", "sent", "given-up").anyMatch(state -> Files.exists(file(state, message)));
        if (!known) {
            try {
                WholeFile.write(file("waiting", message), MAPPER.writeValueAsString(message), PRIVATE);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Cannot write " + message.id() + ": " + e.getMessage(), e);
            }
        }
        return !known;
    }

    /** What is still to be sent, oldest first. */
    public List<Message> waiting() {
        return messages("waiting");
    }

    /** What was given up, oldest first. */
    public List<Message> givenUp() {
        return messages("given-up");
    }

    private List<Message> messages(String state) {
        List<Message> messages = new ArrayList<>();
        for (Path file : files(folder.resolve(state))) {
            try {
                messages.add(MAPPER.readValue(file.toFile(), Message.class));
            } catch (JacksonException e) {
                move(file, folder.resolve("unreadable").resolve(file.getFileName()));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        messages.sort(Comparator.comparing(Message::since).thenComparing(Message::id));
        return messages;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    void sent(Message message) {
        move(file("waiting", message), file("sent", message));
    }

    void giveUp(Message message) {
        move(file("waiting", message), file("given-up", message));
    }

    private Path file(String state, Message message) {
        return folder.resolve(state).resolve(message.id() + ".json");
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot move " + from + " to " + to + ": " + e.getMessage(), e);
        }
    }

    /** Does something while no other process sends from this outbox; does nothing when one does. */
    boolean alone(Runnable action) {
        Path file = folder.resolve(".lock");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    return false;
                }
                action.run();
                return true;
            }
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + file + ": " + e.getMessage(), e);
        }
    }
}
